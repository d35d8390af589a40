"""What to call a node, from what a store says about it."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from kg.namespaces import DCTERMS, RDFS, RW, SKOS

_NAMES = (SKOS + "prefLabel", RW + "phrase", RDFS + "label", DCTERMS + "title", RW + "name")

_Term = NamedNode | BlankNode | Literal


def label(node: _Term, store: Store, language: str = "en") -> str:
    """The name of a node in ``language``, else in any, else its statement or its words, else its IRI."""
    for predicate in _NAMES:
        names = _literals(node, predicate, store)
        ranked = sorted(names, key=lambda name: (name.language != language, name.value))
        if ranked:
            return ranked[0].value
    ends = [next(iris(node, RW + end, store), None) for end in ("subject", "predicate", "object")]
    if any(ends):
        return " ".join("…" if end is None else label(end, store, language) for end in ends)
    return next(texts(node, RW + "quote", store), node.value if isinstance(node, NamedNode) else str(node))


def texts(node: _Term, predicate: str, store: Store) -> Iterator[str]:
    """The words of the literals that ``predicate`` leads to."""
    return (literal.value for literal in _literals(node, predicate, store))


def iris(node: _Term, predicate: str, store: Store) -> Iterator[NamedNode]:
    """The IRIs that ``predicate`` leads to."""
    if isinstance(node, Literal):
        return
    for quad in store.quads_for_pattern(node, NamedNode(predicate), None, None):
        if isinstance(quad.object, NamedNode):
            yield quad.object


def subjects(predicate: str, node: _Term, store: Store) -> Iterator[NamedNode]:
    """The IRIs from which ``predicate`` leads to ``node``."""
    for quad in store.quads_for_pattern(None, NamedNode(predicate), node, None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _literals(node: _Term, predicate: str, store: Store) -> Iterator[Literal]:
    if isinstance(node, Literal):
        return
    for quad in store.quads_for_pattern(node, NamedNode(predicate), None, None):
        if isinstance(quad.object, Literal):
            yield quad.object
