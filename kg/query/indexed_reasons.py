"""What claims say about two, weighed, from the index of claims: ``kg why`` weighs all of them and shows a few."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from kg.query.claim_file import ClaimFile
from kg.reason.cited import StatedBetween, StatedLink, surest_first

if TYPE_CHECKING:
    from kg.query.claims import Claims

_STATED = (
    "SELECT claim.iri, relation, modality, earliest, latest, confidence FROM json_each(:relations) named "
    "CROSS JOIN claim ON subject = :one AND relation = named.value AND object = :other"
)
"""With each relation named, both ends are found at once."""


def stated_from(claims: Claims) -> StatedBetween | None:
    """How the index of claims says what ``kg.reason.cited.stated_between`` says; ``None`` for claims of the graph."""
    from kg.query.claim_index import ClaimIndex

    if not isinstance(claims, ClaimIndex):
        return None
    file = claims.file

    def between(one: str, other: str) -> tuple[StatedLink, ...]:
        return surest_first(
            [*_stated(file, one, other), *(_stated(file, other, one) if one != other else ())]
        )

    return between


def _stated(file: ClaimFile, subject: str, target: str) -> Iterator[StatedLink]:
    ends = {"one": file.number(subject), "other": file.number(target)}
    for iri, relation, modality, earliest, latest, confidence in file.rows(
        _STATED, {**ends, "relations": json.dumps(list(file.relations))}
    ):
        known = earliest and latest
        days = (date.fromisoformat(earliest), date.fromisoformat(latest)) if known else None
        yield StatedLink(
            file.base + iri,
            (subject, file.relations[relation], target),
            file.modalities[modality],
            days,
            confidence,
        )
