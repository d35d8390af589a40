"""Reads the query of a constraint: ``SELECT`` with patterns, paths, filters, grouping.

The grammar is that of SPARQL 1.1, section 19.8. What is left out (``MINUS``, ``VALUES``, ``SERVICE``, ``GRAPH``,
queries within queries, ``ORDER BY`` and the like) raises ``UnsupportedError``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.validate.paths import Chain, Either, Link, Path, Repeated, reversed_
from kg.validate.sparql.cursor import Cursor
from kg.validate.sparql.errors import UnsupportedError
from kg.validate.sparql.reading_expressions import read_expression
from kg.validate.sparql.syntax import (
    Bind,
    Call,
    Const,
    Element,
    Exists,
    Expression,
    Filter,
    Group,
    Perhaps,
    Query,
    TriplePattern,
    Union,
    Var,
)


def parse_select(query: str, prefixes: Mapping[str, str], path: Path | None = None) -> Query:
    """The query as values. Its own ``PREFIX`` lines come before ``prefixes``. Raises ``UnsupportedError``."""
    cursor = Cursor(query, prefixes, path)
    cursor.demand("SELECT")
    # Results are a set whether the query says DISTINCT or not.
    cursor.takes("DISTINCT")
    columns = tuple(_columns(cursor))
    cursor.takes("WHERE")
    where = read_group(cursor)
    grouped, having = tuple(_grouped(cursor)), tuple(_having(cursor))
    if cursor.kind:
        raise UnsupportedError(f"{cursor.take()!r} after the pattern of a query")
    return Query(columns, where, grouped, having)


def _columns(cursor: Cursor) -> Iterator[tuple[str, Expression]]:
    while not cursor.sees("{", "WHERE"):
        if cursor.takes("("):
            expression = read_expression(cursor, read_group)
            cursor.demand("AS")
            yield cursor.variable(), expression
            cursor.demand(")")
        else:
            name = cursor.variable()
            yield name, Var(name)


def _grouped(cursor: Cursor) -> Iterator[Var]:
    if cursor.takes("GROUP"):
        cursor.demand("BY")
        while cursor.kind == "var":
            yield Var(cursor.variable())


def _having(cursor: Cursor) -> Iterator[Expression]:
    if cursor.takes("HAVING"):
        while cursor.takes("("):
            yield read_expression(cursor, read_group)
            cursor.demand(")")


def read_group(cursor: Cursor) -> Group:
    """What stands between the two braces that come next."""
    elements: list[Element] = []
    cursor.demand("{")
    while not cursor.takes("}"):
        if cursor.takes("."):
            continue
        if cursor.takes("FILTER"):
            elements.append(Filter(_condition(cursor)))
        elif cursor.takes("OPTIONAL"):
            elements.append(Perhaps(read_group(cursor)))
        elif cursor.takes("BIND"):
            cursor.demand("(")
            expression = read_expression(cursor, read_group)
            cursor.demand("AS")
            elements.append(Bind(expression, Var(cursor.variable())))
            cursor.demand(")")
        elif cursor.sees("{"):
            groups = [read_group(cursor)]
            while cursor.takes("UNION"):
                groups.append(read_group(cursor))
            elements.append(Union(tuple(groups)))
        else:
            elements += _triples(cursor)
    return Group(tuple(elements))


def _condition(cursor: Cursor) -> Expression:
    wanted = not cursor.takes("NOT")
    if cursor.takes("EXISTS"):
        return Exists(read_group(cursor), wanted)
    if not wanted:
        raise UnsupportedError("NOT without EXISTS in a query")
    if cursor.sees("("):
        cursor.demand("(")
        expression = read_expression(cursor, read_group)
        cursor.demand(")")
        return expression
    expression = read_expression(cursor, read_group)
    if not isinstance(expression, Call):
        raise UnsupportedError("a FILTER without brackets in a query")
    return expression


def _triples(cursor: Cursor) -> Iterator[Element]:
    subject = _end(cursor)
    while True:
        predicate = cursor.path() or (Var(cursor.variable()) if cursor.kind == "var" else _path(cursor))
        yield TriplePattern(subject, predicate, _end(cursor))
        while cursor.takes(","):
            yield TriplePattern(subject, predicate, _end(cursor))
        if not cursor.takes(";"):
            return
        while cursor.takes(";"):
            pass
        if cursor.sees(".", "}"):
            return


def _end(cursor: Cursor) -> Var | Const:
    if cursor.kind == "var":
        return Var(cursor.variable())
    negative = cursor.takes("-")
    value = cursor.constant()
    if value is None:
        raise UnsupportedError(f"{cursor.take()!r} in a pattern of a query")
    if negative:
        raise UnsupportedError("a negative number in a pattern of a query")
    return Const(value)


def _path(cursor: Cursor) -> Path:
    parts = [_chain(cursor)]
    while cursor.takes("|"):
        parts.append(_chain(cursor))
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


def _chain(cursor: Cursor) -> Path:
    parts = [_step(cursor)]
    while cursor.takes("/"):
        parts.append(_step(cursor))
    return parts[0] if len(parts) == 1 else Chain(tuple(parts))


def _step(cursor: Cursor) -> Path:
    inverse = cursor.takes("^")
    path = _primary(cursor)
    if cursor.takes("*"):
        path = Repeated(path, 0, further=True)
    elif cursor.takes("+"):
        path = Repeated(path, 1, further=True)
    elif cursor.takes("?"):
        path = Repeated(path, 0, further=False)
    return reversed_(path) if inverse else path


def _primary(cursor: Cursor) -> Path:
    if cursor.takes("("):
        path = _path(cursor)
        cursor.demand(")")
        return path
    iri = cursor.iri()
    if iri is None:
        raise UnsupportedError(f"{cursor.take()!r} in a path of a query")
    return Link(iri)
