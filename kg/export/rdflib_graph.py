"""Hands a selection of the store to rdflib, for those who work with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.export.formats import FORMATS
from kg.export.names import prefixes_of
from kg.export.selection import Selection, selected
from kg.store import Store, Term

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Identifier


def rdflib_graph(
    store: Store,
    *,
    actor: str | None = None,
    document: str | None = None,
    graphs: Sequence[str] | None = None,
) -> rdflib.Graph:
    """What the Turtle export of the same selection holds, as a graph in memory with the prefixes bound."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes_of(store.iris).namespaces:
        graph.bind(prefix, namespace)
    selection = Selection(tuple(graphs or FORMATS["turtle"].graphs), actor, document)
    for quad in selected(store, selection):
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: Term) -> Identifier:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    assert isinstance(term, Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = rdflib.URIRef(term.datatype.value)
    plain = datatype == rdflib.XSD.string
    return rdflib.Literal(term.value, datatype=None if plain else datatype, normalize=False)
