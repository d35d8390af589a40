"""What shapes ask of RDF terms as plain values (``kg.rdf.packing``)."""

from __future__ import annotations

from typing import TypeGuard

from pyoxigraph import Triple

from kg.namespaces import RDF, XSD
from kg.rdf.packing import STRING, Term, Value, Words, packed, string, unpacked

__all__ = [
    "BOOLEAN",
    "DATE",
    "DECIMAL",
    "INTEGER",
    "LANG_STRING",
    "STRING",
    "Term",
    "Value",
    "Words",
    "is_blank",
    "is_iri",
    "is_literal",
    "is_term",
    "packed",
    "string",
    "unpacked",
]

BOOLEAN = XSD + "boolean"
INTEGER = XSD + "integer"
DECIMAL = XSD + "decimal"
DATE = XSD + "date"
LANG_STRING = RDF + "langString"


def is_iri(value: Value) -> bool:
    """Whether the value is an IRI."""
    return isinstance(value, str) and not value.startswith("_:")


def is_blank(value: Value) -> bool:
    """Whether the value is a blank node."""
    return isinstance(value, str) and value.startswith("_:")


def is_literal(value: Value) -> TypeGuard[Words]:
    """Whether the value is a literal."""
    return isinstance(value, tuple)


def is_term(term: object) -> TypeGuard[Term]:
    """Whether SHACL can see the term: triples as terms it cannot."""
    return not isinstance(term, Triple)
