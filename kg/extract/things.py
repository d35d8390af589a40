"""Deeds of things: the arrival of aid, the presence of mines, which nobody does of whom the sentence tells."""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.nodes import Word
from kg.languages import Frame

_PLACE = frozenset({"place"})


def is_of_a_thing(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether what is somewhere is a thing or people nobody knows: "X announced the arrival of aid in P"."""
    lexicon = arguments.syntax.lexicon
    noun = arguments.syntax.nodes[position]
    owner = arguments.syntax.nodes[position + 1] if position + 1 < len(arguments.syntax.nodes) else None
    if not isinstance(noun, Word) or not isinstance(owner, Word) or owner.mark or noun.suffix:
        return False
    if frame.noun_object.kinds != _PLACE or lexicon.is_definite(noun.core):
        return False
    if owner.preposition or owner.conjunction or owner.suffix:
        return False
    several = owner.is_plain and (
        lexicon.is_definite(owner.core) or owner.core.endswith(lexicon.people_endings)
    )
    return several or owner.is_a("present_thing")
