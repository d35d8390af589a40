"""Builds small documents and claims by hand, for tests that need values and not the extractor."""

from __future__ import annotations

import hashlib

from kg.model import Claim, Document, Entity, Mention, Modality, PartialDate, Precision
from kg.namespaces import BASE


def document(
    text: str, *, name: str = "made-by-hand.txt", language: str = "ar", date: str | None = None
) -> Document:
    """A document whose identity is computed from its text, as a reader computes it."""
    day = PartialDate(date, Precision.DAY) if date else None
    return Document(hashlib.sha256(text.encode()).hexdigest(), text, name, language, date=day)


def mention(source: Document, words: str, slug: str, type_: str = "ArmedGroup") -> Mention:
    """The first occurrence of ``words``, meaning the actor or place ``slug`` (``place/…`` for a place)."""
    start = source.text.index(words)
    path = slug if slug.startswith("place/") else f"actor/{slug}"
    label = path.partition("/")[2].replace("-", " ").title()
    return Mention(source.span(start, start + len(words)), Entity(BASE + path, type_, label))


def claim(
    source: Document,
    subject: Mention,
    predicate: str,
    target: Mention,
    *,
    modality: Modality = Modality.ASSERTED,
    attributed_to: tuple[Mention, ...] = (),
    place: Mention | None = None,
    date: PartialDate | None = None,
) -> Claim:
    """A claim whose evidence is the shortest passage that holds subject and object."""
    start = min(subject.span.start, target.span.start)
    end = max(subject.span.end, target.span.end)
    return Claim(
        source.sha256,
        subject,
        predicate,
        target,
        modality,
        source.span(start, end),
        rule="test.by-hand",
        confidence=0.9,
        attributed_to=attributed_to,
        place=place,
        date=date,
    )
