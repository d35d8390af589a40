"""Reads the expressions of a query (SPARQL 1.1, section 19.8, from rule 110 on), by the precedence of operators."""

from __future__ import annotations

from collections.abc import Callable

from kg.validate.sparql.cursor import Cursor
from kg.validate.sparql.errors import UnsupportedError
from kg.validate.sparql.syntax import Call, Const, Count, Exists, Expression, Group, Var

_Groups = Callable[[Cursor], Group]


def read_expression(cursor: Cursor, groups: _Groups) -> Expression:
    """The expression that comes next; ``groups`` reads the pattern after ``EXISTS``. Raises ``UnsupportedError``."""
    left = _and(cursor, groups)
    while cursor.takes("||"):
        left = Call("||", (left, _and(cursor, groups)))
    return left


def _and(cursor: Cursor, groups: _Groups) -> Expression:
    left = _relation(cursor, groups)
    while cursor.takes("&&"):
        left = Call("&&", (left, _relation(cursor, groups)))
    return left


def _relation(cursor: Cursor, groups: _Groups) -> Expression:
    left = _sum(cursor, groups)
    for mark in ("=", "!=", "<=", ">=", "<", ">"):
        if cursor.takes(mark):
            return Call(mark, (left, _sum(cursor, groups)))
    if cursor.takes("IN"):
        return Call("IN", (left, *_arguments(cursor, groups)))
    if cursor.takes("NOT"):
        cursor.demand("IN")
        return Call("!", (Call("IN", (left, *_arguments(cursor, groups))),))
    return left


def _sum(cursor: Cursor, groups: _Groups) -> Expression:
    left = _unary(cursor, groups)
    while cursor.sees("+", "-", "*", "/"):
        mark = cursor.take()
        if mark in "*/":
            raise UnsupportedError(f"the arithmetic {mark!r} in a query")
        left = Call(mark, (left, _unary(cursor, groups)))
    return left


def _unary(cursor: Cursor, groups: _Groups) -> Expression:
    if cursor.takes("!"):
        return Call("!", (_unary(cursor, groups),))
    if cursor.sees("-", "+"):
        raise UnsupportedError("a sign before a value in a query")
    return _primary(cursor, groups)


def _primary(cursor: Cursor, groups: _Groups) -> Expression:
    if cursor.takes("("):
        inner = read_expression(cursor, groups)
        cursor.demand(")")
        return inner
    if cursor.kind == "var":
        return Var(cursor.variable())
    if cursor.sees("TRUE", "FALSE") or cursor.kind not in ("word", "mark"):
        return _constant(cursor)
    if cursor.takes("NOT"):
        cursor.demand("EXISTS")
        return Exists(groups(cursor), wanted=False)
    if cursor.takes("EXISTS"):
        return Exists(groups(cursor), wanted=True)
    name = cursor.take().upper()
    if name == "COUNT":
        return _count(cursor)
    return Call(name, _arguments(cursor, groups))


def _constant(cursor: Cursor) -> Const:
    value = cursor.constant()
    if value is None:
        raise UnsupportedError(f"{cursor.take()!r} in an expression of a query")
    if cursor.sees("("):
        raise UnsupportedError(f"the function {value} in a query")
    return Const(value)


def _count(cursor: Cursor) -> Count:
    cursor.demand("(")
    distinct = cursor.takes("DISTINCT")
    variable = None if cursor.takes("*") else Var(cursor.variable())
    cursor.demand(")")
    return Count(variable, distinct)


def _arguments(cursor: Cursor, groups: _Groups) -> tuple[Expression, ...]:
    cursor.demand("(")
    found: list[Expression] = []
    while not cursor.takes(")"):
        if found:
            cursor.demand(",")
        found.append(read_expression(cursor, groups))
    return tuple(found)
