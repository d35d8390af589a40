"""Expressions of a query as functions of a solution.

While compiling, each expression is known to give a term, words, a number or a truth value, so that running it needs
no literals in between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from kg.validate.sparql.comparing import Number, equal, less, number, plain_number, truth
from kg.validate.sparql.errors import FailureError, UnsupportedError
from kg.validate.sparql.functions import FUNCTIONS, LITERAL_WORDS, SHORT_SUBSTR, Kind, matcher
from kg.validate.sparql.layout import Layout, Row
from kg.validate.sparql.syntax import Call, Const, Exists, Expression, Var
from kg.validate.terms import BOOLEAN, DECIMAL, INTEGER, Value, string
from kg.validate.triples import Triples

Function: TypeAlias = Callable[[Triples, Row], Any]


@dataclass(frozen=True, slots=True)
class Typed:
    """An expression as a function, and what it gives."""

    kind: Kind
    run: Function
    number: Number | None = None
    """The number that the expression always gives, if it does."""


def compile_expression(expression: Expression, layout: Layout, exists: Callable[[Exists], Function]) -> Typed:
    """``expression`` over solutions laid out as ``layout`` says; ``exists`` compiles the patterns in it.

    The function raises ``FailureError`` where SPARQL has an error. Raises ``UnsupportedError``.
    """

    def compiled(part: Expression) -> Typed:
        return compile_expression(part, layout, exists)

    match expression:
        case Var(name):
            return Typed(Kind.TERM, _variable(layout.places.get(name), certain=name in layout.certain))
        case Const(value):
            return Typed(Kind.TERM, lambda triples, row: value, plain_number(value))
        case Exists():
            return Typed(Kind.TRUTH, exists(expression))
        case Call("BOUND", (Var(name),)):
            place = layout.places.get(name)
            return Typed(Kind.TRUTH, lambda triples, row: place is not None and row[place] is not None)
        case Call("!", (inner,)):
            test = condition(compiled(inner))
            return Typed(Kind.TRUTH, lambda triples, row: not test(triples, row))
        case Call("&&", (left, right)):
            return Typed(Kind.TRUTH, _both(condition(compiled(left)), condition(compiled(right))))
        case Call("||", (left, right)):
            return Typed(Kind.TRUTH, _any(condition(compiled(left)), condition(compiled(right))))
        case Call("=" | "!=" | "<" | ">" | "<=" | ">=" as mark, (left, right)):
            return Typed(Kind.TRUTH, _comparison(mark, compiled(left), compiled(right)))
        case Call("+" | "-" as mark, (left, right)):
            return Typed(
                Kind.NUMBER, _arithmetic(mark, as_number(compiled(left)), as_number(compiled(right)))
            )
        case Call("IN", (left, *others)):
            return Typed(Kind.TRUTH, _among(compiled(left), others))
        case Call("REGEX", (text, *rest)):
            return Typed(Kind.TRUTH, matcher(as_words(compiled(text)), tuple(rest)))
        case Call("SUBSTR", (text, start)):
            return _called(SHORT_SUBSTR, (compiled(text), compiled(start)))
        case Call(name, arguments) if name in FUNCTIONS:
            return _called(name, tuple(compiled(each) for each in arguments))
        case Call(name, _):
            raise UnsupportedError(f"the function {name} in a query")
    raise UnsupportedError("COUNT outside of a grouped SELECT in a query")


def _called(name: str, arguments: tuple[Typed, ...]) -> Typed:
    takes, gives, make = FUNCTIONS[name]
    if len(takes) != len(arguments) and name != "CONCAT":
        raise UnsupportedError(f"{name} with {len(arguments)} arguments in a query")
    kinds = takes if len(takes) == len(arguments) else takes[:1] * len(arguments)
    given = [_CASTS[kind](argument) for kind, argument in zip(kinds, arguments, strict=True)]
    return Typed(gives, make(*given))


def condition(typed: Typed) -> Function:
    """The expression as a truth value."""
    run = typed.run
    if typed.kind is Kind.TRUTH:
        return run
    if typed.kind is Kind.TERM:
        return lambda triples, row: truth(run(triples, row))
    return lambda triples, row: bool(run(triples, row))


def as_term(typed: Typed) -> Function:
    """The expression as an RDF term."""
    run = typed.run
    match typed.kind:
        case Kind.TERM:
            return run
        case Kind.WORDS:
            return lambda triples, row: string(run(triples, row))
        case Kind.NUMBER:
            return lambda triples, row: _written(run(triples, row))
        case Kind.TRUTH:
            return lambda triples, row: ("true" if run(triples, row) else "false", BOOLEAN, "")


def as_number(typed: Typed) -> Function:
    """The expression as a number."""
    if typed.kind is Kind.NUMBER:
        return typed.run
    fixed = typed.number
    if fixed is not None:
        return lambda triples, row: fixed
    run = as_term(typed)
    return lambda triples, row: number(run(triples, row))


def as_words(typed: Typed) -> Function:
    """The expression as a string; a string with a language is not told from one without, so it has none."""
    if typed.kind is Kind.WORDS:
        return typed.run
    if typed.kind is Kind.TERM:
        return FUNCTIONS[LITERAL_WORDS][2](typed.run)
    raise UnsupportedError("a number or a truth value where a query needs words")


_CASTS: Mapping[Kind, Callable[[Typed], Function]] = {
    Kind.TERM: as_term,
    Kind.NUMBER: as_number,
    Kind.WORDS: as_words,
    Kind.TRUTH: condition,
}


def _variable(place: int | None, *, certain: bool) -> Function:
    if certain and place is not None:
        return lambda triples, row: row[place]

    def run(triples: Triples, row: Row) -> Any:
        value = None if place is None else row[place]
        if value is None:
            raise FailureError
        return value

    return run


def _both(left: Function, right: Function) -> Function:
    def run(triples: Triples, row: Row) -> bool:
        try:
            if not left(triples, row):
                return False
        except FailureError:
            if not right(triples, row):
                return False
            raise
        return bool(right(triples, row))

    return run


def _any(left: Function, right: Function) -> Function:
    def run(triples: Triples, row: Row) -> bool:
        try:
            if left(triples, row):
                return True
        except FailureError:
            if right(triples, row):
                return True
            raise
        return bool(right(triples, row))

    return run


def _comparison(mark: str, left: Typed, right: Typed) -> Function:
    if mark in (">", "<="):
        return _comparison("<" if mark == ">" else ">=", right, left)
    if mark in ("!=", ">="):
        straight = _comparison("=" if mark == "!=" else "<", left, right)
        return lambda triples, row: not straight(triples, row)
    kinds = {left.kind, right.kind}
    if Kind.TRUTH in kinds:
        raise UnsupportedError("a comparison of truth values in a query")
    one, other = left.run, right.run
    if Kind.NUMBER in kinds or left.number is not None or right.number is not None:
        one, other = as_number(left), as_number(right)
    elif kinds in ({Kind.TERM, Kind.WORDS}, {Kind.TERM}):
        one, other = as_term(left), as_term(right)
        compare: Callable[[Value, Value], bool] = equal if mark == "=" else less
        return lambda triples, row: compare(one(triples, row), other(triples, row))
    if mark == "=":
        return lambda triples, row: one(triples, row) == other(triples, row)
    return lambda triples, row: one(triples, row) < other(triples, row)


def _arithmetic(mark: str, left: Function, right: Function) -> Function:
    if mark == "+":
        return lambda triples, row: left(triples, row) + right(triples, row)
    return lambda triples, row: left(triples, row) - right(triples, row)


def _among(left: Typed, others: list[Expression]) -> Function:
    run = as_term(left)
    values = frozenset(each.value for each in others if isinstance(each, Const))
    if len(values) != len(others) or any(isinstance(value, tuple) for value in values):
        raise UnsupportedError("IN with anything but IRIs in a query")
    return lambda triples, row: run(triples, row) in values


def _written(value: Any) -> Value:
    return (str(value), INTEGER if isinstance(value, int) else DECIMAL, "")
