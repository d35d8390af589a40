"""Claims <-> JSON Lines, in the layout of ``kg extract --format jsonl``."""

from __future__ import annotations

import re
from typing import Any

from kg.iri import Iris, is_place
from kg.model import Claim, Document, Entity, Mention, Modality, PartialDate, Precision, Span


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
        "about": _about(document),
    }


def document_of(record: dict[str, Any]) -> Document:
    """The document that a claim's record is about, without its text and its claims.

    Raises ``KeyError``, ``TypeError``, ``ValueError`` and ``AttributeError`` for a record of another form.
    """
    about = record["about"]
    known = {key: _string(about[key]) for key in _OF_DOCUMENT if about.get(key) is not None}
    date = about.get("date")
    if not _SHA256.fullmatch(_string(about["sha256"])):
        raise ValueError(f"{about['sha256']!r} is not a SHA-256")
    length = about["characters"]
    if type(length) is not int or length < 1:
        raise ValueError(f"{length!r} is no number of characters")
    return Document(
        sha256=_string(about["sha256"]),
        text="",
        name=_string(record["document"]),
        language=_string(record["language"]),
        date=_date(date) if date else None,
        length=length,
        title=known.get("title"),
        source=known.get("source"),
        url=known.get("url"),
        author=known.get("author"),
    )


def claim_of(record: dict[str, Any], sha256: str) -> Claim:
    """The claim that ``claim_record`` wrote, of the document with this hash. Raises as ``document_of`` does.

    The IRI of the claim is left alone: it follows from the rest.
    """
    place, date = record.get("place"), record.get("date")
    return Claim(
        document=sha256,
        subject=_mention(record["subject"]),
        predicate=_string(record["predicate"]),
        object=_mention(record["object"]),
        modality=Modality(record["modality"]),
        evidence=_span(record["evidence"], "quote"),
        rule=_string(record["rule"]),
        confidence=float(record["confidence"]),
        attributed_to=tuple(map(_mention, record.get("attributed_to") or ())),
        place=_mention(place) if place else None,
        date=_date(date) if date else None,
        extractor=_string(record["extractor"]),
    )


_SHA256 = re.compile("[0-9a-f]{64}")
_OF_DOCUMENT = ("title", "source", "url", "author")
"""What may be known of a document, as strings."""


def _about(document: Document) -> dict[str, Any]:
    """What is known of the document beyond its name and language; its text is not."""
    date = document.date
    stated = {key: getattr(document, key) for key in _OF_DOCUMENT}
    return {
        "sha256": document.sha256,
        "characters": document.characters,
        **({"date": {"value": date.value, "precision": date.precision.value}} if date else {}),
        **{key: value for key, value in stated.items() if value is not None},
    }


def _mention(told: dict[str, Any]) -> Mention:
    iri, known = _string(told["id"]), told.get("known", True) is not False
    type_ = _string(told.get("type") or ("Place" if is_place(iri) else "Actor"))
    label = _string(told["label"])
    if known:
        return Mention(_span(told, "text"), Entity(iri, type_, label))
    others = {key: _string(told[key]) for key in _OF_UNKNOWN if told.get(key)}
    return Mention(_span(told, "text"), Entity(iri, type_, label, known=False, **others))


_OF_UNKNOWN = ("label_ar", "country", "within")
"""What is said of an actor or place that no registry describes, beyond its class and label."""


def _span(told: dict[str, Any], words: str) -> Span:
    return Span(told["start"], told["end"], _string(told[words]))


def _date(told: dict[str, Any]) -> PartialDate:
    date = PartialDate(_string(told["value"]), Precision(told["precision"]))
    if date.latest < date.earliest:
        raise ValueError(date.value)
    return date


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a string")
    return value


def _named(mention: Mention) -> dict[str, Any]:
    entity, span = mention.entity, mention.span
    return {
        "id": entity.iri,
        "label": entity.label,
        "start": span.start,
        "end": span.end,
        "text": span.quote,
        **({} if entity.known else _described(entity)),
    }


def _described(entity: Entity) -> dict[str, Any]:
    """What no registry says of the entity."""
    others = {key: getattr(entity, key) for key in _OF_UNKNOWN}
    return {"known": False, "type": entity.type, **{key: value for key, value in others.items() if value}}


def _argument(mention: Mention) -> dict[str, Any]:
    return {**_named(mention), "type": mention.entity.type}
