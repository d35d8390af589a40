"""The index of names of a store on a server, filled by a few questions."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from kg.namespaces import RDF, SKOS
from kg.store.name_index import NameIndex
from kg.store.naming import KINDS
from kg.store.remote.service import Service


def index_of(service: Service) -> NameIndex:
    """An index in memory of all names that the server holds. Raises the errors of a server."""
    kinds = " ".join(f"<{kind}>" for kind in KINDS)
    named = service.whole(
        "DISTINCT ?who ?kind ?name", f"VALUES ?kind {{ {kinds} }} ?who ?kind ?name", by="?who"
    )
    typed = service.whole(
        "DISTINCT ?who ?class", f"?who <{SKOS}prefLabel> ?any ; <{RDF}type> ?class", by="?who"
    )
    # Literals that differ in their datatypes alone are one name.
    names = dict.fromkeys(
        (who.value, KINDS[kind.value], name.value, name.language or "")
        for who, kind, name in named
        if isinstance(who, NamedNode) and isinstance(kind, NamedNode) and isinstance(name, Literal)
    )
    classes = {
        who.value: found.value
        for who, found in typed
        if isinstance(who, NamedNode) and isinstance(found, NamedNode)
    }
    index = NameIndex()
    index.fill(((iri, classes.get(iri, "")) for iri in dict.fromkeys(iri for iri, *_ in names)), names)
    return index
