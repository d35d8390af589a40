"""Who is where: what a deed at a place says of those who did it there, or to whom it was done."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Stated
from kg.iri import is_actor
from kg.model import Claim, Document

_RELATION = "presentIn"


def of_parties(claim: Claim, stated: Stated, document: Document) -> list[Claim]:
    """The presence at the place of ``claim`` of those whom the frame puts there: both sides of a battle, the struck.

    Each is as sure as the claim, and has its sources; the evidence reaches to the words of the place.
    """
    place = claim.place
    if place is None:
        return []
    start, end = min(claim.evidence.start, place.span.start), max(claim.evidence.end, place.span.end)
    parties = {"subject": claim.subject, "object": claim.object}
    return [
        replace(
            claim,
            subject=party,
            predicate=_RELATION,
            object=place,
            evidence=document.span(start, end),
            rule=f"{claim.rule}.place",
            place=None,
        )
        for role, party in parties.items()
        if role in stated.present and is_actor(party.entity.iri)
    ]
