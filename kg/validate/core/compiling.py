"""Compiles a shapes graph. What cannot be compiled is named, shape by shape, and left to pySHACL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.namespaces import RDFS, SH
from kg.validate.core.constraints import HANDLED, constraints_of
from kg.validate.core.reading import ShapesGraph
from kg.validate.core.shape import Found, Shape
from kg.validate.paths import Link, walk
from kg.validate.sparql import UnsupportedError
from kg.validate.terms import Value
from kg.validate.triples import TYPE, Triples, tables_of

_TARGETS = ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf")
_ASIDE = frozenset(
    SH + name
    for name in (
        *_TARGETS,
        *("path", "property", "severity", "deactivated", "message"),
        *("name", "description", "order", "group", "defaultValue"),
        # A shape may be the node of its own query.
        *("select", "prefixes"),
    )
)
"""What a shape may say that is no constraint, or that this file reads itself."""


@dataclass(frozen=True, slots=True)
class Rooted:
    """A shape with the targets that it names."""

    shape: Shape
    nodes: tuple[Value, ...]
    classes: tuple[Value, ...]
    subjects_of: tuple[str, ...]
    objects_of: tuple[str, ...]

    def focus(self, triples: Triples, instances: Mapping[Value, Sequence[Value]]) -> Sequence[Value]:
        """The nodes that the shape judges: of the axioms' own nodes none, but those that the data speaks of."""
        found: dict[Value, None] = dict.fromkeys(self.nodes)
        for kind in self.classes:
            for each in triples.below(kind) & instances.keys():
                found.update(dict.fromkeys(instances[each]))
        for name in self.subjects_of:
            found.update(dict.fromkeys(triples.table(name).keys() & triples.subjects))
        for name in self.objects_of:
            for values in triples.own.get(name, {}).values():
                found.update(dict.fromkeys(values))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Compiled:
    """The shapes that have targets. ``unsupported`` says of those that are not compiled what they ask for."""

    shapes: tuple[Rooted, ...]
    unsupported: Mapping[str, str]

    def found(self, triples: Triples) -> Iterator[Found]:
        """What the compiled shapes find in ``triples``."""
        instances = triples.instances()
        for rooted in self.shapes:
            focus = rooted.focus(triples, instances)
            if focus:
                yield from rooted.shape.found(triples, focus)


def compile_shapes(quads: Iterable[Quad]) -> Compiled:
    """The shapes in ``quads``, the shapes graph. Nothing is skipped: what is not compiled is in ``unsupported``."""
    compiler = _Compiler(ShapesGraph(Triples(tables_of(quads))))
    rooted: list[Rooted] = []
    unsupported: dict[str, str] = {}
    implicit = False
    for node in compiler.roots():
        try:
            found = compiler.rooted(node)
        except UnsupportedError as error:
            unsupported[str(node)] = error.what
            continue
        implicit |= compiler.is_class(node)
        if found is not None:
            rooted.append(found)
    if unsupported and implicit:
        # pySHACL runs on the shapes graph less the targets of what is compiled; a class is its own target.
        reason = "a shape that is its own target beside shapes that are not compiled"
        unsupported = {**{each.shape.iri: reason for each in rooted}, **unsupported}
        rooted = []
    return Compiled(tuple(rooted), unsupported)


class _Compiler:
    def __init__(self, graph: ShapesGraph) -> None:
        self._graph = graph
        self._made: dict[Value, Shape] = {}
        self._open: list[Value] = []
        types = graph.triples.inverse(TYPE)
        self._custom = {
            path
            for kind in graph.triples.below(SH + "ConstraintComponent")
            for component in types.get(kind, ())
            for parameter in graph.values(component, "parameter")
            for path in graph.values(parameter, "path")
        }
        self._classes = {each for kind in graph.triples.below(RDFS + "Class") for each in types.get(kind, ())}
        self._shapes = {
            *types.get(SH + "NodeShape", ()),
            *types.get(SH + "PropertyShape", ()),
        }

    def roots(self) -> list[Value]:
        """The shapes that have targets, in a fixed order."""
        tables = (self._graph.triples.table(SH + name) for name in (*_TARGETS, "target"))
        targeted = {node for table in tables for node in table}
        return sorted(targeted | (self._shapes & self._classes), key=str)

    def is_class(self, node: Value) -> bool:
        """Whether the shape is a class, so that its instances are its targets."""
        return node in self._shapes and node in self._classes

    def rooted(self, node: Value) -> Rooted | None:
        """The shape with its targets; none if it is deactivated. Raises ``UnsupportedError``."""
        graph = self._graph
        shape = self.shape(node)
        if shape is None:
            return None
        return Rooted(
            shape,
            graph.values(node, "targetNode"),
            graph.values(node, "targetClass") + ((node,) if self.is_class(node) else ()),
            tuple(graph.iris(node, "targetSubjectsOf")),
            tuple(graph.iris(node, "targetObjectsOf")),
        )

    def shape(self, node: Value) -> Shape | None:
        """The shape; none if it is deactivated, which everything conforms to. Raises ``UnsupportedError``."""
        if self._graph.says(node, "deactivated"):
            return None
        if node in self._open:
            raise UnsupportedError("a shape that refers to itself")
        made = self._made.get(node)
        if made is None:
            self._open.append(node)
            try:
                made = self._made[node] = self._compiled(node)
            finally:
                self._open.pop()
        return made

    def _compiled(self, node: Value) -> Shape:
        graph = self._graph
        self._refuse_unknown(node)
        severity = graph.one(node, "severity") or SH + "Violation"
        written = graph.one(node, "path")
        path = None if written is None else graph.path(written)
        parts = tuple(self._property(each) for each in graph.values(node, "property"))
        return Shape(
            iri=str(node),
            severity=str(severity),
            constraints=tuple(constraints_of(graph, node, self.shape, path)),
            properties=tuple(part for part in parts if part is not None),
            path=path.iri if isinstance(path, Link) else None,
            walk=None if path is None or isinstance(path, Link) else walk(path),
        )

    def _property(self, node: Value) -> Shape | None:
        if not self._graph.values(node, "path"):
            raise UnsupportedError("sh:property that leads to no property shape")
        return self.shape(node)

    def _refuse_unknown(self, node: Value) -> None:
        for name, table in self._graph.triples.tables.items():
            if node in table:
                if name in self._custom:
                    raise UnsupportedError(f"the constraint component of {name}")
                if name.startswith(SH) and name not in _ASIDE and name not in HANDLED:
                    raise UnsupportedError(f"sh:{name.removeprefix(SH)}")
