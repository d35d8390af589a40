"""``/sparql``: SPARQL 1.1 Protocol, the query operation, over the view of the request."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from kg.errors import KGError
from kg.query import guard
from kg.query.errors import QueryMemoryError, QueryTimeoutError
from kg.query.sandbox import Elsewhere, Limits, copied
from kg.web.asked import OFFERS, Asked, asked_of, has_query, pairs_of
from kg.web.elsewhere import answer_elsewhere
from kg.web.problems import Problem, problem_of
from kg.web.settings import Settings
from kg.web.view import View
from kg.web.views import Views
from kg.web.workers import Workers


async def sparql(request: Request) -> Response:
    """The answer to a query; of a GET without one, what this service is."""
    pairs = await pairs_of(request)
    if request.method != "POST" and not has_query(pairs):
        from kg.web.description import service_description

        return await service_description(request)
    settings: Settings = request.app.state.settings
    views: Views = request.app.state.views
    asked = asked_of(pairs, request.headers.get("accept", ""), settings.limits)
    async with views.view() as view:
        return await _run(request, view, asked)


async def answer_graph(request: Request, view: View, query: str, name: str) -> Response:
    """The answer to a query of ours, in the media type ``name``, under the limits of a client's own."""
    settings: Settings = request.app.state.settings
    types = {kind: name if name in offers else None for kind, offers in OFFERS.items()}
    return await _run(request, view, Asked(query, (), (), settings.limits.seconds, types))


async def _run(request: Request, view: View, asked: Asked) -> Response:
    """Runs the query until it is answered, or until the client is gone."""
    limits: Limits = request.app.state.settings.limits
    began = time.monotonic()
    running = asyncio.ensure_future(_answer(asked, view, request.app.state.workers, limits))
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({running, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            raise ClientDisconnect
        told, body = running.result()
    except KGError as error:
        raise _problem(error, asked, limits) from error
    finally:
        for task in (running, gone):
            task.cancel()
        # The view must outlive whoever reads from it.
        await asyncio.gather(running, gone, return_exceptions=True)
    return _response(told, body, asked, limits, time.monotonic() - began)


async def _answer(asked: Asked, view: View, workers: Workers, limits: Limits) -> tuple[dict[str, Any], bytes]:
    formats = {kind: name and OFFERS[kind][name] for kind, name in asked.types.items()}
    # Another server may fetch what FROM names.
    guard.check(asked.query, name="query", own_graphs=not isinstance(view.store, Elsewhere))
    if isinstance(view.store, Elsewhere):
        if asked.default or asked.named:
            raise Problem(
                400, "the store is on a server, whose graphs are named inside the query: GRAPH <…> { … }"
            )
        found = await run_in_threadpool(
            answer_elsewhere, view.store, asked.query, formats, asked.seconds, limits
        )
        if found is not None:
            return found
    request = {
        "query": asked.query,
        "formats": formats,
        "base": view.store.iris.base,
        "prefixes": view.store.iris.prefixes,
        "union": not guard.chooses_graphs(asked.query),
        "default": list(asked.default) if asked.default or asked.named else None,
        "named": list(asked.named),
    }
    if view.data is not None:
        return await workers.run({**request, "form": "folder", "path": str(view.data)}, asked.seconds)
    copy = copied(view.store)
    form, path = await run_in_threadpool(copy.__enter__)
    try:
        return await workers.run({**request, "form": form, "path": str(path)}, asked.seconds)
    finally:
        await run_in_threadpool(copy.__exit__, None, None, None)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(told: dict[str, Any], body: bytes, asked: Asked, limits: Limits, took: float) -> Response:
    if told["status"] == "failed":
        raise Problem(400, f"query: {told['reason']}; mend the query")
    if told["status"] == "unfit":
        names = ", ".join(OFFERS[told["kind"]])
        raise Problem(406, f"such a query is answered in one of these types, and Accept takes none: {names}")
    if told["status"] == "cut":
        option, most = {
            "rows": ("--row-limit", f"{limits.rows:,} rows"),
            "bytes": ("--size-limit", f"{limits.bytes / 1e6:g} MB"),
        }[told["limit"]]
        raise Problem(
            413,
            f"the answer has more than {most}, and none of it is sent; ask for less with LIMIT, or start the server "
            f"with a higher {option}",
            setting=option,
        )
    name = asked.types[told["kind"]]
    assert name is not None
    charset = "; charset=utf-8" if name.startswith("text/") else ""
    return Response(
        body,
        headers={
            "content-type": name + charset,
            "vary": "Accept",
            "server-timing": f"query;dur={took * 1000:.1f}",
        },
    )


def _problem(error: KGError, asked: Asked, limits: Limits) -> Problem:
    if isinstance(error, QueryTimeoutError):
        if asked.seconds < limits.seconds:
            return Problem(
                503, f"the query was ended after the {asked.seconds:g} seconds that were asked for"
            )
        return Problem(
            503,
            f"the query was ended after {limits.seconds:g} seconds; make it more selective, or start the server with a "
            "higher --time-limit",
            setting="--time-limit",
        )
    if isinstance(error, QueryMemoryError):
        return Problem(
            503,
            f"the query was ended at {limits.megabytes} MB of memory; make it more selective, or start the server "
            "with a higher --memory-limit",
            setting="--memory-limit",
        )
    return problem_of(error)
