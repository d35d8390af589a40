"""What the ledger is told of a document, so that it can be read again should the store lose it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.model import Document, PartialDate, Precision
from kg.outside import is_rdf
from kg.pipeline.preparing import Prepared
from kg.pipeline.stages import ClaimSource
from kg.store import Entry
from kg.store.ledger import now

GIVEN = "(given)"
"""What the ledger has for the reader of a document whose claims came with it; no extractor can have this name."""


def reader_name(source: ClaimSource) -> str:
    """What the ledger calls the source of claims: its ``name``, or that of its class."""
    return str(getattr(source, "name", type(source).__name__))


def loaded_entry(given: Prepared, *, reader: str, known: Entry | None = None) -> Entry:
    """The line for a document that is as it was prepared. Without a file of its own it keeps that of ``known``."""
    document = given.document
    origin = document.origin
    # The file of a text does not hold the claims that were given of it, nor the other way round.
    fits = known is not None and (known.extractor == GIVEN) == given.given
    from_known = (known.path, known.form) if known is not None and fits else (None, None)
    path, form = (origin.path, origin.form) if origin is not None else from_known
    return Entry(
        "loaded",
        document.sha256,
        document.name,
        given.claims,
        given.quads,
        given.digest,
        now(),
        path=path,
        form=form,
        extractor=GIVEN if given.given else reader,
        said=_said(document),
    )


def was_read(entry: Entry) -> bool:
    """Whether a reader found the claims in the text; else they came with it, and reading the text gives others."""
    # Lines of older versions say who was to read, even of RDF, which nobody does.
    return entry.extractor != GIVEN and not is_rdf(entry.form or "")


def is_news(entry: Entry, known: Entry | None) -> bool:
    """Whether the ledger has to be told, where ``known`` is its last line on the document.

    It is if the graph is another, or if the file of before is unknown or gone and another holds the text.
    """
    if known is None or known.digest != entry.digest:
        return True
    return entry.path is not None and (known.path is None or not Path(known.path).exists())


def as_recorded(document: Document, entry: Entry) -> Document:
    """The document with the name and metadata that it had when ``entry`` was written."""
    if entry.extractor is None:
        return replace(document, name=entry.name)
    said = entry.said
    return replace(
        document,
        name=entry.name,
        language=said.get("language", document.language),
        title=said.get("title"),
        date=_date(said["date"]) if "date" in said else None,
        source=said.get("source"),
        url=said.get("url"),
        author=said.get("author"),
    )


def _said(document: Document) -> dict[str, str]:
    told = {
        "language": document.language,
        "title": document.title,
        "date": document.date.value if document.date is not None else None,
        "source": document.source,
        "url": document.url,
        "author": document.author,
    }
    return {key: value for key, value in told.items() if value is not None}


def _date(value: str) -> PartialDate:
    shapes = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}
    return PartialDate(value, Precision.INTERVAL if "/" in value else shapes[len(value.split("-"))])
