"""Finds what fills a slot of a frame by its preposition, and the list that it opens."""

from __future__ import annotations

from kg.extract.coordination import collect
from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.ordered.structure import Structure
from kg.languages import Slot

_FARTHEST = 10
"""Nodes behind a word within which its argument begins."""
_FARTHEST_VERB = 4
"""Nodes between a list and the verb of which it is the subject."""


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
            and node.preposition
            and node.fits(slot)
            and _leads(structure, node, slot)
            and not _is_beside_place(structure, step)
            and not _is_behind_border(structure, step)
        ):
            return step
    return None


def _is_beside_place(structure: Structure, step: int) -> bool:
    """Whether a river or a road only says where the place before it lies: "an attack near P on the Q River"."""
    node, before = structure.nodes[step], structure.nodes[step - 1]
    where = isinstance(before, Phrase) and before.place is not None and bool(before.preposition)
    return where and isinstance(node, Phrase) and bool(node.words) and node.words[-1].is_a("course")


def _is_behind_border(structure: Structure, step: int) -> bool:
    """Whether "with" only says which country a border is shared with: "near the border with X"."""
    node, before = structure.nodes[step], structure.nodes[step - 1]
    line = isinstance(before, Phrase) and bool(before.words) and before.words[-1].is_a("course")
    return line and node.preposition in structure.lexicon.pack.words["with"]


def _leads(structure: Structure, phrase: Phrase, slot: Slot) -> bool:
    """Whether a preposition of the slot leads the phrase, or opens what leads it: "a raid on the outskirts of P"."""
    if phrase.preposition in slot.preps:
        return True
    opening, space, _ = phrase.preposition.partition(" ")
    return (
        bool(space)
        and opening in slot.preps
        and phrase.preposition in structure.lexicon.pack.words["locative"]
    )


def members(structure: Structure, position: int, slot: Slot) -> list[Phrase]:
    """The list that begins at ``position``, of the kind that its first phrase has."""
    node = structure.nodes[position]
    if not isinstance(node, Phrase) or not node.fits(slot):
        return []
    kind = "actor" if "actor" in slot.kinds and node.actor is not None else "place"
    found, behind = collect(structure.nodes, position, kind)
    if kind == "actor":
        found, behind = _past_places(structure, found, behind, slot)
    elif _goes_on_likewise(structure, position, behind):
        # "Took P in X and Q in Y".
        found, behind = [*found, *members(structure, behind + 1, slot)], behind + 2
    if examples := _examples(structure, behind, kind):
        return [*found, *examples]
    if len(found) > 1 and _says(structure, behind):
        return _before_speakers(structure, position, behind, found)
    return found[:-1] if len(found) > 1 and _opens_clause(structure, behind) else found


def _examples(structure: Structure, behind: int, kind: str) -> list[Phrase]:
    """Those named of whom a list that ends before ``behind`` tells: "took several towns in Q, including P"."""
    step = behind
    where = structure.nodes[step] if step < len(structure.nodes) else None
    around = isinstance(where, Phrase) and where.place is not None and not where.conjunction
    step += around and structure.is_aside_place(behind)
    step += step < len(structure.nodes) and is_comma(structure.nodes[step])
    first = structure.nodes[step] if step < len(structure.nodes) else None
    if not isinstance(first, Phrase) or first.how != "name" or first.entity(kind) is None:
        return []
    if first.preposition not in structure.lexicon.pack.words["namely"]:
        return []
    return [each for each in collect(structure.nodes, step, kind)[0] if each.how == "name"]


def _past_places(
    structure: Structure, found: list[Phrase], behind: int, slot: Slot
) -> tuple[list[Phrase], int]:
    """The list with what goes on behind the place of its last member: "struck X in P and Y in Q"."""
    while behind + 1 < len(structure.nodes) and structure.is_aside_place(behind):
        step = behind + 1 + is_comma(structure.nodes[behind + 1])
        node = structure.nodes[step] if step < len(structure.nodes) else None
        if not isinstance(node, Phrase) or not node.conjunction or node.preposition or node.place is not None:
            break
        after = structure.nodes[step + 1] if step + 1 < len(structure.nodes) else None
        if not node.fits(slot) or (isinstance(after, Word) and not after.mark and not after.is_a("adverb")):
            break
        found, behind = [*found, node], step + 1
    return found, behind


def _goes_on_likewise(structure: Structure, position: int, behind: int) -> bool:
    """Whether a place with one round it follows, joined to places before the one round them: "P in X and Q in Y"."""
    if behind + 1 < len(structure.nodes) and structure.is_aside_place(behind):
        # "In P in X as well as in Q".
        first, other = structure.nodes[position], structure.nodes[behind + 1]
        placed = isinstance(other, Phrase) and other.place is not None and bool(other.conjunction)
        if placed and other.preposition and other.preposition == first.preposition:
            return True
    if behind + 2 >= len(structure.nodes) or not structure.is_aside_place(behind):
        return False
    node = structure.nodes[behind + 1]
    if not isinstance(node, Phrase) or not node.conjunction or node.preposition:
        return False
    return node.place is not None and structure.is_aside_place(behind + 2)


def _says(structure: Structure, behind: int) -> bool:
    """Whether a verb of saying follows a list, with no more than where its last member belongs between."""
    for step in range(behind, min(behind + _FARTHEST_VERB, len(structure.nodes))):
        node = structure.nodes[step]
        if isinstance(node, Word) and node.part == "verb":
            return node.is_a("reporting") and structure.group(step).form == "finite"
        if isinstance(node, Phrase) and not node.preposition:
            return False
        if isinstance(node, Word) and not node.is_a("adverb", "preposition"):
            return False
    return False


def _before_speakers(structure: Structure, position: int, behind: int, found: list[Phrase]) -> list[Phrase]:
    """The members of a list before those who say all that: "killed X and Y, A and B said" tells of X and Y."""
    commas = [step for step in range(position, behind) if is_comma(structure.nodes[step])]
    if not commas:
        return found
    ends = commas[0]
    for comma in commas[1:]:
        if any(node.conjunction for node in structure.nodes[commas[0] : comma]):
            ends = comma
            break
    last = structure.nodes[ends].start
    return [each for each in found if each.start < last]


def _opens_clause(structure: Structure, behind: int) -> bool:
    """Whether the last of a list that ends before ``behind`` is the subject of what follows: "hit A, and B said"."""
    last = structure.nodes[behind - 1]
    if not last.conjunction or behind == len(structure.nodes):
        return False
    verb = structure.nodes[behind]
    if not isinstance(verb, Word):
        return False
    if not is_comma(structure.nodes[behind - 2]):
        # "Got aid from A and B has denied it": the clause of A has its verb.
        own = structure.verb_before(behind - 1)
        if own is None or structure.is_verb(own, "reporting") or structure.in_relative(own):
            return False
        return structure.group(own).form == "finite" and verb.is_a("have", "modal", "do", "be")
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
