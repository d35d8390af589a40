"""Runs the shapes that travel with the program, compiled once, over data over the ontology's axioms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pyoxigraph import Literal, Quad

from kg.namespaces import SH
from kg.turtle import read_turtle
from kg.validate.context import ontology_quads
from kg.validate.core import Compiled, Found, compile_shapes
from kg.validate.errors import TooDeepError
from kg.validate.finding import Finding
from kg.validate.report import Severity
from kg.validate.shapes import SHAPE, Scope, shape_files
from kg.validate.terms import unpacked
from kg.validate.triples import TYPE, Triples, tables_of


@lru_cache(maxsize=1)
def axioms() -> Triples:
    """The ontology's axioms, indexed once for all data. Raises ``RdfSyntaxError``."""
    return Triples(tables_of(ontology_quads()))


@lru_cache(maxsize=len(Scope))
def compiled(scope: Scope) -> Compiled:
    """The shapes of ``scope``, compiled. Raises ``RdfSyntaxError``."""
    return compile_shapes(_within(scope))


def left_to_pyshacl() -> Mapping[str, str]:
    """The shapes that are not compiled and that pySHACL therefore runs: by IRI, what they ask for."""
    return {iri: what for scope in Scope for iri, what in compiled(scope).unsupported.items()}


def run(triples: Triples, scope: Scope) -> tuple[Finding, ...]:
    """What the compiled shapes of ``scope`` find in ``triples``; those that are not compiled find nothing here.

    Raises ``TooDeepError``.
    """
    try:
        return tuple(
            _finding(found)
            for found in compiled(scope).found(triples)
            if not isinstance(found.offence.focus, tuple)
        )
    except RecursionError as error:
        raise TooDeepError from error


def _within(scope: Scope) -> Iterator[Quad]:
    quads = [quad for path in shape_files() for quad in read_turtle(path)]
    wide = {quad.subject for quad in quads if quad.predicate.value == SHAPE + "scope"}
    rooted = {
        quad.subject
        for quad in quads
        if quad.predicate.value == TYPE and getattr(quad.object, "value", "") == SH + "NodeShape"
    }
    left_out = rooted - wide if scope is Scope.ALL_DOCUMENTS else wide
    return (quad for quad in quads if quad.subject not in left_out)


def _finding(found: Found) -> Finding:
    shape, constraint, offence = found
    node = unpacked(offence.focus)
    assert not isinstance(node, Literal)
    solution = offence.solution
    return Finding(
        severity=Severity(shape.severity.removeprefix(SH).lower()),
        node=node,
        path=shape.path if offence.path is None else offence.path,
        value=None if offence.value is None else unpacked(offence.value),
        shape=constraint.source or shape.iri,
        component=constraint.component,
        solution=None if solution is None else {name: unpacked(value) for name, value in solution.items()},
    )
