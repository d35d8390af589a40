"""The constraints that a shape states, each compiled by the property that states it (SHACL, sections 4 and 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from kg.namespaces import SH
from kg.validate.core import shapes_within, values
from kg.validate.core.queries import queried
from kg.validate.core.reading import ShapesGraph
from kg.validate.core.shape import Check, Constraint, Shape
from kg.validate.paths import Path
from kg.validate.sparql import UnsupportedError, compile_select
from kg.validate.terms import Value, is_literal

_Shapes: TypeAlias = Callable[[Value], Shape | None]

_PARAMETERS = [
    "class",
    "datatype",
    "nodeKind",
    "minCount",
    "maxCount",
    "minExclusive",
    "minInclusive",
    "maxExclusive",
    "maxInclusive",
    "minLength",
    "maxLength",
    "pattern",
    "flags",
    "languageIn",
    "uniqueLang",
    "equals",
    "disjoint",
    "lessThan",
    "lessThanOrEquals",
    "not",
    "and",
    "or",
    "xone",
    "node",
    "qualifiedValueShape",
    "qualifiedMinCount",
    "qualifiedMaxCount",
    "qualifiedValueShapesDisjoint",
    "closed",
    "ignoredProperties",
    "hasValue",
    "in",
    "sparql",
]
HANDLED = frozenset(SH + name for name in _PARAMETERS)
"""The properties of a shape that are compiled here."""

_LIMITS: Mapping[str, Callable[[int], bool]] = {
    "minExclusive": lambda order: order > 0,
    "minInclusive": lambda order: order >= 0,
    "maxExclusive": lambda order: order < 0,
    "maxInclusive": lambda order: order <= 0,
}
_CONJUNCTIONS = {
    "and": shapes_within.all_of,
    "or": shapes_within.any_of,
    "xone": shapes_within.exactly_one_of,
}
_FOR_PROPERTIES = (
    "uniqueLang",
    "lessThan",
    "lessThanOrEquals",
    "minCount",
    "maxCount",
    "qualifiedValueShape",
)


def constraints_of(
    graph: ShapesGraph, node: Value, shapes: _Shapes, path: Path | None
) -> Iterator[Constraint]:
    """The constraints of the shape ``node``; ``shapes`` compiles the shapes that they name.

    ``path`` is that of a property shape.

    Raises ``UnsupportedError``.
    """
    if path is None:
        for name in _FOR_PROPERTIES:
            if graph.values(node, name):
                raise UnsupportedError(f"sh:{name} at a node shape")
    for name, check in (*_plain(graph, node), *_pairs(graph, node), *_shapes(graph, node, shapes)):
        yield Constraint(f"{SH}{name[0].upper()}{name[1:]}ConstraintComponent", check)
    yield from _queries(graph, node, path)


def _plain(graph: ShapesGraph, node: Value) -> Iterator[tuple[str, Check]]:
    for kind in graph.iris(node, "class"):
        yield "class", values.of_class(kind)
    for datatype in graph.iris(node, "datatype"):
        yield "datatype", values.of_type(datatype)
    for kind in graph.iris(node, "nodeKind"):
        try:
            yield "nodeKind", values.of_node_kind(kind)
        except KeyError as error:
            raise UnsupportedError(f"the node kind {kind}") from error
    counts: tuple[tuple[str, Callable[[int], Check]], ...] = (
        ("minCount", values.at_least),
        ("maxCount", values.at_most),
        ("minLength", values.not_shorter),
        ("maxLength", values.not_longer),
    )
    for name, check in counts:
        count = graph.whole(node, name)
        if count is not None:
            yield name, check(count)
    for name, accepted in _LIMITS.items():
        for limit in graph.literals(node, name):
            yield name, values.limited(limit, accepted)
    yield from _words(graph, node)
    for wanted in graph.values(node, "hasValue"):
        yield "hasValue", values.has_value(wanted)
    allowed = graph.one(node, "in")
    if allowed is not None:
        yield "in", values.one_of(frozenset(graph.items(allowed)))
    if graph.says(node, "closed"):
        yield "closed", values.closed(frozenset(_allowed(graph, node)))


def _words(graph: ShapesGraph, node: Value) -> Iterator[tuple[str, Check]]:
    flags = graph.one(node, "flags")
    for pattern in graph.literals(node, "pattern"):
        try:
            yield "pattern", values.matching(pattern[0], flags[0].lower() if flags else "")
        except re.error as error:
            raise UnsupportedError(f"the pattern {pattern[0]!r}") from error
    languages = graph.one(node, "languageIn")
    if languages is not None:
        tags = (each[0].lower() for each in graph.items(languages) if is_literal(each))
        yield "languageIn", values.in_languages(frozenset(tags))
    if graph.says(node, "uniqueLang"):
        yield "uniqueLang", values.unique_languages


def _allowed(graph: ShapesGraph, node: Value) -> Iterator[str]:
    for each in graph.values(node, "property"):
        path = graph.one(each, "path")
        if isinstance(path, str):
            yield path
    ignored = graph.one(node, "ignoredProperties")
    if ignored is not None:
        yield from (str(each) for each in graph.items(ignored))


def _pairs(graph: ShapesGraph, node: Value) -> Iterator[tuple[str, Check]]:
    for other in graph.iris(node, "equals"):
        yield "equals", values.equal_to(other)
    for other in graph.iris(node, "disjoint"):
        yield "disjoint", values.disjoint_from(other)
    for other in graph.iris(node, "lessThan"):
        yield "lessThan", values.before(other, or_equal=False)
    for other in graph.iris(node, "lessThanOrEquals"):
        yield "lessThanOrEquals", values.before(other, or_equal=True)


def _shapes(graph: ShapesGraph, node: Value, shapes: _Shapes) -> Iterator[tuple[str, Check]]:
    def compiled(named: Value) -> Shape:
        return shapes(named) or _ANYTHING

    for named in graph.values(node, "node"):
        yield "node", shapes_within.conforming(compiled(named))
    for named in graph.values(node, "not"):
        yield "not", shapes_within.not_conforming(compiled(named))
    for name, check in _CONJUNCTIONS.items():
        for members in graph.values(node, name):
            yield name, check([compiled(each) for each in graph.items(members)])
    least, most = graph.whole(node, "qualifiedMinCount"), graph.whole(node, "qualifiedMaxCount")
    for named in graph.values(node, "qualifiedValueShape"):
        siblings = [compiled(each) for each in _siblings(graph, node, named)]
        if least is not None:
            check_ = shapes_within.qualified(compiled(named), siblings, _at_least(least))
            yield "qualifiedMinCount", check_
        if most is not None:
            check_ = shapes_within.qualified(compiled(named), siblings, _at_most(most))
            yield "qualifiedMaxCount", check_


_ANYTHING = Shape("", SH + "Violation", (), ())
"""What a deactivated shape amounts to."""


def _at_least(count: int) -> Callable[[int], bool]:
    return lambda found: found >= count


def _at_most(count: int) -> Callable[[int], bool]:
    return lambda found: found <= count


def _siblings(graph: ShapesGraph, node: Value, named: Value) -> set[Value]:
    if not graph.says(node, "qualifiedValueShapesDisjoint"):
        return set()
    parents = graph.triples.inverse(SH + "property").get(node, ())
    beside = (each for parent in parents for each in graph.values(parent, "property"))
    return {shape for each in beside for shape in graph.values(each, "qualifiedValueShape")} - {named}


def _queries(graph: ShapesGraph, node: Value, path: Path | None) -> Iterator[Constraint]:
    for each in graph.values(node, "sparql"):
        if graph.says(each, "deactivated"):
            continue
        text = graph.one(each, "select")
        if text is None or not is_literal(text):
            raise UnsupportedError("sh:sparql without sh:select")
        prefixes = graph.prefixes(each)
        yield Constraint(
            f"{SH}SPARQLConstraintComponent",
            queried(compile_select(text[0], prefixes, path), text[0], prefixes, path),
            str(each),
        )
