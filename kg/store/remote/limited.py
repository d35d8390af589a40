"""A user's own query on a server, under limits on time, rows and bytes."""

from __future__ import annotations

from pyoxigraph import Literal

from kg.store.errors import QuerySyntaxError
from kg.store.protocol import Limited, Rows
from kg.store.remote.answers import Solutions
from kg.store.remote.errors import ServerFailedError
from kg.store.remote.http import Bounds
from kg.store.remote.service import Row, Service
from kg.store.remote.text import form_of, read_construct


def answer_within(service: Service, sparql: str, bounds: Bounds, most: int) -> Limited:
    """The answer as rows, at most ``most`` of them, and why it is cut if it is.

    Raises ``QuerySyntaxError`` and the errors of a server; ``StoreTimeoutError`` when the time is up.
    """
    try:
        return _answer(service, sparql, bounds, most)
    except ServerFailedError as error:
        if error.status != 400:
            raise
        raise QuerySyntaxError(error.problem) from error


def _answer(service: Service, sparql: str, bounds: Bounds, most: int) -> Limited:
    form = form_of(sparql)
    if form == "ASK":
        return Limited(Rows(("answer",), ((Literal(service.ask(sparql, bounds)),),)))
    if form == "SELECT":
        return _capped(service, sparql, bounds, most)
    construct = read_construct(sparql)
    found = _capped(service, construct.select, bounds, most)
    order = [found.rows.variables.index(name) for name in construct.variables]
    made = construct.triples([tuple(row[at] for at in order) for row in found.rows.rows])
    triples = tuple((triple.subject, triple.predicate, triple.object) for triple in made)
    cut = found.cut if len(triples) <= most else f"cut after {most:,} rows"
    return Limited(Rows(("subject", "predicate", "object"), triples[:most]), cut)


def _capped(service: Service, sparql: str, bounds: Bounds, most: int) -> Limited:
    rows: list[Row] = []
    generous = Bounds(bounds.seconds, 2 * bounds.bytes)
    size = 0
    with service.solving(sparql, generous) as found:
        for row in found.rows:
            if len(rows) == most:
                return _cut(found, rows, f"cut after {most:,} rows")
            size += sum(len(str(term).encode()) for term in row if term is not None)
            if size > bounds.bytes:
                return _cut(
                    found, rows, f"cut after {len(rows):,} rows, at the limit of {bounds.bytes:,} bytes"
                )
            rows.append(row)
    if service.cut_at(sparql, found, len(rows)):
        return _cut(found, rows, f"cut after {len(rows):,} rows by the server's own limit")
    return _cut(found, rows, None)


def _cut(found: Solutions, rows: list[Row], cut: str | None) -> Limited:
    return Limited(Rows(found.variables, tuple(rows)), cut)
