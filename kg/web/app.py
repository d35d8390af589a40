"""Puts the parts of the server together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from kg import __version__
from kg.errors import KGError
from kg.location import Place
from kg.store import Store
from kg.web.access import Access
from kg.web.answers import no_answers
from kg.web.api import router
from kg.web.api.known import warm
from kg.web.dereference import dereference
from kg.web.description import void
from kg.web.graph_store import graph_store
from kg.web.guard import Guard
from kg.web.headers import Headers
from kg.web.page import page
from kg.web.problems import Problem, problem_of, problem_response
from kg.web.settings import Settings
from kg.web.sources import source_of
from kg.web.sparql import sparql
from kg.web.turns import take_turns
from kg.web.unchanged import Unchanged
from kg.web.views import Views
from kg.web.workers import Workers


def create_app(place: Place | Store, settings: Settings | None = None) -> ASGIApp:
    """The server over the store at ``place``, or over one that is open already.

    Whoever runs it must run its lifespan, at whose end all that was laid down is removed. Raises the errors of
    ``kg.store.open_store``.
    """
    settings = settings or Settings()
    views, answers = Views(source_of(place), warm), no_answers()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.workers = Workers(settings.workers, settings.limits)
        app.state.workers.warm()
        warming, turns = asyncio.create_task(views.warm()), asyncio.create_task(take_turns())
        yield
        turns.cancel()
        await asyncio.wait({warming, turns})
        await app.state.workers.close()
        await views.close()

    app = FastAPI(
        title="Rawabit",
        version=__version__,
        openapi_url="/api/openapi.json",
        # They load scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.views = views
    app.state.answers = answers
    app.state.settings = settings
    app.include_router(router)
    app.add_route("/sparql", sparql, methods=["GET", "POST"], include_in_schema=False)
    app.add_route("/graph", graph_store, include_in_schema=False)
    app.add_route("/graph/{name:path}", graph_store, include_in_schema=False)
    app.add_route("/.well-known/void", void, include_in_schema=False)
    for kind in ("actor", "place", "document", "claim"):
        app.add_route(f"/{kind}/{{rest:path}}", dereference, include_in_schema=False)
    app.add_route("/{path:path}", page, include_in_schema=False)
    app.add_exception_handler(Problem, _tell)
    app.add_exception_handler(KGError, _tell)
    app.add_exception_handler(HTTPException, _tell)
    app.add_exception_handler(RequestValidationError, _tell)
    within: ASGIApp = Unchanged(app, views, answers)
    if settings.token is not None:
        within = Access(within, settings.token)
    return Headers(Guard(within, hosts=settings.hosts, any_address=settings.token is not None))


async def _tell(_: Request, error: Exception) -> Response:
    if isinstance(error, KGError):
        return problem_response(problem_of(error))
    if isinstance(error, RequestValidationError):
        told = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors())
        return problem_response(Problem(422, f"the request does not fit: {told}"))
    if isinstance(error, HTTPException):
        return problem_response(Problem(error.status_code, str(error.detail), headers=error.headers))
    assert isinstance(error, Problem)
    return problem_response(error)
