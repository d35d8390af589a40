"""RDF terms as plain Python values, which compare and hash at the speed of the interpreter.

An IRI is its text, a blank node its identifier after ``_:``, and a literal a tuple of its words, the IRI of its
datatype and its language (empty if it has none), both as they are written: ``01`` stays ``01``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.namespaces import XSD

Words: TypeAlias = tuple[str, str, str]
"""A literal: its words, the IRI of its datatype, its language."""
Value: TypeAlias = str | Words
PackedTriple: TypeAlias = tuple[str, str, Value]
"""Subject, predicate, object."""
Term: TypeAlias = NamedNode | BlankNode | Literal

STRING = XSD + "string"
# All other characters stand for themselves in N-Quads.
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f]')


def string(words: str) -> Words:
    """A string without a language."""
    return (words, STRING, "")


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


def packed_triples(quads: Iterable[Quad]) -> list[PackedTriple]:
    """The triples of quads whose subjects are IRIs."""
    return [
        (quad.subject.value, quad.predicate.value, packed(quad.object))
        for quad in quads
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Term)
    ]


def quads_of(triples: Iterable[PackedTriple], graph: str) -> frozenset[Quad]:
    """The triples in one graph."""
    name = NamedNode(graph)
    return frozenset(
        Quad(NamedNode(subject), NamedNode(predicate), unpacked(value), name)
        for subject, predicate, value in triples
    )


def sorted_lines(triples: Iterable[PackedTriple], graph: str) -> bytes:
    """The triples in one graph as N-Quads, sorted, as ``kg.store.digest`` writes them. No blank nodes."""
    end = f" <{graph}> .\n"
    return "".join(
        sorted(
            [
                f"<{subject}> <{predicate}> <{value}>{end}"
                if isinstance(value, str)
                else f"<{subject}> <{predicate}> {_literal(value)}{end}"
                for subject, predicate, value in triples
            ]
        )
    ).encode()


def _literal(value: Words) -> str:
    words, datatype, language = value
    if _ESCAPED.search(words):
        return str(unpacked(value))
    if language:
        return f'"{words}"@{language}'
    return f'"{words}"' if datatype == STRING else f'"{words}"^^<{datatype}>'
