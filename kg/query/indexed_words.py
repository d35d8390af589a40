"""Claims in full from the index of claims: their words are cut out of the texts, or were quoted where none is kept."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from kg.model import Span
from kg.namespaces import RW
from kg.query.about_documents import AboutDocument, texts_of
from kg.query.cited import ROUND, Argument, Cited
from kg.query.claim_file import NAMED, ClaimFile, modality_of
from kg.store import Store

_IN_FULL = (
    "SELECT claim.id, claim.iri, s.text, r.text, o.text, m.text, p.text, claim.earliest, claim.latest, claim.own, "
    "claim.start, claim.end, subject_start, subject_end, object_start, object_end, place_start, place_end, confidence, "
    "u.text, e.text, d.iri, sha256, name, title, date, d.earliest, d.latest, b.text, url, language, kept, d.claims "
    f"FROM claim {NAMED} JOIN document d ON d.id = claim.document JOIN term u ON u.id = claim.rule "
    "LEFT JOIN term p ON p.id = claim.place LEFT JOIN term b ON b.id = d.publisher "
    "LEFT JOIN term e ON e.id = claim.extractor"
)
_DOCUMENT = slice(21, None)
"""Where in a row of ``_IN_FULL`` the document stands."""


class _Words:
    """The words of a document: its text, or where that is not kept, what is quoted of it."""

    def __init__(self, text: str | None, quotes: Mapping[tuple[int, int], str]) -> None:
        self.text = text or ""
        self._quotes = quotes

    def span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end] or self._quotes.get((start, end), ""))


def cite_from(file: ClaimFile, store: Store, claims: Sequence[str]) -> tuple[Cited, ...]:
    """As ``Claims.cite``; the texts are those of ``store``."""
    known = json.dumps([each.removeprefix(file.base) for each in claims])
    chosen = "claim.iri IN (SELECT value FROM json_each(?))"
    rows = file.rows(f"{_IN_FULL} WHERE {chosen}", (known,))
    chains: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for claim, *source in file.rows(
        "SELECT source.claim, t.text, source.start, source.end FROM source JOIN term t ON t.id = source.source "
        f"WHERE source.claim IN (SELECT id FROM claim WHERE {chosen}) "
        "ORDER BY source.claim, source.position, t.text",
        (known,),
    ):
        chains[claim].append(tuple(source))
    documents = {row[_DOCUMENT.start]: _document(row[_DOCUMENT]) for row in rows}
    texts = texts_of(store, [each.iri for each in documents.values() if each.text_kept])
    quotes = _quotes(file, [each.iri for each in documents.values() if each.iri not in texts])
    found = {}
    for row in rows:
        about = documents[row[_DOCUMENT.start]]
        claim = _cited(file, row, about, chains[row[0]], _Words(texts.get(about.iri), quotes[about.iri]))
        found[claim.claim] = claim
    return tuple(found[each] for each in claims if each in found)


def _quotes(file: ClaimFile, documents: Sequence[str]) -> dict[str, dict[tuple[int, int], str]]:
    found: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for iri, start, end, text in file.rows(
        "SELECT iri, start, end, text FROM document d JOIN quote ON quote.document = d.id "
        "WHERE iri IN (SELECT value FROM json_each(?))",
        (json.dumps(list(documents)),),
    ):
        found[iri][start, end] = text
    return found


def _cited(
    file: ClaimFile,
    row: tuple[Any, ...],
    about: AboutDocument,
    chain: Sequence[tuple[Any, ...]],
    told: _Words,
) -> Cited:
    _, iri, subject, relation, target, modality, place, earliest, latest, own, *rest = row[: _DOCUMENT.start]
    start, end, *words, confidence, rule, extractor = rest

    def argument(who: str, first: int | None, last: int | None) -> Argument:
        return Argument(who, None if first is None or last is None else told.span(first, last))

    return Cited(
        file.base + iri,
        argument(subject, *words[:2]),
        relation.removeprefix(RW),
        argument(target, *words[2:4]),
        modality_of(modality),
        tuple(argument(*source) for source in chain),
        argument(place, *words[4:]) if place else None,
        about,
        told.span(start, end),
        told.text[max(0, start - ROUND) : start],
        told.text[end : end + ROUND],
        earliest,
        latest,
        bool(own),
        confidence,
        rule,
        extractor,
    )


def _document(row: Sequence[Any]) -> AboutDocument:
    iri, sha256, name, title, date, earliest, latest, publisher, url, language, kept, claims = row
    return AboutDocument(
        iri, sha256, name, title, date, earliest, latest, publisher, url, language, bool(kept), claims
    )
