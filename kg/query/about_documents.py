"""What is known of documents, beside their texts and their claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.query.lookup import look_up_unsorted
from kg.store import Store

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class AboutDocument:
    """One document. Days are ISO 8601."""

    iri: str
    sha256: str
    name: str
    """As it was loaded."""
    title: str | None
    date: str | None
    """A day, month, year, or the first and last day of another run of days with a slash between."""
    earliest: str | None
    latest: str | None
    publisher: str | None
    url: str | None
    language: str | None
    text_kept: bool
    claims: int


def about_documents(store: Store, iris: Iterable[str]) -> dict[str, AboutDocument]:
    """What is known of those of ``iris`` that are in the store, by IRI."""
    wanted = sorted(set(iris))
    found: dict[str, AboutDocument] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        for row in look_up_unsorted(store, "about-documents", document=wanted[start : start + _AT_ONCE]):
            iri = row["document"] or ""
            found[iri] = AboutDocument(
                iri,
                row["sha256"] or "",
                row["name"] or "",
                row["title"],
                row["date"],
                row["earliest"],
                row["latest"],
                row["publisher"],
                row["url"],
                row["language"],
                row["kept"] != "false",
                int(row["claims"] or 0),
            )
    return found


def text_of(store: Store, iri: str) -> str | None:
    """The text of a document, where it is kept."""
    return texts_of(store, [iri]).get(iri)


def texts_of(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """The texts of those of ``iris`` whose texts are kept, by IRI."""
    wanted = sorted(set(iris))
    rows = look_up_unsorted(store, "text-of-document", document=wanted) if wanted else ()
    return {row["document"] or "": row["text"] or "" for row in rows}
