"""Places that nobody has listed and that no noun calls a place: words that nobody knows, where only a place can stand.

Behind a preposition of a verb that takes places alone ("took control of P"), and before words that say where something
lies ("at P, west of Q").
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma

_FARTHEST = 6
"""Nodes between a verb and its preposition."""
_SHORTEST = 3
"""Letters of a name."""


def find(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """The nodes with such words made phrases of places; what is a common noun makes none."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        found = _place(nodes, position, lexicon, entities)
        if found is None:
            result.append(nodes[position])
            position += 1
            continue
        phrase, position = found
        result.append(phrase)
    return result


def _place(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase, int] | None:
    name = _name(nodes, position, lexicon)
    if not name:
        return None
    first, behind = name[0], position + len(name)
    led = first.preposition or _preposition(nodes, position)
    at = position
    if not led and (led := _before_part(nodes, position)):
        at = position - 1
    definite = lexicon.is_definite(first.core)
    located = _is_located(nodes, behind, lexicon)
    if first.conjunction:
        sure = definite and _is_whole(nodes, behind, lexicon)
    elif led:
        ended = located or _is_whole(nodes, behind, lexicon)
        taken = _is_taken(nodes, at, led, lexicon) or (
            len(name) > 1 and led in lexicon.pack.words["inside"] and _is_scene(nodes, position)
        )
        taken = taken or _is_at_front(nodes, position - 1, lexicon)
        sure = (located and definite) or (ended and taken)
    else:
        whole = located or _is_whole(nodes, behind, lexicon)
        sure = (located and definite and _is_taken(nodes, position, "bare", lexicon)) or (
            whole and _is_at_front(nodes, position - 1, lexicon)
        )
    if not sure:
        return None
    place = entities.unlisted_place(" ".join(word.written for word in name), "Area")
    phrase = Phrase(
        first.core_start, name[-1].end, None, place, first.conjunction, first.preposition,
        how="discovered", words=name,
    )  # fmt: skip
    return phrase, behind


def _name(nodes: list[Node], position: int, lexicon: Lexicon) -> list[Word]:
    """The words from ``position`` on that may name a place; a preposition written onto the first is taken off it."""
    word = nodes[position]
    if not isinstance(word, Word) or not word.stands_alone:
        return []
    opened = word.is_a("place_opener") and not word.senses and not word.is_a("title", "head")
    if not (word.is_plain or opened) or not word.text.isalpha():
        return []
    if opened:
        second = nodes[position + 1] if position + 1 < len(nodes) else None
        named = isinstance(second, Word) and second.is_plain and second.text.isalpha()
        return [word, second] if named and isinstance(second, Word) else []
    if len(word.core) < _SHORTEST or _is_common(word.core, lexicon):
        return (
            [word]
            if _is_at_front(nodes, position - 1, lexicon) and _has_feminine_ending(word, lexicon)
            else []
        )
    for reading in lexicon.splits(word.text):
        if (reading.preposition or reading.conjunction) and lexicon.is_definite(reading.core):
            both = bool(reading.conjunction and reading.preposition)
            alone = bool(reading.conjunction) and not _lists(nodes, position)
            if both or alone or _is_common(reading.core, lexicon):
                return []
            start, written = word.behind(reading.skipped)
            return [
                replace(
                    word, core=reading.core, core_start=start, written=written,
                    conjunction=reading.conjunction, preposition=reading.preposition,
                )
            ]  # fmt: skip
    return [word]


def _lists(nodes: list[Node], position: int) -> bool:
    """Whether a place stands right before ``position``, which "and" may join another to."""
    before = nodes[position - 1] if position else None
    named = isinstance(before, Phrase) and before.place is not None and before.actor is None
    return named and isinstance(before, Phrase) and before.how != SITE


def _is_common(core: str, lexicon: Lexicon) -> bool:
    """Whether a word is a noun of no place, or ends as plurals and adjectives of relation do."""
    words = lexicon.pack.words
    endings = (*words["common_ending"], *(() if lexicon.is_definite(core) else lexicon.feminine_endings))
    return core.removeprefix(lexicon.article) in words["common_noun"] or core.endswith(tuple(endings))


