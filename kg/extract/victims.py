"""Whose death or capture a pronoun on the noun tells of: "X announced his killing" is not of X."""

from __future__ import annotations

from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, Arguments
from kg.extract.nodes import Phrase, Word


def meant(arguments: Arguments, position: int, noun: Word) -> list[Phrase]:
    """Whose death a pronoun tells of: never that of who announces it."""
    nodes, lexicon = arguments.syntax.nodes, arguments.syntax.lexicon
    for step in range(position - 1, -1, -1):
        node, before = nodes[step], nodes[step - 1] if step else None
        if not isinstance(node, Phrase) or node.actor is None or node.preposition:
            continue
        tells = isinstance(before, Word) and before.is_a("reporting", "announcing", "according")
        if not tells and agrees(noun, [node], lexicon):
            return arguments.members(arguments.syntax.list_head(step, governed=True), ACTOR)
    carried = arguments.topics.carried
    return carried if carried and agrees(noun, carried, lexicon) else []
