"""Finds what fills a slot of a frame by its preposition, and the list that it opens."""

from __future__ import annotations

from kg.extract.coordination import collect
from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.ordered.structure import Structure
from kg.languages import Slot

_FARTHEST = 10
"""Nodes behind a word within which its argument begins."""


def led(structure: Structure, position: int, slot: Slot, *, past_deeds: bool = True) -> int | None:
    """The first phrase behind ``position`` that a preposition of ``slot`` leads, up to where the clause ends."""
    for step in range(position + 1, min(position + _FARTHEST, len(structure.nodes))):
        node = structure.nodes[step]
        if structure.blocks(step):
            return None
        if isinstance(node, Word) and node.part == "deed" and not past_deeds:
            return None
        if (
            isinstance(node, Phrase)
            and node.preposition in slot.preps
            and node.preposition
            and node.fits(slot)
        ):
            return step
    return None


def members(structure: Structure, position: int, slot: Slot) -> list[Phrase]:
    """The list that begins at ``position``, of the kind that its first phrase has."""
    node = structure.nodes[position]
    if not isinstance(node, Phrase) or not node.fits(slot):
        return []
    kind = "actor" if "actor" in slot.kinds and node.actor is not None else "place"
    found, behind = collect(structure.nodes, position, kind)
    return found[:-1] if len(found) > 1 and _opens_clause(structure, behind) else found


def _opens_clause(structure: Structure, behind: int) -> bool:
    """Whether the last of a list that ends before ``behind`` is the subject of what follows: "hit A, and B said"."""
    last = structure.nodes[behind - 1]
    if not is_comma(structure.nodes[behind - 2]) or not last.conjunction or behind == len(structure.nodes):
        return False
    verb = structure.nodes[behind]
    if not isinstance(verb, Word):
        return False
    return verb.is_a("be", "have", "modal", "do") or (
        verb.part == "verb" and structure.group(behind).form == "finite"
    )


def behind_adverbs(structure: Structure, position: int) -> int:
    """The first position behind ``position`` where no adverb stands."""
    step = position + 1
    while (
        step < len(structure.nodes)
        and isinstance(node := structure.nodes[step], Word)
        and node.is_a("adverb")
    ):
        step += 1
    return step
