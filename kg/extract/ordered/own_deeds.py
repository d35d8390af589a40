"""Verbs of saying whose object is no clause but a deed of the speaker: "X reiterated its support for Y"."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word
from kg.extract.ordered.structure import Structure


def tells_own_deed(structure: Structure, position: int) -> bool:
    """Whether the object of the verb is a deed of the speaker himself, no clause: "X reiterated its support for Y"."""
    owner, deed = [*structure.nodes[position + 1 : position + 3], None, None][:2]
    own = isinstance(owner, Phrase) and owner.how == "pronoun" and owner.via == "possessor"
    if not own or not isinstance(deed, Word) or deed.part != "deed" or deed.preposition:
        return False
    following = range(position + 3, len(structure.nodes))
    return not any(structure.is_verb(step) for step in following)
