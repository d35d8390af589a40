"""Asks a store and gives its rows by name."""

from __future__ import annotations

from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.namespaces import RW, SKOS
from kg.store import Store

Row: TypeAlias = dict[str, NamedNode | Literal]
"""Variable to value; an unbound variable is missing."""

_PREFIXES = f"PREFIX rw: <{RW}> PREFIX skos: <{SKOS}> "


def rows(store: Store, sparql: str) -> list[Row]:
    """The solutions of a SELECT query that may use ``rw:`` and ``skos:``.

    IRIs must enter the text as ``str(NamedNode(iri))``, which refuses what is not an IRI.
    """
    found = store.select(_PREFIXES + sparql)
    return [
        {
            variable: value
            for variable, value in zip(found.variables, row, strict=True)
            if isinstance(value, NamedNode | Literal)
        }
        for row in found.rows
    ]
