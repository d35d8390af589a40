"""Groups of patterns as one step from solutions to solutions.

Solutions flow in from the left, so that nothing is worked out that no focus node needs. SPARQL defines groups from the
inside out; where the two could differ (a condition in an inner group that looks at a variable of the outer one), the
query is refused with an ``UnsupportedError``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.validate.sparql.errors import FailureError, UnsupportedError
from kg.validate.sparql.expressions import Function, Typed, as_term, compile_expression, condition
from kg.validate.sparql.layout import Layout
from kg.validate.sparql.patterns import Rows, Step, compile_pattern, rank
from kg.validate.sparql.syntax import (
    Bind,
    Call,
    Exists,
    Expression,
    Filter,
    Group,
    Perhaps,
    TriplePattern,
    Union,
    bound,
    variables,
)
from kg.validate.triples import Triples


@dataclass(frozen=True, slots=True)
class Scope:
    """What a group may look at: ``given`` has its value everywhere in it, ``visible`` in its own conditions only."""

    given: frozenset[str]
    visible: frozenset[str] = field(default=frozenset())


def compile_group(group: Group, layout: Layout, scope: Scope) -> tuple[Step, Layout]:
    """The group as a step, over solutions laid out as ``layout`` says. Raises ``UnsupportedError``."""
    work = _Group(group, layout, scope)
    work.run()
    return _in_turn(work.steps), work.layout


class _Group:
    def __init__(self, group: Group, layout: Layout, scope: Scope) -> None:
        self.steps: list[Step] = []
        self.layout = layout
        self._outer = frozenset(layout.places)
        self._given = scope.given
        self._binds = bound(group)
        self._elements = group.elements
        self._seen: frozenset[str] = frozenset()
        self._waiting = [
            part
            for element in group.elements
            if isinstance(element, Filter)
            for part in _conjuncts(element.condition)
        ]
        for part in self._waiting:
            self._refuse_strangers(part, scope.visible)

    def run(self) -> None:
        patterns: list[TriplePattern] = []
        for element in self._elements:
            if isinstance(element, TriplePattern):
                patterns.append(element)
            elif not isinstance(element, Filter):
                self._patterns(patterns)
                patterns = []
                self._other(element)
                self._seen |= bound(Group((element,)))
                self._filter(at_end=False)
        self._patterns(patterns)
        self._filter(at_end=True)

    def _patterns(self, patterns: list[TriplePattern]) -> None:
        left = list(patterns)
        self._filter(at_end=False)
        while left:
            best = min(left, key=lambda each: rank(each, frozenset(self.layout.places)))
            left.remove(best)
            step, self.layout = compile_pattern(best, self.layout)
            self.steps.append(step)
            self._seen |= variables(best)
            self._filter(at_end=False)

    def _other(self, element: Bind | Perhaps | Union) -> None:
        inner = Scope(self._given)
        if isinstance(element, Bind):
            name = element.variable.name
            if name in self.layout.places:
                raise UnsupportedError(f"BIND to ?{name}, which has a value already, in a query")
            self._refuse_strangers(element.expression, frozenset())
            run = as_term(self._expression(element.expression))
            self.steps.append(_binding(run))
            # A constant or a variable that has a value cannot fail.
            certain = variables(element.expression) <= self.layout.certain and not isinstance(
                element.expression, Call
            )
            self.layout = self.layout.with_(name, certain=certain)
        elif isinstance(element, Perhaps):
            far = bound(element.group) & self._outer - self._seen - self._given
            if far:
                raise UnsupportedError(f"OPTIONAL over ?{min(far)} of an outer group in a query")
            inner = replace(inner, visible=self._seen)
            step, layout = compile_group(element.group, self.layout, inner)
            more = len(layout.places) - len(self.layout.places)
            self.steps.append(_optional(step, len(self.layout.places), more))
            self.layout = Layout(layout.places, self.layout.certain)
        else:
            self._union(element, inner)

    def _union(self, element: Union, inner: Scope) -> None:
        branches = [compile_group(each, self.layout, inner) for each in element.groups]
        old = len(self.layout.places)
        names = list(dict.fromkeys(name for _, layout in branches for name in layout.places))
        places = {name: at for at, name in enumerate(names)}
        self.steps.append(_union([(step, _order(layout, names)) for step, layout in branches], old))
        certain = frozenset.intersection(*(layout.certain for _, layout in branches))
        self.layout = Layout(places, certain)

    def _filter(self, *, at_end: bool) -> None:
        """Runs the conditions whose variables all have their values: the fewer solutions go on, the better."""
        waiting: list[Expression] = []
        for part in self._waiting:
            if at_end or (variables(part) & self._binds) <= self.layout.certain & self._seen:
                self.steps.append(self._condition(part))
            else:
                waiting.append(part)
        self._waiting = waiting

    def _condition(self, part: Expression) -> Step:
        if isinstance(part, Exists):
            return _existing(self._inner(part), len(self.layout.places), wanted=part.wanted)
        return _holding(condition(self._expression(part)))

    def _expression(self, expression: Expression) -> Typed:
        return compile_expression(expression, self.layout, self._exists)

    def _exists(self, part: Exists) -> Function:
        inner, wanted = self._inner(part), part.wanted
        return lambda triples, row: bool(inner(triples, [row])) is wanted

    def _inner(self, part: Exists) -> Step:
        loose = variables(part) & self.layout.places.keys() - self.layout.certain
        if loose:
            raise UnsupportedError(f"EXISTS over ?{min(loose)}, which may have no value, in a query")
        return compile_group(part.group, self.layout, Scope(self._given | self.layout.certain))[0]

    def _refuse_strangers(self, part: Expression, visible: frozenset[str]) -> None:
        strangers = (variables(part) & self._outer) - self._binds - self._given - visible
        if strangers:
            raise UnsupportedError(
                f"an inner group that looks at ?{min(strangers)} of an outer one in a query"
            )


def _conjuncts(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Call) and expression.name == "&&":
        for each in expression.arguments:
            yield from _conjuncts(each)
    elif (
        isinstance(expression, Call)
        and expression.name == "!"
        and isinstance(expression.arguments[0], Exists)
    ):
        inner = expression.arguments[0]
        yield Exists(inner.group, not inner.wanted)
    else:
        yield expression


def _in_turn(steps: list[Step]) -> Step:
    def run(triples: Triples, rows: Rows) -> Rows:
        for step in steps:
            if not rows:
                break
            rows = step(triples, rows)
        return rows

    return run


def _order(layout: Layout, names: list[str]) -> list[int | None] | None:
    order = [layout.places.get(name) for name in names]
    return None if order == list(range(len(names))) else order


def _union(branches: list[tuple[Step, list[int | None] | None]], old: int) -> Step:
    def run(triples: Triples, rows: Rows) -> Rows:
        found: Rows = []
        for step, order in branches:
            new = step(triples, rows)
            if order is not None:
                new = [tuple(None if at is None else row[at] for at in order) for row in new]
            found += new
        return found

    return run


def _optional(inner: Step, width: int, more: int) -> Step:
    nothing = (None,) * more

    def run(triples: Triples, rows: Rows) -> Rows:
        found = inner(triples, rows)
        matched = {row[:width] for row in found}
        return found + [row + nothing for row in rows if row not in matched]

    return run


def _existing(inner: Step, width: int, *, wanted: bool) -> Step:
    def run(triples: Triples, rows: Rows) -> Rows:
        matched = {row[:width] for row in inner(triples, rows)}
        return [row for row in rows if (row in matched) is wanted]

    return run


def _binding(run: Function) -> Step:
    def step(triples: Triples, rows: Rows) -> Rows:
        found: Rows = []
        for row in rows:
            try:
                found.append((*row, run(triples, row)))
            except FailureError:
                found.append((*row, None))
        return found

    return step


def _holding(test: Function) -> Step:
    def step(triples: Triples, rows: Rows) -> Rows:
        found: Rows = []
        for row in rows:
            try:
                if test(triples, row):
                    found.append(row)
            except FailureError:
                pass
        return found

    return step
