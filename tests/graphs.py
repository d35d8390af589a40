"""Puts claims made by hand into a store in memory, with the links and inferences that they hold up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from kg.iri import Iris
from kg.model import Claim, Document
from kg.namespaces import BASE, RDF, RW, SKOS
from kg.pipeline.summaries import told_triples, total
from kg.rdf import document_quads, link_quads, packed_triples, quads_of, reference_quads, summary_of
from kg.reason import closure, load_rules
from kg.store import Change, EmbeddedStore, Store, memory_store


def graph_of(
    stated: Mapping[Document, Iterable[Claim]], *, extra: Iterable[Quad] = (), iris: Iris | None = None
) -> EmbeddedStore:
    """A store in memory with these documents, all that follows from them, the ontology's labels, and ``extra``.

    The registry is left out: what a test does not state is not there.
    """
    store = memory_store(iris)
    quads = set(_terms(store.iris)) | set(extra)
    documents = [document_quads(document, claims, store.iris) for document, claims in stated.items()]
    whole = total(summary_of(packed_triples(own)) for own in documents)
    quads.update(*documents)
    quads.update(link_quads(whole.links, "links", store.iris))
    quads.update(link_quads(closure(whole.links, load_rules()), "inferred", store.iris))
    quads |= quads_of(told_triples(whole, store.iris), store.iris.graph("summary"))
    store.apply(Change(insert=tuple(quads)))
    return store


@lru_cache
def _terms(iris: Iris) -> frozenset[Quad]:
    return frozenset(quad for quad in reference_quads(iris) if str(quad.subject).startswith(f"<{RW}"))


def described(slug: str, kind: str, *, store: Store | None = None, **labels: str) -> tuple[Quad, ...]:
    """A description in the reference graph: class, and labels by language (``en="…"``)."""
    iri = slug if slug.startswith("http") else BASE + (slug if slug.startswith("place/") else f"actor/{slug}")
    graph = NamedNode((store.iris if store else Iris()).graph("reference"))
    node = NamedNode(iri)
    return (
        Quad(node, NamedNode(RDF + "type"), NamedNode(RW + kind), graph),
        *(
            Quad(node, NamedNode(SKOS + "prefLabel"), Literal(text, language=language), graph)
            for language, text in labels.items()
        ),
    )


def fact(subject: str, relation: str, target: str) -> Quad:
    """A standing fact of the registry, such as ``fact("place/hama", "within", "place/syria")``."""
    ends = [
        NamedNode(BASE + (end if end.startswith("place/") else f"actor/{end}")) for end in (subject, target)
    ]
    return Quad(ends[0], NamedNode(RW + relation), ends[1], NamedNode(Iris().graph("reference")))
