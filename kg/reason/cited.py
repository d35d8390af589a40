"""The claims about two entities, with the words, documents and sources that a reader wants to see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pyoxigraph import NamedNode

from kg.model import Modality
from kg.namespaces import RW
from kg.rdf import Link
from kg.reason.asking import Row, rows
from kg.reason.labels import Named, read_labels
from kg.reason.period import Interval
from kg.store import Store

STRENGTH = (Modality.ASSERTED, Modality.UNCONFIRMED, Modality.HYPOTHETICAL, Modality.DENIED)
"""The modalities, the surest first."""

_FEW = 200
"""Claims that are looked at one by one."""


@dataclass(frozen=True, slots=True)
class StatedLink:
    """What one claim says, and how surely: enough to weigh it, without its words."""

    claim: str
    """IRI."""
    link: Link
    modality: Modality
    dates: Interval | None
    """The claim's own, else its document's."""
    confidence: float


StatedBetween: TypeAlias = Callable[[str, str], tuple[StatedLink, ...]]
"""What all claims say about two entities, given by their IRIs, as ``stated_between`` says it."""


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A claim with its evidence. ``start`` and ``end`` are half-open code points into the document's text."""

    claim: str
    link: Link
    modality: Modality
    document: str
    """IRI."""
    document_name: str
    quote: str
    start: int
    end: int
    sources: tuple[Named, ...]
    """The chain to whom the document ascribes it, innermost first; empty where its author speaks."""
    place: Named | None
    date: str | None
    """Day, month or year; the claim's own, else its document's."""
    date_is_of_document: bool
    dates: Interval | None
    confidence: float
    rule: str


def stated_between(store: Store, one: str, other: str) -> tuple[StatedLink, ...]:
    """What all claims say about two entities, in either direction; the surest and most confident first."""
    return surest_first([*_stated(store, one, other), *(_stated(store, other, one) if one != other else ())])


def surest_first(stated: Iterable[StatedLink]) -> tuple[StatedLink, ...]:
    """Sorted by how surely and how confidently they are stated, then by the claims' IRIs."""
    return tuple(
        sorted(stated, key=lambda each: (STRENGTH.index(each.modality), -each.confidence, each.claim))
    )


def cite(store: Store, stated: Sequence[StatedLink]) -> tuple[CitedClaim, ...]:
    """The claims behind ``stated``, in that order, with words, documents and sources."""
    if not stated:
        return ()
    claims = " ".join(str(NamedNode(each.claim)) for each in stated)
    found = rows(
        store,
        f"""SELECT * WHERE {{ VALUES ?claim {{ {claims} }}
          ?claim rw:statedIn ?document ; rw:evidence ?evidence ; rw:rule ?rule .
          ?document rw:name ?name . ?evidence rw:quote ?quote ; rw:start ?start ; rw:end ?end .
          OPTIONAL {{ ?claim rw:place ?place }}
          OPTIONAL {{ ?claim rw:date ?own }} OPTIONAL {{ ?document rw:date ?reported }} }}""",
    )
    chains = _chains(store, claims)
    places = [row["place"].value for row in found if "place" in row]
    names = read_labels(store, [*places, *(source for chain in chains.values() for source in chain)])
    by_claim = {row["claim"].value: row for row in found}
    return tuple(
        _cited(
            each, by_claim[each.claim], tuple(names[source] for source in chains.get(each.claim, ())), names
        )
        for each in stated
        if each.claim in by_claim
    )


def _stated(store: Store, subject: str, target: str) -> Iterable[StatedLink]:
    found = rows(
        store,
        f"""SELECT * WHERE {{
          {{ SELECT DISTINCT ?claim WHERE {{ {_pair(store, str(NamedNode(subject)), str(NamedNode(target)))} }} }}
          ?claim rw:predicate ?predicate ; rw:modality ?modality ;
            rw:confidence ?confidence ; rw:statedIn ?document .
          OPTIONAL {{ ?claim rw:earliest ?first }} OPTIONAL {{ ?claim rw:latest ?last }}
          OPTIONAL {{ ?document rw:earliest ?reportedFirst }} OPTIONAL {{ ?document rw:latest ?reportedLast }} }}""",
    )
    for row in found:
        link = subject, row["predicate"].value.removeprefix(RW), target
        modality = Modality(row["modality"].value.removeprefix(RW))
        dates = _interval(row, "first", "last") or _interval(row, "reportedFirst", "reportedLast")
        yield StatedLink(row["claim"].value, link, modality, dates, float(row["confidence"].value))


def _pair(store: Store, subject: str, target: str) -> str:
    """A pattern that finds the claims with this subject and this object: from the end of which few claims are made,
    else from both at once. Oxigraph would look up the object of every claim about a subject, however many there are.
    """
    one, other = f"?claim rw:subject {subject}", f"?claim rw:object {target}"
    for near, far in ((one, other), (other, one)):
        if len(rows(store, f"SELECT ?claim WHERE {{ {near} }} LIMIT {_FEW}")) < _FEW:
            return f"{{ SELECT ?claim WHERE {{ {near} }} }} {far}"
    return f"{{ SELECT ?claim WHERE {{ {one} }} }} {{ SELECT ?claim WHERE {{ {other} }} }}"


def _cited(stated: StatedLink, row: Row, sources: tuple[Named, ...], names: dict[str, Named]) -> CitedClaim:
    own, reported = row.get("own"), row.get("reported")
    date_term = own or reported
    return CitedClaim(
        claim=stated.claim,
        link=stated.link,
        modality=stated.modality,
        document=row["document"].value,
        document_name=row["name"].value,
        quote=row["quote"].value,
        start=int(row["start"].value),
        end=int(row["end"].value),
        sources=sources,
        place=names[row["place"].value] if "place" in row else None,
        date=date_term.value if date_term else None,
        date_is_of_document=own is None and reported is not None,
        dates=stated.dates,
        confidence=stated.confidence,
        rule=row["rule"].value,
    )


def _chains(store: Store, claims: str) -> dict[str, list[str]]:
    found = rows(
        store,
        f"""SELECT * WHERE {{ VALUES ?claim {{ {claims} }}
          ?claim rw:attribution ?step . ?step rw:position ?position ; rw:source ?source }}""",
    )
    chains: dict[str, list[str]] = defaultdict(list)
    for row in sorted(found, key=lambda row: int(row["position"].value)):
        chains[row["claim"].value].append(row["source"].value)
    return chains


def _interval(row: Row, first: str, last: str) -> Interval | None:
    if first not in row or last not in row:
        return None
    return date.fromisoformat(row[first].value), date.fromisoformat(row[last].value)
