"""Groups that are named behind what they are: "a group that calls itself X struck P" says that X did."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.groups import head_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quote

_LONGEST = 4
"""Words of a name between quotation marks."""
_NO_GROUPS = ("Person", "State", "MediaOutlet", "Monitor")
"""Types of actors that no group calls itself."""


def join(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """The nodes with such a group and its name made one phrase; a name that nobody has listed stands in quotation
    marks."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        cue = nodes[position]
        names = "names_group" in cue.classes and not cue.conjunction
        name, behind = _name(nodes, position + 1, entities) if names else (None, position)
        relative = name is not None and bool(result) and "relative" in result[-1].classes
        if relative and len(result) > 1 and isinstance(result[-2], Phrase) and not result[-2].generic:
            result.pop()  # "The gunmen of X who call themselves Y".
            position = behind
            continue
        at = _group(result[:-1] if relative else result, lexicon) if name is not None else None
        if at is None or name is None:
            result.append(cue)
            position += 1
            continue
        group = result[at]
        start = group.start if isinstance(group, Phrase) else group.core_start
        words = group.words if isinstance(group, Phrase) else [group]
        name.start, name.conjunction, name.preposition = start, group.conjunction, group.preposition
        name.words, name.head = [*words, *name.words], words[0].core
        result[at:] = [name]
        position = behind
    return result


def _group(before: list[Node], lexicon: Lexicon) -> int | None:
    """Where the nodes end with a group without a name, its adjectives aside."""
    at = len(before) - 1
    while at > 0 and not before[at].classes.isdisjoint(("epithet", "nisba")):
        at -= 1
    node = before[at] if at >= 0 else None
    if isinstance(node, Phrase):
        return at if node.generic and len(node.words) == 1 else None
    head = head_of(node, lexicon, "organisation", "described") if node is not None else None
    bare = isinstance(node, Word) and not (node.suffix or lexicon.is_definite(node.core))
    return at if head is not None and bare else None


def _name(nodes: list[Node], position: int, entities: Entities) -> tuple[Phrase | None, int]:
    """The name that stands at ``position``, and the position behind it and its quotation marks."""
    opened = position < len(nodes) and is_quote(nodes[position])
    first = position + opened
    node = nodes[first] if first < len(nodes) else None
    if isinstance(node, Phrase) and not _plain(node):
        body = node.actor is not None and node.actor.type not in _NO_GROUPS and not node.generic
        if not body or node.preposition or node.conjunction:
            return None, position
        closed = first + 1 < len(nodes) and opened and is_quote(nodes[first + 1])
        return node, first + 1 + closed
    if not opened:
        return None, position
    end = next(
        (at for at in range(first, min(len(nodes), first + _LONGEST + 1)) if is_quote(nodes[at])), first
    )
    words = [word for named in nodes[first:end] for word in _plain(named)]
    if not words or not all(map(_plain, nodes[first:end])):
        return None, position
    actor = entities.unlisted_actor(" ".join(word.spelled or word.written for word in words), "ArmedGroup")
    return Phrase(words[0].start, words[-1].end, actor, None, how="discovered", words=words), end + 1


def _plain(node: Node) -> list[Word]:
    """The words of a part of a name; none of a name by itself."""
    if isinstance(node, Word):
        return [] if node.mark else [node]
    return node.words if node.how == "short" and node.actor is None and node.place is None else []
