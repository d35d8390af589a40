"""Who is where: what a deed at a place says of those who did it there, or to whom it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.nodes import Stated
from kg.iri import is_actor
from kg.model import Claim, Document, Mention, Span

_RELATION = "presentIn"


def of_parties(claim: Claim, places: Sequence[Mention], stated: Stated, document: Document) -> list[Claim]:
    """The presence at ``places``, those of ``claim``, of whom the frame puts there: both sides of a battle, the struck.

    Each is as sure as the claim, and has its sources; the evidence reaches to the words of the place.
    """
    parties = {"subject": claim.subject, "object": claim.object}
    return [
        replace(
            claim,
            subject=party,
            predicate=_RELATION,
            object=place,
            evidence=_evidence(claim, place, document),
            rule=f"{claim.rule}.place",
            place=None,
        )
        for place in places
        for role, party in parties.items()
        if role in stated.present and is_actor(party.entity.iri)
    ]


def _evidence(claim: Claim, place: Mention, document: Document) -> Span:
    start, end = min(claim.evidence.start, place.span.start), max(claim.evidence.end, place.span.end)
    return document.span(start, end)