def _has_feminine_ending(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word may only have been taken for an adjective of the feminine, which no noun stands before."""
    return (
        word.core.endswith(lexicon.feminine_endings[0]) and word.core not in lexicon.pack.words["common_noun"]
    )


def _preposition(nodes: list[Node], position: int) -> str:
    """The preposition that stands before ``position`` as a word of its own, or nothing."""
    before = nodes[position - 1] if position else None
    if not isinstance(before, Word) or before.mark or before.suffix:
        return ""
    return before.core if before.is_a("preposition", "locative") else ""


def _before_part(nodes: list[Node], position: int) -> str:
    """The preposition of a noun for a part of a place before ``position``: "withdrew to the centre of P"."""
    part = nodes[position - 1] if position else None
    if not isinstance(part, Word) or part.suffix or part.conjunction or not part.is_a("place_part"):
        return ""
    return part.preposition or _preposition(nodes, position - 1)


def _is_located(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether it is said from ``position`` on where the word before it lies: "west of Q", "in the country of Q"."""
    node = nodes[position] if position < len(nodes) else None
    if isinstance(node, Word) and node.mark and node.text == "(":
        position += 1
        node = nodes[position] if position < len(nodes) else None
    if isinstance(node, Word) and node.is_a("direction") and not node.conjunction:
        node = nodes[position + 1] if position + 1 < len(nodes) else None
        return isinstance(node, Phrase) and node.place is not None and not node.conjunction
    if not isinstance(node, Phrase) or node.place is None or node.how == SITE:
        return False
    if node.conjunction:
        return node.actor is None
    headed = lexicon.pack.heads.get(node.words[0].core, {}) if node.words else {}
    directed = bool(node.words) and node.words[0].is_a("direction")
    return (
        directed or bool(node.direction) or (bool(node.preposition) and headed.get("role") == "countryside")
    )


def _is_whole(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether the name ends before ``position``: no noun or adjective follows that it would own or take."""
    node = nodes[position] if position < len(nodes) else None
    if node is None or isinstance(node, Phrase):
        return node is None or bool(node.conjunction or node.preposition)
    if (
        node.mark
        or node.preposition
        or node.is_a("preposition", "adverb", "clause", "relative", "before_clause", "direction")
    ):
        return True
    return any(reading.conjunction for reading in lexicon.splits(node.text))


def _is_taken(nodes: list[Node], position: int, preposition: str, lexicon: Lexicon) -> bool:
    """Whether a verb or noun that takes places alone stands before, with this preposition."""
    between: list[Node] = []
    for step in range(position - 1, max(-1, position - _FARTHEST - 2), -1):
        node = nodes[step]
        if isinstance(node, Phrase) or (step == position - 1 and node.is_a("preposition", "locative")):
            between.append(node)
            continue
        if node.mark and not is_comma(node):
            return False
        for frame, _ in node.senses:
            kinds = frame.object.kinds | frame.noun_object.kinds
            preps = frame.object.preps | frame.noun_object.preps
            bare = preposition == "bare" and "place" in kinds
            if (bare or (SITE in kinds and "actor" not in kinds)) and preposition in preps:
                return not frame.needs or _has(between, frame.needs)
            moved = (
                kinds == {"place"}
                and preposition in preps
                and preposition not in lexicon.pack.words["inside"]
            )
            if moved and not frame.needs and _has([*between, *nodes[max(0, step - 2) : step]], "military"):
                return True
        inside = preposition in lexicon.pack.words["inside"]
        if inside and (
            "stationing" in lexicon.nouns(node.text) or (step >= position - 2 and node.is_a("site", "target"))
        ):
            return True
        if node.senses or node.is_a("clause", "complementizer", "relative", "reporting", "preposition"):
            return False
        between.append(node)
    return False


def _is_scene(nodes: list[Node], position: int) -> bool:
    """Whether a deed that happens somewhere stands before: "battles in the hill of X"."""
    for node in reversed(nodes[max(0, position - _FARTHEST - 2) : position]):
        if isinstance(node, Word):
            if node.mark and not is_comma(node):
                return False
            if any(frame.placed for frame, _ in node.senses):
                return True
    return False


def _is_at_front(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a noun for the edge or the front of a place stands here, with a preposition: "on the front of P"."""
    word, before = (nodes[step] if step >= 0 else None for step in (position, position - 1))
    if not isinstance(word, Word) or word.suffix or word.conjunction:
        return False
    rim = word.core.rpartition(" ")[2] if word.is_a("locative") and " " in word.core else ""
    if rim in lexicon.pack.words["front"]:
        return True  # "In the surroundings of" is one expression.
    if not word.is_a("front"):
        return False
    led = isinstance(before, Word) and before.is_a("preposition", "locative") and not before.suffix
    return led or bool(word.preposition)


def _has(nodes: list[Node], name: str) -> bool:
    words = (word for node in nodes for word in (node.words if isinstance(node, Phrase) else [node]))
    return any(word.is_a(name) for word in words)
