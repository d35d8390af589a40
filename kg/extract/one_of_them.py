"""One of the men of a body as whom a deed was done to: "the killing of one of the men of X", "gunmen hit one of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.nodes import Phrase, Word

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax


def came_to_harm(syntax: Syntax, position: int) -> bool:
    """Whether "one of the men" at ``position`` is an argument, and does not say what the phrase before it is."""
    noun, before = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    if not isinstance(noun, Word) or "one_of" not in syntax.lexicon.classes(noun.core.split()[0]):
        return False
    if isinstance(before, Word):
        return before.is_a("casualty", "victim_noun") or syntax.is_verb(position - 1)
    return isinstance(before, Phrase) and before.generic and position > 1 and syntax.is_verb(position - 2)
