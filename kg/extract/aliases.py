"""What somebody is called besides, behind a name: "X Y (Abu Z), the leader of W", "X Y, known as Abu Z"."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quote
from kg.extract.person_names import is_given, is_part_of_name

_LONGEST = 6
"""Nodes between the brackets."""
_LONGEST_NAME = 4
"""Words of a name between quotation marks."""


def without(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes without such names, which part a name from its office, its verb and its title."""
    nodes = _unquoted(nodes, lexicon)
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        if result and _is_same(node, result[-1]):
            result[-1].end = node.end
            position += 1
            continue
        behind = None
        if result and isinstance(node, Word) and (node.mark or node.is_a("known_as")):
            behind = (
                _closing(nodes, position, lexicon)
                if _opens(node)
                else _behind_alias(nodes, position, lexicon)
            )
        if behind is not None and _names_person(result[-1], lexicon):
            position = behind
            continue
        renamed = _renamed(nodes, position) if _opens(node) and result else None
        if renamed is None and result and isinstance(node, Word) and node.mark and node.text == "/":
            renamed = _formerly(nodes, position)
        renamed = renamed or (_behind_remark(nodes, position) if result else None)
        if renamed is not None:
            position = renamed
            continue
        result.append(node)
        position += 1
    return result


def _is_same(node: Node, before: Node) -> bool:
    """Whether a name only repeats in short who is named right before: "the forces of X 'XF'"."""
    if not isinstance(node, Phrase) or not isinstance(before, Phrase) or node.actor is None:
        return False
    free = not (node.preposition or node.conjunction) and node.place is None and len(node.words) == 1
    return (
        free and node.actor == before.actor and node.actor.type not in ("Person", "DescribedGroup", "State")
    )


