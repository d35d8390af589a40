"""Claims in short from the index of claims."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from kg.namespaces import RW
from kg.query.claim_file import NAMED, ClaimFile, modality_of
from kg.query.said import Said

_SAID = (
    "SELECT claim.id, claim.iri, s.text, r.text, o.text, m.text, d.iri, d.name, claim.start, p.text, "
    "b.text, claim.earliest, claim.latest, "
    f"claim.own, claim.speaker FROM claim {NAMED} JOIN document d ON d.id = claim.document "
    "LEFT JOIN term p ON p.id = claim.place LEFT JOIN term b ON b.id = d.publisher"
)
_SOURCES = "SELECT source.claim, t.text FROM source JOIN term t ON t.id = source.source"


def said_in(file: ClaimFile, claims: str, *lists: Sequence[str]) -> tuple[Said, ...]:
    """The claims whose numbers a query finds that has a list of terms, as ``IDS``, for each of ``lists``."""
    values = [json.dumps(list(each)) for each in lists]
    rows = file.rows(f"{_SAID} WHERE claim.id IN ({claims})", values)
    chains: dict[int, dict[str, None]] = defaultdict(dict)
    if any(row[-1] is not None for row in rows):
        for claim, source in file.rows(
            f"{_SOURCES} WHERE source.claim IN ({claims}) ORDER BY source.claim, source.position, t.text",
            values,
        ):
            chains[claim][source] = None
    return tuple(_one(file, row, tuple(chains.get(row[0], ()))) for row in rows)


def _one(file: ClaimFile, row: tuple[Any, ...], sources: tuple[str, ...]) -> Said:
    (
        _,
        iri,
        subject,
        relation,
        target,
        modality,
        document,
        name,
        start,
        place,
        publisher,
        earliest,
        latest,
        own,
        _,
    ) = row
    return Said(
        file.base + iri,
        subject,
        relation.removeprefix(RW),
        target,
        modality_of(modality),
        document,
        name,
        start,
        place,
        sources,
        publisher,
        earliest,
        latest,
        bool(own),
    )
