"""Claims in full: who and whom in which words, and what stands round them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Modality, Span
from kg.namespaces import RW
from kg.query.about_documents import AboutDocument, about_documents, texts_of
from kg.query.lookup import look_up_unsorted
from kg.store import Store

ROUND = 120
"""Code points of text that are given before and behind the evidence."""
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Argument:
    """Somebody or some place in a claim, and the words that name it, where they are known."""

    iri: str
    words: Span | None


@dataclass(frozen=True, slots=True)
class Cited:
    """One claim with its words. Offsets are half-open code points into the document's text."""

    claim: str
    subject: Argument
    relation: str
    object: Argument
    modality: Modality
    sources: tuple[Argument, ...]
    """To whom the document ascribes it, innermost first."""
    place: Argument | None
    document: AboutDocument
    evidence: Span
    before: str
    after: str
    """Text round the evidence; empty where the text is not kept."""
    earliest: str | None
    latest: str | None
    own_date: bool
    confidence: float
    rule: str
    extractor: str | None


def cite(store: Store, claims: Sequence[str]) -> tuple[Cited, ...]:
    """Those of ``claims`` (IRIs) that the store holds, in their order."""
    rows: dict[str, list[dict[str, str | None]]] = defaultdict(list)
    for start in range(0, len(claims), _AT_ONCE):
        for row in look_up_unsorted(store, "claims-in-full", claim=claims[start : start + _AT_ONCE]):
            rows[row["claim"] or ""].append(row)
    words = _words(store, (row[key] for own in rows.values() for row in own for key in _WORDS))
    documents = about_documents(store, {own[0]["document"] or "" for own in rows.values()})
    found = [_cited(rows[each], words, documents) for each in claims if each in rows]
    return tuple(_surrounded(store, found))


_WORDS = ("subject_words", "object_words", "place_words", "source_words")


def _words(store: Store, nodes: Iterable[str | None]) -> dict[str, Span]:
    wanted = sorted({node for node in nodes if node})
    found: dict[str, Span] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        for row in look_up_unsorted(store, "words", words=wanted[start : start + _AT_ONCE]):
            span = _span(row)
            found[row["words"] or ""] = span
    return found


def _cited(
    rows: Sequence[dict[str, str | None]], words: dict[str, Span], documents: dict[str, AboutDocument]
) -> Cited:
    row = rows[0]

    def argument(of: dict[str, str | None], key: str) -> Argument:
        return Argument(of[key] or "", words.get(of[f"{key}_words"] or ""))

    about = documents[row["document"] or ""]
    # A source that the text names twice has two rows: the first words count.
    ordered = sorted(
        (each for each in rows if each["source"]),
        key=lambda each: (int(each["position"] or 0), each["source"] or "", each["source_words"] or ""),
    )
    chain: dict[tuple[str | None, str | None], Argument] = {}
    for each in ordered:
        chain.setdefault((each["position"], each["source"]), argument(each, "source"))
    own = row["earliest"] is not None
    return Cited(
        row["claim"] or "",
        argument(row, "subject"),
        (row["relation"] or "").removeprefix(RW),
        argument(row, "object"),
        Modality((row["modality"] or "").removeprefix(RW)),
        tuple(chain.values()),
        argument(row, "place") if row["place"] else None,
        about,
        _span(row),
        "",
        "",
        row["earliest"] or about.earliest,
        row["latest"] or about.latest,
        own,
        float(row["confidence"] or 0),
        row["rule"] or "",
        row["extractor"],
    )


def _span(row: dict[str, str | None]) -> Span:
    return Span(int(row["start"] or 0), int(row["end"] or 0), row["quote"] or "")


def _surrounded(store: Store, found: Sequence[Cited]) -> Iterator[Cited]:
    texts = texts_of(store, {each.document.iri for each in found if each.document.text_kept})
    for each in found:
        text, span = texts.get(each.document.iri, ""), each.evidence
        yield replace(
            each,
            before=text[max(0, span.start - ROUND) : span.start],
            after=text[span.end : span.end + ROUND],
        )