def _unquoted(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """Without the quotation marks round a name of a person whom nobody has listed: it opens with a given name."""
    marks = [position for position, node in enumerate(nodes) if is_quote(node)]
    dropped: set[int] = set()
    for opened, closed in pairwise(marks):
        name = nodes[opened + 1 : closed]
        if opened in dropped or not 1 < len(name) <= _LONGEST_NAME:
            continue
        first = name[0]
        if not isinstance(first, Word) or not (is_given(first, lexicon) or first.is_a("name_link")):
            continue
        father = first.is_a("kunya") and all(isinstance(node, Word) and not node.mark for node in name)
        if father or all(_is_of_name(node, lexicon) for node in name):
            dropped.update((opened, closed))
    return [node for position, node in enumerate(nodes) if position not in dropped] if dropped else nodes


def _is_of_name(node: Node, lexicon: Lexicon) -> bool:
    return is_part_of_name(node, lexicon) or (isinstance(node, Word) and node.is_a("month", "kunya"))


def _behind_alias(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    """The position behind the name that "known as" leads to from ``position`` on, or None where it leads to none."""
    word = nodes[position]
    if not isinstance(word, Word) or not word.is_a("known_as") or word.suffix:
        return None
    step = position + 1
    led = nodes[step] if step < len(nodes) else None
    if isinstance(led, Word) and not led.mark and led.text in lexicon.pack.words["means"]:
        step += 1
    if step < len(nodes) and is_quote(nodes[step]):
        ends = (i for i in range(step + 2, min(step + _LONGEST_NAME + 2, len(nodes))) if is_quote(nodes[i]))
        end = next(ends, None)
        return end + 1 if end is not None else None
    first = nodes[step] if step < len(nodes) else None
    if isinstance(first, Phrase):
        return step + 1 if first.actor is not None and first.actor.type == "Person" else None
    if isinstance(first, Word) and step == position + 1 and _is_led_epithet(first, lexicon):
        return step + 1  # "Known as (by) the one-eyed".
    if not isinstance(first, Word) or not first.is_a("kunya"):
        return None
    child = nodes[step + 1] if step + 1 < len(nodes) else None
    return step + 2 if isinstance(child, Word) and _is_of_name(child, lexicon) else None


def _is_led_epithet(word: Word, lexicon: Lexicon) -> bool:
    """Whether a definite noun nobody knows has the preposition of "known by" written onto it."""
    if word.mark or word.suffix or word.conjunction or word.classes or word.senses:
        return False
    means = lexicon.pack.words["means"]
    readings = lexicon.splits(word.text)
    return any(each.preposition in means and lexicon.is_definite(each.core) for each in readings)


def _renamed(nodes: list[Node], position: int) -> int | None:
    """The position behind brackets that hold the same actor again, or what it is or was called: "X (formerly Y)"."""
    name, inside = nodes[position - 1], nodes[position + 1 : position + 4]
    if not isinstance(name, Phrase) or name.actor is None or name.actor.type == "Person":
        return None
    closing = next((step for step, node in enumerate(inside) if _closes(node)), None)
    inside = inside[:closing] if closing is not None else []
    again = [node for node in inside if isinstance(node, Phrase) and node.actor is not None]
    words = [node for node in inside if isinstance(node, Word)]
    formerly = bool(words) and all(word.is_a("formerly") for word in words)
    same = not words and all(phrase.actor == name.actor for phrase in again)
    return position + 2 + len(inside) if len(again) == 1 and (formerly or same) else None


def _behind_remark(nodes: list[Node], position: int) -> int | None:
    """The position behind a remark in brackets on the group before it, which names nobody: "the X (Islamist), which".

    Quotation marks hold one where it says what the group was: "the X brigade 'a guard formerly', stationed in P".
    """
    group, mark = nodes[position - 1], nodes[position]
    named = isinstance(group, Phrase) and group.actor is not None and group.place is None
    quoted = is_quote(mark)
    if not named or not (quoted or _opens(mark)):
        return None
    inside: list[Word] = []
    for step in range(position + 1, min(position + _LONGEST + 2, len(nodes))):
        node = nodes[step]
        if (is_quote(node) if quoted else _closes(node)) and inside:
            former = any(word.is_a("formerly") for word in inside)
            return step + 1 if former or not quoted else None
        if not isinstance(node, Word) or node.mark or node.has_voice("active", "passive", "either"):
            return None
        body = bool(inside) and inside[0].is_a("head")  # "(brigades of the King)".
        if node.is_a("reporting", "preposition", "with", "calls_itself") or (node.is_a("title") and not body):
            return None
        inside.append(node)
    return None


def _formerly(nodes: list[Node], position: int) -> int | None:
    """The position behind a former name that a slash parts from the name: "X / formerly Y"."""
    name, inside = nodes[position - 1], nodes[position + 1 : position + 3]
    if not isinstance(name, Phrase) or name.actor is None or len(inside) < 2:
        return None
    named = any(isinstance(node, Phrase) and node.actor is not None for node in inside)
    formerly = any(isinstance(node, Word) and node.is_a("formerly") for node in inside)
    return position + 3 if named and formerly else None


def _closes(node: Node) -> bool:
    return isinstance(node, Word) and node.mark and node.text == ")"


def _opens(node: Node) -> bool:
    return isinstance(node, Word) and node.mark and node.text == "("


def _names_person(node: Node, lexicon: Lexicon) -> bool:
    """Whether a node is a person, or a word that may end a person's name."""
    if isinstance(node, Phrase):
        return node.actor is not None and node.actor.type == "Person"
    return is_part_of_name(node, lexicon)


def _closing(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    """The position behind the brackets that open at ``position``, if they hold a name by which somebody is known."""
    inside: list[Node] = []
    for step in range(position + 1, min(position + _LONGEST + 2, len(nodes))):
        node = nodes[step]
        if isinstance(node, Word) and node.mark and node.text == ")":
            return step + 1 if inside and _is_alias(inside, lexicon) else None
        if not (isinstance(node, Word) and node.mark and node.text == '"'):
            inside.append(node)
    return None


def _is_alias(inside: list[Node], lexicon: Lexicon) -> bool:
    first, last = inside[0], inside[-1]
    if isinstance(first, Word) and first.is_a("kunya", "called", "title"):
        return isinstance(last, Phrase) or is_part_of_name(last, lexicon)
    return isinstance(first, Phrase) and first.actor is not None and first.actor.type == "Person"
