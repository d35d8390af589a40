"""Verbs of going and being somewhere that say it of nobody: their subject only did, sent or furthered something."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word
from kg.extract.ordered.slots import behind_adverbs
from kg.extract.ordered.structure import Structure
from kg.languages import Frame


def did_only(structure: Structure, subject: Phrase) -> bool:
    """Whether the verb speaks of the deed of ``subject``, who need not be there: "shells fired by X landed in Y"."""
    return subject.preposition in structure.lexicon.pack.words["agent"] or subject.how in ("origin", "owner")


def sends(structure: Structure, position: int, frame: Frame) -> bool:
    """Whether a verb of going has an object, who goes instead of the subject: "X has sent men to Y"."""
    step = behind_adverbs(structure, position)
    object_ = step < len(structure.nodes) and structure.governors[step] == "bare"
    return object_ and "bare" not in frame.object.preps


def furthers(structure: Structure, position: int, frame: Frame) -> bool:
    """Whether a verb of going has a deed for its object: "to advance a deal in P" takes nobody there."""
    step = behind_adverbs(structure, position)
    deed = structure.nodes[step] if step < len(structure.nodes) else None
    plain = isinstance(deed, Word) and deed.part == "deed" and not deed.preposition
    # Who fights battles in a place is there.
    return (
        plain
        and not structure.is_violent(position)
        and frame.in_person
        and frame.object.kinds == {"place"}
        and not frame.needs
    )
