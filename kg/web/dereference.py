"""Actors, places, claims and documents under their own IRIs: the page for people, data for programs, by Accept."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.export.errors import NothingToExportError
from kg.export.formats import find_format
from kg.export.selection import Selection, description, documents_naming, selected
from kg.namespaces import BASE
from kg.query.iris import is_iri
from kg.store import Store
from kg.web.negotiation import wanted
from kg.web.page import index
from kg.web.problems import Problem
from kg.web.settings import Settings
from kg.web.views import Views

_FORMATS = {
    "text/turtle": "turtle",
    "application/ld+json": "jsonld",
    "application/n-triples": "nquads",
    "application/json": "jsonld",
}
_OFFERS = ("text/html", *_FORMATS)
_GRAPHS = ("documents", "links", "judgements")
_MOST = 2_000
"""Documents of which one answer may hold claims."""


async def dereference(request: Request) -> Response:
    """What the store says of the one whose IRI has this path below the base."""
    name = wanted(request.headers.get("accept", ""), _OFFERS)
    if name is None:
        raise Problem(406, f"this is written as {', '.join(_OFFERS)}, and Accept takes none of them")
    views: Views = request.app.state.views
    async with views.view() as view:
        path = request.url.path.removeprefix("/")
        iri = await run_in_threadpool(_found, view.store, path)
        if name == "text/html":
            settings: Settings = request.app.state.settings
            # The page says in its own words that nobody is called so.
            return _varying(index(settings, 200 if iri else 404))
        if iri is None:
            raise Problem(404, f"nothing is said of {view.store.iris.base}{path}; /api/search finds names")
        body = await run_in_threadpool(_data, view.store, iri, path.partition("/")[0], _FORMATS[name])
    charset = "; charset=utf-8" if name.startswith("text/") else ""
    return _varying(Response(body, headers={"content-type": name + charset}))


def _varying(response: Response) -> Response:
    response.headers["vary"] = "Accept"
    return response


def _found(store: Store, path: str) -> str | None:
    """The IRI that has this path; those of the registry do not follow the base of a store."""
    for base in dict.fromkeys((store.iris.base, BASE)):
        if not is_iri(base + path):
            continue
        # The node's text cannot leave its angle brackets.
        node = NamedNode(base + path)
        if store.ask(f"ASK {{ {{ {node} ?p ?o }} UNION {{ ?s ?q {node} }} }}"):
            return base + path
    return None


def _data(store: Store, iri: str, kind: str, form: str) -> bytes:
    selection = Selection(
        _GRAPHS,
        actor=iri if kind in ("actor", "place") else None,
        document=iri if kind == "document" else None,
        claim=iri if kind == "claim" else None,
    )
    if selection.actor and len(documents_naming(store, iri, _MOST + 1)) > _MOST:
        raise Problem(
            413,
            f"more than {_MOST:,} documents speak of {iri}; ask for what you need at /sparql, or take all of it with "
            f"'kg export turtle --actor {iri}'",
        )
    try:
        quads = selected(store, selection)
    except NothingToExportError:
        # No document speaks of it; the registry may.
        quads = description(store, iri)
    if form == "nquads":
        return _ntriples(quads)
    return "".join(find_format(form).write(quads, store.iris)).encode()


def _ntriples(quads: Iterable[Quad]) -> bytes:
    return "".join(sorted(f"{line} .\n" for line in {str(quad.triple) for quad in quads})).encode()
