"""Claims <-> JSON Lines, in the layout of ``kg extract --format jsonl``."""

from __future__ import annotations

from typing import Any

from kg.iri import Iris
from kg.model import Claim, Document, Mention


def claim_record(claim: Claim, document: Document, iris: Iris) -> dict[str, Any]:
    """One claim as plain data. Offsets are half-open code points into ``document.text``."""
    return {
        "claim": iris.claim(claim),
        "document": document.name,
        "language": document.language,
        "subject": _argument(claim.subject),
        "predicate": claim.predicate,
        "object": _argument(claim.object),
        "modality": claim.modality.value,
        "attributed_to": [_named(source) for source in claim.attributed_to],
        "place": _named(claim.place) if claim.place else None,
        "date": {"value": claim.date.value, "precision": claim.date.precision.value} if claim.date else None,
        "evidence": {"start": claim.evidence.start, "end": claim.evidence.end, "quote": claim.evidence.quote},
        "confidence": claim.confidence,
        "rule": claim.rule,
        "extractor": claim.extractor,
    }


def _named(mention: Mention) -> dict[str, Any]:
    entity, span = mention.entity, mention.span
    return {
        "id": entity.iri,
        "label": entity.label,
        "start": span.start,
        "end": span.end,
        "text": span.quote,
        **({} if entity.known else {"known": False}),
    }


def _argument(mention: Mention) -> dict[str, Any]:
    return {**_named(mention), "type": mention.entity.type}
