"""RDF terms as plain Python values, which compare and hash at the speed of the interpreter.

An IRI is its text, a blank node its identifier after ``_:``, and a literal a tuple of its words, the IRI of its
datatype and its language (empty if it has none), both as they are written: ``01`` stays ``01``.
"""

from __future__ import annotations

from typing import TypeAlias, TypeGuard

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.namespaces import RDF, XSD

Words: TypeAlias = tuple[str, str, str]
"""A literal: its words, the IRI of its datatype, its language."""
Value: TypeAlias = str | Words
Term: TypeAlias = NamedNode | BlankNode | Literal

STRING = XSD + "string"
BOOLEAN = XSD + "boolean"
INTEGER = XSD + "integer"
DECIMAL = XSD + "decimal"
DATE = XSD + "date"
LANG_STRING = RDF + "langString"


def packed(term: Term) -> Value:
    """The term as a plain value."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal):
        return (term.value, term.datatype.value, term.language or "")
    return f"_:{term.value}"


def unpacked(value: Value) -> Term:
    """The plain value as a term."""
    if isinstance(value, str):
        return BlankNode(value[2:]) if value.startswith("_:") else NamedNode(value)
    words, datatype, language = value
    if language:
        return Literal(words, language=language)
    return Literal(words, datatype=NamedNode(datatype))


def string(words: str) -> Words:
    """A string without a language."""
    return (words, STRING, "")


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
