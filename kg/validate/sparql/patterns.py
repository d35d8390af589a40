"""One triple pattern as a step from solutions to solutions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from kg.validate.paths import Inverse, Link, Path, reversed_, walk
from kg.validate.sparql.errors import UnsupportedError
from kg.validate.sparql.layout import Layout, Row
from kg.validate.sparql.syntax import Const, TriplePattern, Var, variables
from kg.validate.terms import Value
from kg.validate.triples import Triples

Rows: TypeAlias = list[Row]
Step: TypeAlias = Callable[[Triples, Rows], Rows]
_Reach: TypeAlias = Callable[[Triples], Callable[[Any, Any], Sequence[Value]]]


def rank(pattern: TriplePattern, known: frozenset[str]) -> int:
    """How many solutions a pattern may add to each: the lower, the sooner it should run."""
    starts, ends = variables(pattern.subject) <= known, variables(pattern.object) <= known
    if isinstance(pattern.predicate, Var):
        return 5 if starts and ends else 6 if starts else 10
    simple = isinstance(pattern.predicate, Link)
    if starts:
        return (0 if simple else 1) if ends else (1 if simple else 2)
    if not ends:
        return 9
    return 4 if isinstance(pattern.object, Const) else 3 if simple else 5


def compile_pattern(pattern: TriplePattern, layout: Layout) -> tuple[Step, Layout]:
    """The pattern as a step. Raises ``UnsupportedError``."""
    uncertain = (variables(pattern) & layout.places.keys()) - layout.certain
    if uncertain:
        raise UnsupportedError(f"a pattern over ?{min(uncertain)}, which may have no value, in a query")
    if isinstance(pattern.predicate, Var):
        return _any_property(pattern.subject, pattern.predicate, pattern.object, layout)
    start, end, path = pattern.subject, pattern.object, pattern.predicate
    if isinstance(start, Var) and start.name not in layout.places:
        if isinstance(end, Var) and end.name not in layout.places:
            return _all(start, path, end, layout)
        start, end, path = end, start, reversed_(path)
    return _from(start, _reach(path), end, layout)


def _reach(path: Path) -> _Reach:
    if isinstance(path, Link):
        link = path.iri
        return lambda triples: triples.table(link).get
    if isinstance(path, Inverse):
        inverse = path.iri
        return lambda triples: triples.inverse(inverse).get
    steps = walk(path)
    return lambda triples: lambda node, _: tuple(steps(triples, node))


def _from(start: Var | Const, reach: _Reach, end: Var | Const, layout: Layout) -> tuple[Step, Layout]:
    if isinstance(end, Var) and end.name not in layout.places:
        return _extending(start, reach, layout), layout.with_(end.name)
    return _checking(start, reach, end, layout), layout


def _extending(start: Var | Const, reach: _Reach, layout: Layout) -> Step:
    if isinstance(start, Const):
        node = start.value

        def from_node(triples: Triples, rows: Rows) -> Rows:
            ends = reach(triples)(node, ())
            return [(*row, end) for row in rows for end in ends]

        return from_node
    at = layout.places[start.name]

    def from_row(triples: Triples, rows: Rows) -> Rows:
        ends = reach(triples)
        return [(*row, end) for row in rows for end in ends(row[at], ())]

    return from_row


def _checking(start: Var | Const, reach: _Reach, end: Var | Const, layout: Layout) -> Step:
    first, last = _getter(start, layout), _getter(end, layout)
    if isinstance(start, Var) and isinstance(end, Const):
        at, value = layout.places[start.name], end.value

        def has(triples: Triples, rows: Rows) -> Rows:
            ends = reach(triples)
            return [row for row in rows if value in ends(row[at], ())]

        return has

    def check(triples: Triples, rows: Rows) -> Rows:
        ends = reach(triples)
        return [row for row in rows if last(row) in ends(first(row), ())]

    return check


def _all(start: Var, path: Path, end: Var, layout: Layout) -> tuple[Step, Layout]:
    if not isinstance(path, Link) or start == end:
        raise UnsupportedError("a pattern whose two ends are both open in a query")
    link = path.iri

    def pairs(triples: Triples, rows: Rows) -> Rows:
        table = triples.table(link)
        return [(*row, node, value) for row in rows for node, values in table.items() for value in values]

    return pairs, layout.with_(start.name, end.name)


def _any_property(start: Var | Const, middle: Var, end: Var | Const, layout: Layout) -> tuple[Step, Layout]:
    new = [each.name for each in (middle, end) if isinstance(each, Var) and each.name not in layout.places]
    if isinstance(start, Var) and start.name not in layout.places:
        raise UnsupportedError("a pattern that asks for any subject of any property in a query")
    if len(set(new)) != len(new):
        raise UnsupportedError("a variable that is both property and object in a query")
    first = _getter(start, layout)
    place = layout.places.get(middle.name)
    last = None if isinstance(end, Var) and end.name in new else _getter(end, layout)

    def step(triples: Triples, rows: Rows) -> Rows:
        found: Rows = []
        for row in rows:
            node = first(row)
            names = triples.tables if place is None else (row[place],)
            for name in names:
                for value in triples.tables.get(name, {}).get(node, ()):
                    if last is None or last(row) == value:
                        more = () if place is not None else (name,)
                        found.append((*row, *more) if last is not None else (*row, *more, value))
        return found

    return step, layout.with_(*new)


def _getter(end: Var | Const, layout: Layout) -> Callable[[Row], Value]:
    if isinstance(end, Const):
        value = end.value
        return lambda row: value
    at = layout.places[end.name]
    return lambda row: row[at]
