"""Runs a query with its parameters and gives its rows."""

from __future__ import annotations

from kg.query.answering import answer
from kg.query.catalog import Query
from kg.query.parameters import Resolve, Values, bind
from kg.query.sandbox import Answer, Limits, run_apart
from kg.store import Store


def run_query(
    store: Store,
    query: Query,
    values: Values | None = None,
    *,
    resolve: Resolve | None = None,
    limits: Limits | None = None,
) -> Answer:
    """The rows of ``query`` over ``store``, with ``values`` for its parameters.

    A packaged query runs here; any other in a process of its own under ``limits``. ``resolve`` turns names of
    actors and places into IRIs. Raises the errors of ``kg.query.errors``, and
    ``kg.store.errors.QuerySyntaxError``.
    """
    text = bind(query.text, query.header, values or {}, name=query.name, iris=store.iris, resolve=resolve)
    if not query.packaged:
        return run_apart(store, text, name=query.name, limits=limits)
    rows = answer(store, text)
    return Answer(rows.variables, rows.rows)
