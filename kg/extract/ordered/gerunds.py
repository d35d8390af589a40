"""Gerunds that are verbs where they stand: with an object, behind a preposition, of the name before a comma."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word
from kg.extract.ordered.neighbours import NO_NOUN


def is_participle(nodes: list[Node], position: int) -> bool:
    """Whether a gerund behind a comma tells of the name before it: "X, fighting alongside Y, took P"."""
    word, after = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    comma, name, first = (nodes[position - 1], nodes[position - 2], nodes[0]) if position > 1 else (None,) * 3
    named = isinstance(name, Phrase) or (
        isinstance(name, Word) and (name.is_a("head") or name.written[:1].isupper())
    )
    closed = isinstance(comma, Word) and comma.mark and comma.text == ","
    if not named or not closed or not isinstance(word, Word) or not isinstance(after, Word):
        return False
    if isinstance(first, Word) and first.is_a("preposition", "clause"):
        return False
    return any(voice == "gerund" and after.core in frame.object.preps for frame, voice in word.senses)


def is_led_gerund(before: Node | None, after: Node | None) -> bool:
    """Whether a gerund behind a preposition has an object: "of shelling residential areas", but "in bombing raids"."""
    led = isinstance(before, Word) and before.is_a("preposition")
    if not led or not isinstance(after, Word) or after.mark or after.is_a("date", *NO_NOUN):
        return False
    return not any(voice == "noun" for _, voice in after.senses) and not after.is_a("deed_noun")


def behind_gerunds(nodes: list[Node], position: int) -> Node | None:
    """The node at ``position``, or behind a further gerund that a conjunction joins: "killing and injuring X"."""
    joined = nodes[position : position + 2]
    if len(joined) == 2 and isinstance(joined[0], Word) and joined[0].is_a("conjunction"):
        second = joined[1]
        if isinstance(second, Word) and any(voice == "gerund" for _, voice in second.senses):
            position += 2
    return nodes[position] if position < len(nodes) else None
