"""Ranks that are spelled as units, behind a preposition and before who bears them: "loyal to the retired general X"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_MOST_ADJECTIVES = 3
"""Adjectives between a rank and the name."""


def join(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes with such ranks as part of the name, and the preposition on it."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        rank = nodes[position]
        name = (
            _bearer(nodes, position, rank, lexicon) if isinstance(rank, Word) and rank.preposition else None
        )
        if name is None or not isinstance(rank, Word):
            result.append(rank)
            position += 1
            continue
        person = nodes[name]
        assert isinstance(person, Phrase)
        person.start, person.conjunction, person.preposition = (
            rank.core_start,
            rank.conjunction,
            rank.preposition,
        )
        result.append(person)
        position = name + 1
    return result


def _bearer(nodes: list[Node], position: int, rank: Word, lexicon: Lexicon) -> int | None:
    """Where the person is named who bears the rank at ``position``, or None."""
    titles = (lexicon.classes(word) for word in (rank.core, lexicon.article + rank.core))
    if rank.suffix or not rank.is_a("military") or not any("title" in classes for classes in titles):
        return None
    for step in range(position + 1, min(position + 2 + _MOST_ADJECTIVES, len(nodes))):
        node = nodes[step]
        if isinstance(node, Phrase):
            person = node.actor is not None and node.actor.type == "Person"
            return step if person and not (node.preposition or node.conjunction) else None
        if node.mark or node.conjunction or node.preposition or not lexicon.is_definite(node.core):
            return None
        if not (node.is_plain or node.is_a("nisba", "epithet")):
            return None
    return None
