"""Turtle 1.1: one graph, for people to read and for every RDF tool."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pyoxigraph import Quad

from kg.export.names import prefixes_of
from kg.export.turtle_syntax import Writer, iris_in
from kg.iri import Iris


def turtle(quads: Set[Quad], iris: Iris) -> Iterator[str]:
    """The triples of all graphs together, in pieces of text. The same quads give the same text."""
    triples = {quad.triple for quad in quads}
    writer = Writer(prefixes_of(iris).used_by(set(iris_in(triples))))
    yield from writer.header()
    yield from writer.blocks(triples)
