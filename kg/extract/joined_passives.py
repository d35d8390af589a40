"""Who did what two joined verbs of harm say, named behind the second: "X was killed and two hurt by the fire of Y"."""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.nodes import Word

_FARTHEST = 6
"""Nodes between the two verbs."""


def agent(arguments: Arguments, position: int) -> int | None:
    """The agent of the verb that "and" joins to the one of harm at ``position``, or None."""
    syntax = arguments.syntax
    first = syntax.nodes[position]
    if not isinstance(first, Word) or not first.is_a("casualty"):
        return None
    for step in range(position + 1, min(position + 1 + _FARTHEST, len(syntax.nodes))):
        word = syntax.nodes[step]
        if isinstance(word, Word) and word.conjunction and word.is_a("casualty"):
            return arguments.agent(syntax.following(step))
        if syntax.ends_clause(step) or syntax.is_verb(step):
            return None
    return None
