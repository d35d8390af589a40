"""A compiled shape: where it looks, what it demands, and how it judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from kg.validate.paths import Walk
from kg.validate.sparql import Solution
from kg.validate.terms import Value
from kg.validate.triples import Triples

Column: TypeAlias = Sequence[tuple[Value, Sequence[Value]]]
"""Focus nodes with their value nodes, each once."""


class Offence(NamedTuple):
    """What a constraint objects to: at which focus node, and where it says so of its own, at which path and value."""

    focus: Value
    value: Value | None = None
    path: str | None = None
    solution: Solution | None = None


Check: TypeAlias = Callable[[Triples, Column], Iterable[Offence]]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One demand of a shape. ``component`` is its kind; ``source`` the SPARQL constraint behind it, if any."""

    component: str
    check: Check
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape, or with ``path`` or ``walk`` a property shape.

    ``path`` is the property, where the path is a single one; ``walk`` follows any other.
    """

    iri: str
    severity: str
    constraints: tuple[Constraint, ...]
    properties: tuple[Shape, ...]
    path: str | None = None
    walk: Walk | None = None

    def found(self, triples: Triples, focus: Sequence[Value]) -> Iterator[Found]:
        """What is wrong with the nodes ``focus``."""
        column = self._column(triples, focus)
        for constraint in self.constraints:
            for offence in constraint.check(triples, column):
                yield Found(self, constraint, offence)
        if self.properties:
            # A value of two focus nodes is judged for each.
            values = focus if self._is_node_shape else [value for _, own in column for value in own]
            for each in self.properties:
                yield from each.found(triples, values)

    def failing(self, triples: Triples, focus: Sequence[Value]) -> set[Value]:
        """The nodes of ``focus`` that do not conform."""
        column = self._column(triples, focus)
        failing = {
            offence.focus for constraint in self.constraints for offence in constraint.check(triples, column)
        }
        if self.properties:
            values = values_of(column)
            bad: set[Value] = set().union(*(each.failing(triples, values) for each in self.properties))
            if bad:
                failing |= {node for node, own in column if not bad.isdisjoint(own)}
        return failing

    @property
    def _is_node_shape(self) -> bool:
        return self.path is None and self.walk is None

    def _column(self, triples: Triples, focus: Sequence[Value]) -> Column:
        if self.path is not None:
            ends = triples.table(self.path).get
            return [(node, ends(node, ())) for node in focus]
        walk = self.walk
        if walk is not None:
            return [(node, tuple(dict.fromkeys(walk(triples, node)))) for node in focus]
        return [(node, (node,)) for node in focus]


class Found(NamedTuple):
    """An offence against a constraint of a shape."""

    shape: Shape
    constraint: Constraint
    offence: Offence


def values_of(column: Column) -> tuple[Value, ...]:
    """The value nodes of a column, each once."""
    return tuple(dict.fromkeys(value for _, values in column for value in values))
