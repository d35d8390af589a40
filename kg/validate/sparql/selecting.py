"""A ``SELECT`` of a constraint as a function from focus nodes to solutions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg.validate.paths import Path
from kg.validate.sparql.errors import FailureError, UnsupportedError
from kg.validate.sparql.expressions import Function, as_term, compile_expression, condition
from kg.validate.sparql.groups import Scope, compile_group
from kg.validate.sparql.layout import Layout, Row
from kg.validate.sparql.parsing import parse_select
from kg.validate.sparql.patterns import Step
from kg.validate.sparql.syntax import Call, Count, Exists, Expression, Query, Var
from kg.validate.terms import INTEGER, Value
from kg.validate.triples import Triples

Solution: TypeAlias = Mapping[str, Value]
"""The values of one solution by the names of the columns; a column without a value is left out."""

_THIS = "this"
_AT_ONCE = 2000
"""Focus nodes. What is worked out between them and the solutions stands in memory."""


@dataclass(frozen=True, slots=True)
class _Grouping:
    """Rows put together by ``keys``; behind the keys, each row gets its counts."""

    keys: tuple[int, ...]
    counts: tuple[tuple[int | None, bool], ...]
    having: tuple[Function, ...]

    def grouped(self, triples: Triples, rows: Sequence[Row]) -> Iterator[Row]:
        together: dict[Row, list[Row]] = {}
        for row in rows:
            together.setdefault(tuple(row[key] for key in self.keys), []).append(row)
        for key, members in together.items():
            counts = (_counted(members, place, distinct=distinct) for place, distinct in self.counts)
            whole = (*key, *((str(count), INTEGER, "") for count in counts))
            if all(_holds(test, triples, whole) for test in self.having):
                yield whole


@dataclass(frozen=True, slots=True)
class Select:
    """A compiled query."""

    _where: Step
    _grouping: _Grouping | None
    _columns: tuple[tuple[str, Function], ...]

    def solutions(self, triples: Triples, focus: Sequence[Value]) -> Iterator[Solution]:
        """The solutions for each of the nodes ``focus`` as ``$this``. Raises ``UnsureError``."""
        for first in range(0, len(focus), _AT_ONCE):
            rows = self._where(triples, [(node,) for node in focus[first : first + _AT_ONCE]])
            if not rows:
                continue
            grouped = rows if self._grouping is None else self._grouping.grouped(triples, rows)
            for row in grouped:
                yield dict(self._values(triples, row))

    def _values(self, triples: Triples, row: Row) -> Iterator[tuple[str, Value]]:
        for name, run in self._columns:
            try:
                yield name, run(triples, row)
            except FailureError:
                continue


def compile_select(text: str, prefixes: Mapping[str, str], path: Path | None = None) -> Select:
    """The query ``text`` of a constraint, ``$this`` bound beforehand and ``$PATH`` replaced by ``path``.

    SHACL, section 5.3.

    Raises ``UnsupportedError`` for what is not compiled, and for what is not SPARQL.
    """
    query = parse_select(text, prefixes, path)
    names = [name for name, _ in query.columns]
    if _THIS not in names or {"failure"} & {*names} or len({*names}) != len(names):
        raise UnsupportedError("a query that does not select $this, or selects ?failure")
    where, layout = compile_group(
        query.where, Layout({_THIS: 0}, frozenset((_THIS,))), Scope(frozenset((_THIS,)))
    )
    if query.grouped_by or query.having or any(_counts(expression) for _, expression in query.columns):
        return _grouped(query, where, layout)
    return Select(where, None, tuple(_columns(query.columns, layout)))


def _grouped(query: Query, where: Step, layout: Layout) -> Select:
    if not query.grouped_by:
        raise UnsupportedError("COUNT without GROUP BY in a query")
    # $this stands for one node at a time, so it always keeps solutions apart.
    keys = list(dict.fromkeys([_THIS, *(each.name for each in query.grouped_by)]))
    counted = list(
        dict.fromkeys(
            count for each in (*(one for _, one in query.columns), *query.having) for count in _counts(each)
        )
    )
    if not {*keys} | {each.variable.name for each in counted if each.variable} <= layout.places.keys():
        raise UnsupportedError("GROUP BY or COUNT over a variable that no pattern binds in a query")
    whole = Layout({}, frozenset()).with_(*keys, *(f"count {at}" for at in range(len(counted))))
    named = {count: Var(f"count {at}") for at, count in enumerate(counted)}
    having = tuple(
        condition(compile_expression(_with_counts(each, named), whole, _refused)) for each in query.having
    )
    columns = tuple((name, _with_counts(each, named)) for name, each in query.columns)
    grouping = _Grouping(
        tuple(layout.places[key] for key in keys),
        tuple(
            (layout.places[count.variable.name] if count.variable else None, count.distinct)
            for count in counted
        ),
        having,
    )
    return Select(where, grouping, tuple(_columns(columns, whole)))


def _columns(columns: tuple[tuple[str, Expression], ...], layout: Layout) -> Iterator[tuple[str, Function]]:
    for name, expression in columns:
        if isinstance(expression, Var) and expression.name not in layout.places:
            continue
        yield name, as_term(compile_expression(expression, layout, _refused))


def _counts(expression: Expression) -> list[Count]:
    if isinstance(expression, Count):
        return [expression]
    if isinstance(expression, Call):
        return [found for each in expression.arguments for found in _counts(each)]
    return []


def _with_counts(expression: Expression, named: Mapping[Count, Var]) -> Expression:
    if isinstance(expression, Count):
        return named[expression]
    if isinstance(expression, Call):
        return Call(expression.name, tuple(_with_counts(each, named) for each in expression.arguments))
    return expression


def _refused(_: Exists) -> Function:
    raise UnsupportedError("EXISTS outside of the pattern of a query")


def _counted(rows: Sequence[Row], place: int | None, *, distinct: bool) -> int:
    found = [row if place is None else row[place] for row in rows]
    there = [each for each in found if each is not None]
    return len(set(there)) if distinct else len(there)


def _holds(test: Function, triples: Triples, row: Row) -> bool:
    try:
        return bool(test(triples, row))
    except FailureError:
        return False
