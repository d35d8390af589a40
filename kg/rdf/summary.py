"""What claims come to: how many say the same and by whom, and how many there are of each month.

A document's summary can be added to that of a store and taken away again. In RDF it is the graph ``summary``, so that
no question about many claims has to read them one by one; ``ontology/modules/summaries.ttl`` says how it looks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from pyoxigraph import Quad

from kg.iri import Iris
from kg.model import Modality
from kg.namespaces import DCTERMS, RDF, RW
from kg.ontology import load_ontology
from kg.rdf.links import Link
from kg.rdf.packing import PackedTriple, Value, packed_triples, string
from kg.rdf.terms import TYPE, integer

Point: TypeAlias = tuple[str, str, str, str]
"""What a claim says: subject IRI, local name of the relation, object IRI, modality."""
Cell: TypeAlias = tuple[str, str, str]
"""A month as ``2015-10``, or a year; a relation; a modality, empty for any."""
Key: TypeAlias = Point | Cell
Voice: TypeAlias = tuple[Point, Value]
"""Somebody who says so: to whom a claim is ascribed, else who published the document, else the document."""

_ASSERTED = Modality.ASSERTED.value
_ONE = frozenset(RW + name for name in ("subject", "predicate", "object", "modality", "date"))
_FRIENDLY, _HOSTILE = ("supports", "alliedWith"), ("fights", "attacks")
"""The relations that contradict each other where they tie the same two, each with those below it."""


@dataclass(frozen=True, slots=True)
class Count:
    """Claims of one kind."""

    claims: int = 0
    documents: int = 0
    first: str = ""
    """The least of their IRIs; empty for a month."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What the claims of one document come to."""

    counts: Mapping[Key, Count] = field(default_factory=dict)
    voices: frozenset[Voice] = frozenset()

    @property
    def links(self) -> frozenset[Link]:
        """One link for each pair and relation that the claims assert: doubt, denial and hypothesis hold up none."""
        return frozenset((key[0], key[1], key[2]) for key in self.counts if key[3:] == (_ASSERTED,))


def summary_of(triples: Iterable[PackedTriple]) -> Summary:
    """The summary of one document's graph."""
    claims: dict[str, dict[str, str]] = defaultdict(dict)
    named: dict[str, set[Value]] = defaultdict(set)
    published: set[Value] = set()
    for subject, predicate, value in triples:
        if predicate in _ONE:
            claims[subject][predicate] = value if isinstance(value, str) else value[0]
        elif predicate == RW + "attributedTo":
            named[subject].add(value)
        elif predicate == RW + "statedIn" and isinstance(value, str):
            claims[subject][predicate] = value
        elif predicate == DCTERMS + "publisher":
            published.add(value)
    counts: dict[Key, Count] = {}
    voices: set[Voice] = set()
    for claim, told in claims.items():
        point = _point(told)
        if point is None:
            continue
        _count(counts, point, claim)
        document = told[RW + "statedIn"]
        voices.update((point, voice) for voice in named.get(claim) or published or {document})
        month = (told.get(RW + "date") or claims.get(document, {}).get(RW + "date", ""))[:7]
        if month:
            for modality in (point[3], ""):
                _count(counts, (month, point[1], modality), "")
    return Summary(counts, frozenset(voices))


def _point(told: Mapping[str, str]) -> Point | None:
    try:
        relation, modality = told[RW + "predicate"], told[RW + "modality"]
        _ = told[RW + "statedIn"]
        return told[RW + "subject"], relation.removeprefix(RW), told[RW + "object"], modality.removeprefix(RW)
    except KeyError:
        return None


def _count(counts: dict[Key, Count], key: Key, claim: str) -> None:
    known = counts.get(key)
    counts[key] = Count(1, 1, claim) if known is None else Count(known.claims + 1, 1, min(known.first, claim))


def stated_links(quads: Iterable[Quad]) -> frozenset[Link]:
    """The links that the claims in a document's graph assert."""
    return summary_of(packed_triples(quads)).links


def summary_triples(key: Key, count: Count, iris: Iris) -> Iterator[PackedTriple]:
    """What the graph says of ``key`` beside its voices: first what stays the same, then the counts."""
    node = iris.summary(*key)
    yield from _described(node, key, iris)
    yield from count_triples(key, count, iris)


def count_triples(key: Key, count: Count, iris: Iris) -> Iterator[PackedTriple]:
    """Of ``summary_triples`` what changes with each document."""
    node = iris.summary(*key)
    yield node, RW + "claims", integer(count.claims)
    yield node, RW + "documents", integer(count.documents)
    if count.first:
        yield node, RW + "firstClaim", count.first


def voice_triples(voices: Iterable[Voice], iris: Iris) -> Iterator[PackedTriple]:
    """Who says so."""
    return ((iris.summary(*point), RW + "toldBy", voice) for point, voice in voices)


def _described(node: str, key: Key, iris: Iris) -> Iterator[PackedTriple]:
    if len(key) == 3:
        month, relation, modality = key
        yield node, TYPE, RW + "MonthSummary"
        yield node, RW + "month", string(month)
    else:
        subject, relation, target, modality = key
        yield node, TYPE, RW + "TieSummary"
        yield node, RDF + "subject", subject
        yield node, RDF + "object", target
        yield node, RW + "ofTie", iris.summary(subject, relation, target)
        if modality == _ASSERTED and relation in stances():
            yield iris.summary(*sorted((subject, target))), RW + stances()[relation], node
    yield node, RDF + "predicate", RW + relation
    if modality:
        yield node, RW + "statedAs", RW + modality


@lru_cache(maxsize=1)
def stances() -> dict[str, str]:
    """Relation to ``friendly`` or ``hostile``: the property by which a pair leads to those who assert it."""
    ontology = load_ontology()
    return {
        below: stance
        for stance, relations in (("friendly", _FRIENDLY), ("hostile", _HOSTILE))
        for relation in relations
        for below in ontology.below(relation)
    }
