"""Counts of what a store holds."""

from __future__ import annotations

from dataclasses import dataclass

from kg.namespaces import RW, SKOS
from kg.pipeline.refusal import refusals
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a store holds."""

    documents: int
    claims: int
    by_modality: dict[str, int]
    by_relation: dict[str, int]
    links: int
    inferred: int
    actors: int
    """Actors and places that some claim names."""
    registry: int
    """Actors and places that the registry lists."""
    refused: int
    quads: int


def stats(store: Store) -> Stats:
    """Counts of documents, claims by modality and by relation (most first), links, actors and quads."""
    iris = store.iris
    modalities = _table(
        store, f"SELECT ?of (COUNT(*) AS ?n) WHERE {{ ?claim <{RW}modality> ?of }} GROUP BY ?of"
    )
    relations = _table(
        store,
        f"SELECT ?of (COUNT(*) AS ?n) WHERE {{ ?claim a <{RW}Claim> ; <{RW}predicate> ?of }} GROUP BY ?of",
    )
    return Stats(
        documents=_count(store, f"SELECT (COUNT(*) AS ?n) WHERE {{ ?document a <{RW}Document> }}"),
        claims=sum(modalities.values()),
        by_modality=modalities,
        by_relation=relations,
        links=_size(store, iris.graph("links")),
        inferred=_size(store, iris.graph("inferred")),
        actors=_count(store, f"SELECT (COUNT(DISTINCT ?who) AS ?n) WHERE {{ ?words <{RW}means> ?who }}"),
        registry=_count(
            store,
            f"SELECT (COUNT(DISTINCT ?who) AS ?n) WHERE {{ GRAPH <{iris.graph('reference')}> "
            f"{{ ?who <{SKOS}prefLabel> ?label }} }}",
        ),
        refused=len(refusals(store.layout)),
        quads=_count(store, "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?graph { ?s ?p ?o } }"),
    )


def _size(store: Store, graph: str) -> int:
    return sum(1 for _ in store.quads(graph))


def _count(store: Store, sparql: str) -> int:
    return int(getattr(store.select(sparql).rows[0][0], "value", 0))


def _table(store: Store, sparql: str) -> dict[str, int]:
    told = (
        (str(getattr(of, "value", "")), int(getattr(n, "value", 0))) for of, n in store.select(sparql).rows
    )
    return dict(sorted(((of.removeprefix(RW), n) for of, n in told), key=lambda pair: (-pair[1], pair[0])))
