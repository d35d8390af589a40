"""Objects that stand otherwise than behind their verb: in a clause of their own, behind "between", before "where"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.ordered.objects import owned
from kg.extract.ordered.slots import behind_adverbs, members
from kg.extract.ordered.stating import fitting
from kg.extract.ordered.structure import Structure
from kg.languages import Frame, Slot

_FAR_WHERE = 8
"""Nodes between "where" and the verb of its clause."""


def left_by(structure: Structure, start: int, frame: Frame) -> list[Phrase]:
    """The place that "where" takes up, of a clause about who is there: "P, where X is based"."""
    locative = structure.lexicon.pack.words["locative"]
    if not locative & frame.object.preps:
        return []
    for step in range(start - 1, max(-1, start - _FAR_WHERE), -1):
        node = structure.nodes[step]
        if isinstance(node, Word) and node.is_a("where"):
            before = step - 1 - (step > 0 and is_comma(structure.nodes[step - 1]))
            place = structure.nodes[before] if before >= 0 else None
            there = isinstance(place, Phrase) and place.place is not None
            return [replace(place, actor=None)] if there and isinstance(place, Phrase) else []
        if isinstance(node, Word) and (structure.ends_clause(step) or node.part == "verb"):
            return []
    return []


def between_places(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """The places between which a verb says somebody is: "deployed between A and B"."""
    between = structure.lexicon.pack.words["between"]
    step = behind_adverbs(structure, position)
    link = structure.nodes[step] if step + 1 < len(structure.nodes) else None
    if not isinstance(link, Word) or not link.is_a("between") or not between & frame.object.preps:
        return []
    return members(structure, step + 1, Slot(frozenset({"place"}), frame.object.preps))


def told_of(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """Whom the clause behind a verb is about: "charged that Y was arming Z"."""
    step = position + 1
    if step < len(structure.nodes) and isinstance(link := structure.nodes[step], Word) and link.is_a("that"):
        step += 1
    if step >= len(structure.nodes) or structure.governors[step] != "bare":
        return []
    found = members(structure, step, frame.object)
    behind = next(
        (s for s in range(step + 1, len(structure.nodes)) if not found or _is_past(structure, s, found)), None
    )
    verb = structure.nodes[behind] if behind is not None else None
    acting = isinstance(verb, Word) and (
        verb.part == "verb" or verb.is_a("be", "have", "modal", "do", "adverb")
    )
    return found if acting else []


def _is_past(structure: Structure, step: int, found: list[Phrase]) -> bool:
    return structure.nodes[step].start > found[-1].start


def led_deed(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """Who did what a preposition leads to: "voiced concern about the raid by Y", "complained of neglect by Y"."""
    for step in range(position + 1, min(position + 5, len(structure.nodes))):
        node = structure.nodes[step]
        if structure.blocks(step):
            break
        if node.preposition in frame.object.preps and isinstance(node, Word) and node.part == "deed":
            return fitting(structure.doers(step), frame.object)
        if node.preposition in frame.object.preps and isinstance(node, Phrase) and node.how == "thing":
            behind = step + 1 < len(structure.nodes)
            agent = behind and structure.nodes[step + 1].preposition in structure.lexicon.pack.words["agent"]
            return members(structure, step + 1, frame.subject) if agent else owned(node, frame)
    return []
