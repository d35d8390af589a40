"""Who speaks: to whom claims are ascribed in the last instance, else who published their documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.query.lookup import look_up_unsorted
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source and how much it says."""

    name: str
    """The IRI of an actor, or the name of a publisher."""
    documents: int
    claims: int


def speakers_of(store: Store, entity: str) -> tuple[Speaker, ...]:
    """Who speaks of an actor or a place, those in most documents first."""
    documents, claims = _ascribed(
        _outermost(look_up_unsorted(store, "attributed-of", entity=[entity]), "text")
    )
    found = [Speaker(who, len(those), claims[who]) for who, those in documents.items()]
    for row in look_up_unsorted(store, "published-of", entity=[entity]):
        if row["publisher"]:
            found.append(Speaker(row["publisher"], int(row["documents"] or 0), int(row["claims"] or 0)))
    return ranked(found)


def speakers(store: Store) -> tuple[Speaker, ...]:
    """Who speaks in all documents, those in most of them first."""
    outermost = _outermost(look_up_unsorted(store, "attributed"), "document")
    documents, claims = _ascribed(outermost)
    found = [Speaker(who, len(those), claims[who]) for who, those in documents.items()]
    ascribed = Counter(document for document, _ in outermost.values())
    own_documents, own_claims = Counter[str](), Counter[str]()
    for row in look_up_unsorted(store, "publishers"):
        left = int(row["claims"] or 0) - ascribed[row["document"] or ""]
        if row["publisher"] and left > 0:
            own_documents[row["publisher"]] += 1
            own_claims[row["publisher"]] += left
    found += [Speaker(name, own_documents[name], own_claims[name]) for name in own_documents]
    return ranked(found)


def _outermost(rows: Iterable[dict[str, str | None]], where: str) -> dict[str, tuple[str, str]]:
    """Document and outermost source of each claim that is ascribed to anybody."""
    last: dict[str, tuple[int, str, str]] = {}
    for row in rows:
        claim, step = (
            row["claim"] or "",
            (int(row["position"] or 0), row["source"] or "", row[where] or ""),
        )
        last[claim] = max(last.get(claim, step), step)
    return {claim: (document, source) for claim, (_, source, document) in last.items()}


def _ascribed(outermost: dict[str, tuple[str, str]]) -> tuple[dict[str, set[str]], Counter[str]]:
    documents: dict[str, set[str]] = defaultdict(set)
    claims = Counter[str]()
    for document, source in outermost.values():
        documents[source].add(document)
        claims[source] += 1
    return documents, claims


def ranked(found: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """Those in most documents first."""
    return tuple(sorted(found, key=lambda each: (-each.documents, -each.claims, each.name)))
