"""Verbs of stopping whose object is somebody: who "stops" a man or a cell arrests them, and nothing is ended."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word, is_comma, is_quantity
from kg.extract.syntax import Syntax


def is_arrest(syntax: Syntax, position: int) -> bool:
    """Whether the verb at ``position`` may arrest, and somebody stands as its object behind its subject."""
    verb = syntax.nodes[position]
    if not isinstance(verb, Word) or not any(
        frame.of_persons and voice == "active" for frame, voice in verb.senses
    ):
        return False
    named = 0
    for step in range(position + 1, len(syntax.nodes)):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            if node.preposition or (node.place is not None and node.actor is None):
                continue
            if syntax.governors[step] != "bare":
                continue
            named += not node.conjunction
            if named > 1 or verb.suffix:
                return True
        elif is_quantity(node) or (named and node.is_a("head", "transparent_actor", "title")):
            return bool(named)
        elif not (is_comma(node) or node.is_a("adverb", "date", "preposition", "nisba", "epithet")):
            return False
    return False
