"""TriG 1.1: Turtle that keeps named graphs apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from pyoxigraph import NamedNode, Quad, Triple

from kg.export.names import prefixes_of
from kg.export.turtle_syntax import Writer, iris_in
from kg.iri import Iris


def trig(quads: Set[Quad], iris: Iris) -> Iterator[str]:
    """The quads graph by graph, in pieces of text. The same quads give the same text."""
    graphs: dict[str, set[Triple]] = defaultdict(set)
    for quad in quads:
        assert isinstance(quad.graph_name, NamedNode)
        graphs[quad.graph_name.value].add(quad.triple)
    shown = {iri for triples in graphs.values() for iri in iris_in(triples)} | set(graphs)
    writer = Writer(prefixes_of(iris).used_by(shown))
    yield from writer.header()
    for graph in sorted(graphs):
        yield f"{writer.iri(graph)} {{\n"
        yield from writer.blocks(graphs[graph], indent="  ")
        yield "}\n\n"
