"""The links that a document's claims hold up."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from kg.iri import Iris
from kg.namespaces import RW
from kg.rdf.packing import PackedTriple

Link = tuple[str, str, str]
"""Subject IRI, local name of the relation, object IRI."""


def link_quads(links: Iterable[Link], graph: str, iris: Iris) -> tuple[Quad, ...]:
    """The plain triples of ``links`` in ``graph`` (``links`` or ``inferred``), sorted."""
    name = NamedNode(iris.graph(graph))
    return tuple(Quad(NamedNode(s), NamedNode(RW + p), NamedNode(o), name) for s, p, o in sorted(links))


def link_triples(links: Iterable[Link]) -> tuple[PackedTriple, ...]:
    """The plain triples of ``links``."""
    return tuple((subject, RW + relation, target) for subject, relation, target in links)


def read_links(quads: Iterable[Quad]) -> frozenset[Link]:
    """The links in quads of the links graph or of the inferred graph."""
    return frozenset(
        (quad.subject.value, quad.predicate.value.removeprefix(RW), quad.object.value)
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    )
