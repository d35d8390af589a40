"""Keeps the reference graph, and what the rules infer, at the version that travels with the program."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from kg.namespaces import DCTERMS
from kg.rdf import link_quads, read_links, reference_digest, reference_lines, reference_quads
from kg.reason import Rule, closure
from kg.store import Bulk, Store


def refresh_reference(store: Store, rules: Iterable[Rule]) -> bool:
    """Brings registry, labels and inferred links up to date, durably. False where they were already."""
    if is_current(store):
        return False
    iris = store.iris
    links = read_links(store.quads(iris.graph("links")))
    before = frozenset((*store.quads(iris.graph("reference")), *store.quads(iris.graph("inferred"))))
    if not links and not before:
        # A new store: from no links nothing follows.
        store.write_bulk(Bulk((reference_lines(iris),)))
        return True
    after = reference_quads(iris) | frozenset(link_quads(closure(links, rules), "inferred", iris))
    lines = serialize(after - before, format=RdfFormat.N_QUADS) or b""
    store.write_bulk(Bulk((lines,), tuple(before - after)))
    return True


def is_current(store: Store) -> bool:
    """Whether the registry, the ontology and the rules of the store are those that travel with the program."""
    graph = NamedNode(store.iris.graph("reference"))
    mark = Literal(f"sha256:{reference_digest()}")
    return store.ask(f"ASK {{ GRAPH {graph} {{ {graph} <{DCTERMS}identifier> {mark} }} }}")
