"""Places that nobody has listed, in a list behind towns or villages: "15 towns in Q, among them P and R"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma

_FARTHEST = 9
"""Nodes between the noun for places and "among them", with where they lie."""
_SHORTEST = 3
"""Letters of a name."""


def find(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """The nodes, where each word of such a list that nobody knows is a place."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        position += 1
        result.append(node)
        if isinstance(node, Phrase) or not (node.classes or node.is_plain):
            continue
        run = _run(nodes, position - 1, lexicon) if node.is_plain else 1
        if node.is_plain and not (
            _is_between_places(result, nodes[position - 1 + run :][:1])
            or _goes_on_with_many(result[:-1], lexicon)
        ):
            continue
        if node.is_plain:
            found = _next(nodes, position - 1, "Area", lexicon, entities)
            if found is not None and found[1] == position and found[0].conjunction:
                result[-1] = found[0]
            continue
        opening = _opening(node)
        kind = _kind(nodes, position - 1, lexicon) if opening is not None else ""
        while kind and position < len(nodes):
            step = position + is_comma(nodes[position])
            found = _next(nodes, step, kind, lexicon, entities)
            if found is None:
                break
            if result[-1] is node and opening is not None:
                result[-1] = opening
            result.extend(nodes[position:step])
            result.append(found[0])
            position = found[1]
    return result


def _is_between_places(before: list[Node], behind: list[Node]) -> bool:
    """Whether the word that ``before`` ends with stands between two places of one list: "P and Q and R"."""
    around = [*before[-2:-1], *behind]
    places = [p for p in around if isinstance(p, Phrase) and p.place is not None and p.actor is None]
    return len(places) == 2 and bool(places[1].conjunction) and all(p.how != SITE for p in places)


def _run(nodes: list[Node], position: int, lexicon: Lexicon) -> int:
    """How many words from ``position`` on may each be a place that "and" joins to the last."""
    step = position
    while step < len(nodes) and _joined(nodes[step], lexicon):
        step += 1
    return max(1, step - position)


def _joined(node: Node, lexicon: Lexicon) -> bool:
    if not isinstance(node, Word) or not node.is_plain or node.suffix or not node.text.isalpha():
        return False
    return any(reading.conjunction and not reading.preposition for reading in lexicon.splits(node.text))


def _goes_on_with_many(before: list[Node], lexicon: Lexicon) -> bool:
    """Whether ``before`` ends with a list that a noun for many places opens: "the villages of P and Q"."""
    step = len(before) - 1
    while (
        step > 0 and isinstance(node := before[step], Phrase) and node.conjunction and node.place is not None
    ):
        step -= 1
    first = before[step] if step >= 0 else None
    if not isinstance(first, Phrase) or first.place is None or not first.words or first.how == SITE:
        return False
    if lexicon.is_definite(first.words[0].core):
        return False  # "The Xish provinces": no names follow.
    return bool(lexicon.pack.heads.get(first.words[0].core, {}).get("many"))


def _opening(node: Node) -> Word | None:
    """The word that opens such a list, as it is then read: "between them" is "among them"."""
    if not isinstance(node, Word):
        return None
    if node.is_a("between") and node.suffix:
        return replace(node, classes=frozenset({"including"}), suffix="")
    return node if node.is_a("including", "namely", "namely_many") else None


def _kind(nodes: list[Node], position: int, lexicon: Lexicon) -> str:
    """What the towns or villages before the opening of a list are, as a type of place; nothing where none are named."""
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        node = nodes[step]
        words = node.words if isinstance(node, Phrase) else [node]
        for word in words:
            head = lexicon.pack.heads.get(word.core, {})
            if head.get("role") == "place" and (head.get("many") or isinstance(node, Phrase)):
                return str(head["type"]) if not head.get("own") else ""
        if isinstance(node, Word) and (node.has_voice("active") or (node.mark and not is_comma(node))):
            return ""
    return ""


def _next(
    nodes: list[Node], position: int, kind: str, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase, int] | None:
    """The place that the list names at ``position``, and the position behind it; None where it ends."""
    node = nodes[position] if position < len(nodes) else None
    if isinstance(node, Phrase):
        listed = node.place is not None and not node.preposition
        return (node, position + 1) if listed else None
    name = named(nodes, position, lexicon) if node is not None else None
    if name is None:
        return None
    words, behind = name
    place = entities.unlisted_place(" ".join(word.written for word in words), kind)
    phrase = Phrase(
        words[0].core_start, words[-1].end, None, place, words[0].conjunction, "",
        how="discovered", words=words,
    )  # fmt: skip
    return phrase, behind


def named(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[list[Word], int] | None:
    """The words from ``position`` on that may name a place in a list, and the position behind them.

    The conjunction is taken off the first; "mother of", "hill of" and the like take a second.
    """
    word = nodes[position]
    if not isinstance(word, Word) or word.mark or word.suffix or word.preposition:
        return None
    second = nodes[position + 1] if position + 1 < len(nodes) else None
    if word.is_a("place_opener", "honorific") and not word.is_a("preposition"):
        strange = isinstance(second, Word) and second.text.isalpha() and not second.conjunction
        free = isinstance(second, Word) and (second.is_plain or second.is_a("given_name"))
        return ([word, second], position + 2) if strange and free and isinstance(second, Word) else None
    if not word.is_plain or not word.text.isalpha():
        return None
    first = word
    for reading in lexicon.splits(word.text):
        if reading.conjunction and not reading.preposition:
            start, written = word.behind(reading.skipped)
            first = replace(
                word, core=reading.core, core_start=start, written=written, conjunction=reading.conjunction
            )
            break
    if len(first.core) < _SHORTEST:
        return None
    adjective = (
        isinstance(second, Word)
        and second.is_plain
        and not second.conjunction
        and second.text.isalpha()
        and lexicon.is_definite(second.core)
    )
    if adjective and isinstance(second, Word):
        return [first, second], position + 2
    return [first], position + 1
