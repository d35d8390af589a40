"""Claims in full from the index of claims: their words are cut out of the texts, or were quoted where none is kept."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    "u.text, e.text, "
    "d.id, d.iri, sha256, name, title, d.date, d.earliest, d.latest, b.text, url, language, kept, d.claims "
    f"FROM claim {NAMED} JOIN document d ON d.id = claim.document JOIN term u ON u.id = claim.rule "
    "LEFT JOIN term p ON p.id = claim.place LEFT JOIN term b ON b.id = d.publisher "
    "LEFT JOIN term e ON e.id = claim.extractor"
)
_OFFSETS, _NUMBER, _DOCUMENT = slice(10, 18), 21, slice(22, None)
"""Where in a row of ``_IN_FULL`` the offsets stand, two by two, the number of the document, and what is told of it."""


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
    quotes = _quotes(
        file,
        (
            (row[_NUMBER], *words)
            for row in rows
            if row[_DOCUMENT.start] not in texts
            for words in (
                *zip(*[iter(row[_OFFSETS])] * 2, strict=True),
                *(step[1:] for step in chains[row[0]]),
            )
        ),
    )
    found = {}
    for row in rows:
        about = documents[row[_DOCUMENT.start]]
        claim = _cited(file, row, about, chains[row[0]], _Words(texts.get(about.iri), quotes[row[_NUMBER]]))
        found[claim.claim] = claim
    return tuple(found[each] for each in claims if each in found)


def _quotes(
    file: ClaimFile, wanted: Iterable[tuple[int, int | None, int | None]]
) -> dict[int, dict[tuple[int, int], str]]:
    """What is quoted of documents, by their numbers and by offsets, of what is ``wanted`` by these."""
    found: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for document, start, end, text in file.rows(
        "SELECT quote.* FROM json_each(?) CROSS JOIN quote ON document = json_extract(value, '$[0]') "
        "AND start = json_extract(value, '$[1]') AND end = json_extract(value, '$[2]')",
        (json.dumps(sorted({each for each in wanted if each[1] is not None})),),
    ):
        found[document][start, end] = text
    return found


def _cited(
    file: ClaimFile,
    row: tuple[Any, ...],
    about: AboutDocument,
    chain: Sequence[tuple[Any, ...]],
    told: _Words,
) -> Cited:
    _, iri, subject, relation, target, modality, place, earliest, latest, own, *rest = row[:_NUMBER]
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
