"""Places that only say where the place before them lies."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word
from kg.extract.syntax import Syntax


def says_where(syntax: Syntax, position: int) -> bool:
    """Whether a part of a country only says where the place before it lies: "hit a car in P in the south of Q"."""
    node, before = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    if not isinstance(node, Phrase) or not isinstance(before, Phrase) or node.conjunction:
        return False
    led = before.place is not None and syntax.governors[position - 1] not in ("bare", "of")
    return led and node.actor is None and bool(node.words) and node.words[0].is_a("direction")


def is_of_goal(syntax: Syntax, position: int) -> bool:
    """Whether a place only says which goal is meant that takes nobody there: "back to the talks of P"."""
    before = syntax.nodes[position - 1] if position else None
    return isinstance(before, Word) and "goal" in syntax.lexicon.nouns(before.text)
