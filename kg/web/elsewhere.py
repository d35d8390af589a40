"""A client's query over a store that is on another server: that server runs it, under our limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyoxigraph import Triple

from kg.query.errors import QueryFailedError, QueryTimeoutError
from kg.query.result_formats import ROWS, TRUTH
from kg.query.sandbox import Elsewhere, Limits
from kg.query.written_answer import Bounds, PassedError, written_graph
from kg.store.errors import QuerySyntaxError, StoreTimeoutError

_TRIPLE = ("subject", "predicate", "object")


def answer_elsewhere(
    store: Elsewhere, text: str, formats: Mapping[str, str | None], seconds: float, limits: Limits
) -> tuple[dict[str, Any], bytes] | None:
    """What ``kg.query.written_answer`` gives, from the server; ``None`` where a copy has to be asked instead.

    Raises ``QueryTimeoutError``, ``QueryFailedError`` and the errors of a server.
    """
    try:
        found = store.answer_within(text, seconds=seconds, rows=limits.rows, size=limits.bytes)
    except QuerySyntaxError as error:
        raise QueryFailedError("query", str(error).removeprefix("the query cannot be run: ")) from error
    except StoreTimeoutError as error:
        raise QueryTimeoutError("query", seconds) from error
    if found is None:
        return None
    kind = _kind(text)
    form = formats[kind]
    if form is None:
        return {"status": "unfit", "kind": kind}, b""
    if found.cut is not None:
        return {"status": "cut", "kind": kind, "limit": "bytes" if "bytes" in found.cut else "rows"}, b""
    bounds = Bounds(limits.rows, limits.bytes)
    try:
        if kind == "truth":
            body = TRUTH[form](getattr(found.rows.rows[0][0], "value", "") == "true").encode()
        elif kind == "graph":
            triples = (Triple(*row) for row in found.rows.rows)  # type: ignore[arg-type]
            body = written_graph(triples, form, bounds, {})
        else:
            body = bounds.joined(ROWS[form](found.rows.variables, found.rows.rows))
    except PassedError as error:
        return {"status": "cut", "kind": kind, "limit": error.limit}, b""
    return {"status": "whole", "kind": kind, "format": form}, body


def _kind(text: str) -> str:
    from kg.store.remote.text import form_of

    return {"ASK": "truth", "SELECT": "rows"}.get(form_of(text), "graph")
