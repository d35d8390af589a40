"""Keeps the summaries true to the documents' claims, reading what a change touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from kg.iri import Iris
from kg.model import Modality
from kg.namespaces import DCTERMS, RW
from kg.rdf import (
    Count,
    Key,
    Link,
    PackedTriple,
    Point,
    Summary,
    Voice,
    count_triples,
    packed,
    packed_triples,
    summary_of,
    summary_triples,
    voice_triples,
)
from kg.store import Store, document_graphs

_AT_ONCE = 1_000
"""Counts that one query asks for."""
_REMEMBERED = 100_000
"""Counts that are remembered between changes, of some 500 bytes each."""
_NONE = Count()


@dataclass(frozen=True, slots=True)
class SummaryChange:
    """Triples that leave the graph of summaries, and triples that come into it."""

    removed: frozenset[PackedTriple]
    added: frozenset[PackedTriple]


class Summaries:
    """The summaries of a store. Takes every change that it hands out as written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._remembered: dict[Key, Count] = {}

    def grown(self, documents: Iterable[Summary]) -> SummaryChange:
        """What changes when documents come that are new."""
        more = total(documents)
        before = self._counts(more.counts)
        after = {key: _sum(before.get(key, _NONE), count) for key, count in more.counts.items()}
        self._remember(after)
        return self._between(before, after, frozenset(), more.voices)

    def change(self, graph: str, before: Summary, after: Summary) -> SummaryChange:
        """What changes when the document in ``graph`` comes to ``after``; the store must still hold ``before``."""
        if not before.counts:
            return self.grown([after])
        known = self._counts({**before.counts, **after.counts})
        gone, come = before.voices - after.voices, after.voices - before.voices
        new: dict[Key, Count] = {}
        for key, count in known.items():
            left = _difference(count, before.counts.get(key, _NONE))
            if len(key) == 4 and left.claims and (not left.first or any(key == point for point, _ in gone)):
                others = self._elsewhere(key, graph)
                left = replace(left, first=others.counts.get(key, _NONE).first)
                gone -= others.voices
            new[key] = left
        for key, count in after.counts.items():
            new[key] = _sum(new.get(key, _NONE), count)
        self._remembered = {}
        return self._between(known, {key: count for key, count in new.items() if count.claims}, gone, come)

    def stated_only_in(self, document: Summary, links: Iterable[Link]) -> frozenset[Link]:
        """Those of ``links``, which a document asserts, that no other one does; the store must still hold it."""
        points: dict[Key, Link] = {(*link, Modality.ASSERTED.value): link for link in links}
        known = self._counts(points)
        return frozenset(
            link
            for point, link in points.items()
            if known.get(point, _NONE).documents <= document.counts[point].documents
        )

    def _between(
        self,
        before: Mapping[Key, Count],
        after: Mapping[Key, Count],
        gone: frozenset[Voice],
        come: frozenset[Voice],
    ) -> SummaryChange:
        iris = self._store.iris
        removed, added = set(voice_triples(gone, iris)), set(voice_triples(come, iris))
        for key in before.keys() | after.keys():
            old, new = before.get(key), after.get(key)
            if old == new:
                continue
            # What stays the same of a count is written once, with the first document that gives it.
            told = count_triples if old and new else summary_triples
            was = frozenset(told(key, old, iris)) if old else frozenset()
            now = frozenset(told(key, new, iris)) if new else frozenset()
            removed |= was - now
            added |= now - was
        return SummaryChange(frozenset(removed), frozenset(added))

    def _remember(self, counts: Mapping[Key, Count]) -> None:
        if len(self._remembered) > _REMEMBERED:
            self._remembered = {}
        self._remembered.update(counts)

    def _counts(self, keys: Iterable[Key]) -> dict[Key, Count]:
        """What the store has counted of ``keys`` so far."""
        found = {key: self._remembered[key] for key in keys if key in self._remembered}
        asked = {self._store.iris.summary(*key): key for key in keys if key not in found}
        nodes = list(asked)
        told: dict[str, dict[str, str]] = {}
        for start in range(0, len(nodes), _AT_ONCE):
            values = " ".join(str(NamedNode(node)) for node in nodes[start : start + _AT_ONCE])
            for part in ("claims", "documents", "firstClaim"):
                # One pattern a query: with an OPTIONAL, Oxigraph reads all counts that there are.
                rows = self._store.select(
                    f"SELECT ?node ?value WHERE {{ VALUES ?node {{ {values} }} "
                    f"GRAPH {NamedNode(self._store.iris.graph('summary'))} {{ ?node <{RW}{part}> ?value }} }}"
                ).rows
                for row in rows:
                    node, value = (str(getattr(term, "value", "")) for term in row)
                    told.setdefault(node, {})[part] = value
        for node, own in told.items():
            count = Count(int(own["claims"]), int(own["documents"]), own.get("firstClaim", ""))
            found[asked[node]] = count
        return found

    def _elsewhere(self, point: Point, graph: str) -> Summary:
        """What the other documents say of ``point``."""
        subject, relation, target, modality = point
        rows = self._store.select(
            "SELECT ?claim ?document ?named ?publisher WHERE { GRAPH ?graph { "
            f"?claim <{RW}subject> {NamedNode(subject)} ; <{RW}object> {NamedNode(target)} ; "
            f"<{RW}predicate> {NamedNode(RW + relation)} ; <{RW}modality> {NamedNode(RW + modality)} ; "
            f"<{RW}statedIn> ?document }} FILTER(?graph != {NamedNode(graph)}) "
            f"OPTIONAL {{ ?claim <{RW}attributedTo> ?named }} "
            f"OPTIONAL {{ ?document <{DCTERMS}publisher> ?publisher }} }}"
        ).rows
        first = min(str(getattr(row[0], "value", "")) for row in rows)
        told = (named or publisher or document for _, document, named, publisher in rows)
        voices = frozenset((point, packed(voice)) for voice in told if isinstance(voice, NamedNode | Literal))
        return Summary({point: Count(len(rows), 1, first)}, voices)


def total(documents: Iterable[Summary]) -> Summary:
    """The summary of several documents together."""
    counts: dict[Key, Count] = {}
    voices: set[Voice] = set()
    for document in documents:
        voices |= document.voices
        for key, count in document.counts.items():
            counts[key] = _sum(counts[key], count) if key in counts else count
    return Summary(counts, frozenset(voices))


def whole_summary(store: Store) -> Summary:
    """The summary of all documents together, made anew from their graphs."""
    return total(summary_of(packed_triples(store.quads(graph))) for graph in document_graphs(store))


def told_triples(whole: Summary, iris: Iris) -> frozenset[PackedTriple]:
    """What the graph of summaries must hold where ``whole`` is the summary of all documents."""
    told = (each for key, count in whole.counts.items() for each in summary_triples(key, count, iris))
    return frozenset((*told, *voice_triples(whole.voices, iris)))


def _sum(one: Count, other: Count) -> Count:
    first = min(one.first, other.first) if one.first and other.first else one.first or other.first
    return Count(one.claims + other.claims, one.documents + other.documents, first)


def _difference(whole: Count, part: Count) -> Count:
    """``whole`` without ``part``; without a first claim where that was the part's."""
    first = "" if whole.first == part.first else whole.first
    return Count(max(0, whole.claims - part.claims), max(0, whole.documents - part.documents), first)
