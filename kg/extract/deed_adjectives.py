"""Adjectives of blows that are spelled like people: "a military raid of X" is no raid of a soldier."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Node, Word

_PEOPLE = frozenset({"head", "transparent_actor", "military", "member_noun"})


def settle(nodes: list[Node]) -> None:
    """Makes an adjective of such a word right behind an indefinite blow or operation; in place."""
    for position in range(1, len(nodes)):
        word, blow = nodes[position], nodes[position - 1]
        if not (isinstance(word, Word) and isinstance(blow, Word)) or not word.is_a("as_adjective"):
            continue
        if word.conjunction or word.preposition or word.suffix or blow.suffix:
            continue
        if blow.is_a("own_blow", "operation") and blow.has_voice("noun"):
            nodes[position] = replace(word, classes=(word.classes - _PEOPLE) | {"epithet"}, senses=())
