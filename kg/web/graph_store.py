"""``/graph``: SPARQL 1.1 Graph Store HTTP Protocol, reading. A graph is named by ``?graph=`` or by its own path."""

from __future__ import annotations

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response

from kg.web.asked import OFFERS
from kg.web.negotiation import wanted
from kg.web.problems import Problem
from kg.web.sparql import answer_graph
from kg.web.views import Views


async def graph_store(request: Request) -> Response:
    """The triples of a graph; of the default graph, which is the union of all, those of all."""
    name = wanted(request.headers.get("accept", ""), [*OFFERS["graph"], "text/html"])
    name = "text/turtle" if name == "text/html" else name
    if name is None:
        raise Problem(
            406, f"graphs are written as {', '.join(OFFERS['graph'])}, and Accept takes none of them"
        )
    views: Views = request.app.state.views
    async with views.view() as view:
        graph = _graph(request, view.store.iris.base)
        pattern = "?s ?p ?o" if graph is None else f"GRAPH {graph} {{ ?s ?p ?o }}"
        # The name is a term that pyoxigraph has checked: its text cannot leave its angle brackets.
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}"
        if graph is not None:
            there = await answer_graph(request, view, f"ASK {{ {pattern} }}", "application/json")
            if b"true" not in there.body:
                raise Problem(
                    404, f"there is no graph {graph}; the service description at /sparql names some"
                )
        return await answer_graph(request, view, query, name)


def _graph(request: Request, base: str) -> NamedNode | None:
    """The graph that is asked for; ``None`` for the default graph."""
    own = request.path_params.get("name")
    given = request.query_params.getlist("graph")
    default = "default" in request.query_params
    if (own is not None) + len(given) + default != 1:
        raise Problem(400, "say which graph: either ?graph=IRI or ?default")
    if default:
        return None
    iri = given[0] if given else f"{base}graph/{own}"
    try:
        return NamedNode(iri)
    except ValueError:
        raise Problem(400, f"{iri!r} names no graph: give an http or https IRI") from None
