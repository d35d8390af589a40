"""Runs a query with its parameters and gives its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.query.answering import answer
from kg.query.catalog import Query
from kg.query.parameters import Resolve, Terms, Values, filled, given_terms
from kg.query.sandbox import Answer, Limits, run_apart
from kg.store import Rows, Store

if TYPE_CHECKING:
    from kg.query.claims import Claims


def run_query(
    store: Store,
    query: Query,
    values: Values | None = None,
    *,
    resolve: Resolve | None = None,
    limits: Limits | None = None,
    claims: Claims | None = None,
) -> Answer:
    """The rows of ``query`` over ``store``, with ``values`` for its parameters.

    A packaged query runs here; any other in a process of its own under ``limits``. ``resolve`` turns names of
    actors and places into IRIs. ``claims`` are those of ``store``, where they are open already. Raises the errors of
    ``kg.query.errors``, and ``kg.store.errors.QuerySyntaxError``.
    """
    terms = given_terms(query.header, values or {}, name=query.name, iris=store.iris, resolve=resolve)
    text = filled(query.text, terms)
    if not query.packaged:
        return run_apart(store, text, name=query.name, limits=limits)
    rows = answer(store, text, plain=_from_index(store, query, terms, claims))
    return Answer(rows.variables, rows.rows)


def _from_index(store: Store, query: Query, terms: Terms, claims: Claims | None) -> Rows | None:
    """What the index of claims finds, where there is one of the whole store and SQL to ask it."""
    # What is not needed is not imported: most stores have no index, most queries no SQL.
    from kg.query.indexed_query import indexed_rows, sql_beside

    sql = sql_beside(query)
    if not sql:
        return None
    from kg.query.claim_index import ClaimIndex
    from kg.query.claims_in import claims_in

    known = claims_in(store) if claims is None else claims
    if not (isinstance(known, ClaimIndex) and known.file.state):
        return None
    try:
        return indexed_rows(sql, query, terms, known.file, store)
    finally:
        if claims is None:
            known.close()
