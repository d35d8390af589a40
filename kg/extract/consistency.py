"""What the claims of one sentence cannot say together, and what they say twice."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Claim, RelationKind, Span


def consistent(found: list[Claim], relations: Mapping[str, RelationKind]) -> list[Claim]:
    """The claims of a sentence in text order, each once; those who back each other in a passage do not fight in it."""
    backing = [claim for claim in found if relations[claim.predicate].stance == "friendly"]
    kept: list[Claim] = []
    for claim in sorted(found, key=lambda each: (each.evidence.start, each.evidence.end, each.predicate)):
        hostile = relations[claim.predicate].stance == "hostile"
        if hostile and any(_ends(claim) == _ends(other) and _overlap(claim, other) for other in backing):
            continue
        if not any(_repeats(claim, other, relations) for other in kept):
            kept.append(claim)
    return kept


def _ends(claim: Claim) -> frozenset[str]:
    return frozenset((claim.subject.entity.iri, claim.object.entity.iri))


def _overlap(one: Claim, other: Claim) -> bool:
    return _meet(one.evidence, other.evidence)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _repeats(claim: Claim, other: Claim, relations: Mapping[str, RelationKind]) -> bool:
    """Whether ``claim`` says again what ``other`` says, of an overlapping passage, as surely, by the same sources."""
    same = claim.predicate == other.predicate and claim.modality is other.modality and _overlap(claim, other)
    if not same or claim.attributed_to != other.attributed_to or _ends(claim) != _ends(other):
        return False
    return relations[claim.predicate].symmetric or claim.subject.entity == other.subject.entity
