"""Finds out what a server is: which address takes queries and which updates, and how it sees its graphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KGError
from kg.iri import Iris
from kg.namespaces import DCTERMS, XSD
from kg.store.remote.address import Address, shown
from kg.store.remote.answers import truth
from kg.store.remote.errors import (
    AccessError,
    CutAnswerError,
    ForeignGraphsError,
    MovedError,
    NotAServerError,
    NotWritableError,
    ServerFailedError,
    StrangeAnswerError,
    UnfitServerError,
)
from kg.store.remote.http import Bounds, Client
from kg.store.remote.journal import Known
from kg.store.remote.service import Service
from kg.store.update import graph_blocks

_UNION = ("", "union-default-graph")
"""Parameters of a query that make the default graph the union of all; Oxigraph has one."""
_NOTHING = "DELETE DATA {{ GRAPH <{0}> {{ <{0}> <{0}> <{0}> }} }}"
_SAMPLES: tuple[NamedNode | Literal, ...] = (
    Literal('"\\\n\t حزب الله \u200f\u0654 e\u0301 é 😀'),
    Literal("حزب", language="ar"),
    Literal("party", language="en"),
    Literal(7),
    Literal("0.95", datatype=NamedNode(XSD + "decimal")),
    Literal("2015-10-16", datatype=NamedNode(XSD + "date")),
    Literal("false", datatype=NamedNode(XSD + "boolean")),
    NamedNode("https://example.org/كتيبة#char=50,58"),
)
"""One value of each kind that documents hold."""


def find_queries(client: Client, address: Address, bounds: Bounds) -> Known:
    """The address that takes queries: the one given, or one under it.

    Raises ``NotAServerError``, ``AccessError`` and the errors of a connection.
    """
    problem = "no reason given"
    root = address.url.rstrip("/")
    for url in dict.fromkeys((address.url, f"{root}/query", f"{root}/sparql")):
        try:
            with client.ask(url, "ASK {}", bounds) as reply:
                if truth(reply, shown(url)):
                    return Known(url, reply.headers.get("Server", ""))
        except (ServerFailedError, StrangeAnswerError, CutAnswerError) as error:
            if url == address.url:
                problem = f"status {error.status}" if isinstance(error, ServerFailedError) else "no JSON"
    raise NotAServerError(shown(address.url), problem)


def find_updates(client: Client, address: Address, known: Known, bounds: Bounds) -> Known:
    """The address that takes updates, found by one that changes nothing.

    Raises ``NotWritableError`` and ``AccessError``.
    """
    refused: KGError | None = None
    problem = "no reason given"
    probe = _NOTHING.format("https://w3id.org/rawabit/graph/unfinished")
    for url in [address.update] if address.update else dict.fromkeys(_candidates(known)):
        try:
            client.tell(url, probe, bounds)
        except AccessError as error:
            refused = error
        except (ServerFailedError, MovedError) as error:
            problem = (
                f"status {error.status}" if isinstance(error, ServerFailedError) else "it points elsewhere"
            )
        else:
            return replace(known, update=url)
    raise refused or NotWritableError(known.query.partition("?")[0], problem)


def _candidates(known: Known) -> Iterator[str]:
    parts = urlsplit(known.query)
    path = parts.path.rstrip("/")
    head, _, last = path.rpartition("/")
    if last == "query":
        yield parts._replace(path=f"{head}/update", query="").geturl()
    if last == "sparql" and known.product.lower().startswith("virtuoso"):
        yield parts._replace(path=f"{head}/sparql-auth", query="").geturl()
    if head.endswith("/repositories"):
        yield parts._replace(path=f"{path}/statements", query="").geturl()
    yield known.query
    yield parts._replace(path=f"{head}/update", query="").geturl()
    yield parts._replace(path=f"{path}/update", query="").geturl()


def find_union(service: Service, client: Client, seconds: float) -> Known | None:
    """How queries see all graphs as one, tried with a triple that is there; ``None`` where none is.

    Raises ``UnfitServerError`` where they cannot.
    """
    plain = replace(service.known, union="")
    rows = (
        Service(client, plain, seconds)
        .select(
            "SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } FILTER(ISIRI(?s) && ISIRI(?o)) } LIMIT 1",
            ["s", "p", "o"],
        )
        .rows
    )
    if not rows:
        return None
    triple = " ".join(str(term) for term in rows[0])
    for parameter in _UNION:
        tried = replace(plain, union=parameter)
        if Service(client, tried, seconds).ask(f"ASK {{ {triple} }}"):
            return tried
    raise UnfitServerError(
        service.place,
        "its queries do not see all named graphs as one",
        "switch that on in its settings, docs/stores.md tells where",
    )


def check_values(service: Service, client: Client, seconds: float, iris: Iris) -> Known:
    """Writes a value of each kind, reads them back, takes them away, and looks how graphs are seen meanwhile.

    Raises ``UnfitServerError`` where a value comes back as another.
    """
    graph = NamedNode(iris.graph("unfinished"))
    quads = [Quad(graph, NamedNode(f"{DCTERMS}{n}"), value, graph) for n, value in enumerate(_SAMPLES)]
    service.tell([f"INSERT DATA {{ {graph_blocks(quads)} }}"])
    try:
        rows = service.select(f"SELECT ?p ?o WHERE {{ GRAPH {graph} {{ {graph} ?p ?o }} }}", ["p", "o"]).rows
        found = {row[0]: row[1] for row in rows}
        for quad in quads:
            if found.get(quad.predicate) != quad.object:
                raise UnfitServerError(
                    service.place,
                    f"it gives {quad.object} back as {found.get(quad.predicate)}",
                    "take another one",
                )
        known = find_union(service, client, seconds)
    finally:
        service.tell([f"DROP SILENT GRAPH {graph}"])
    return known or service.known


def find_hidden(service: Service, base: str | None) -> Known:
    """The server's own graphs, which no query is to see.

    Raises ``ForeignGraphsError`` where the server holds others that cannot be kept out of its answers.
    """
    ours = f" FILTER(!STRSTARTS(STR(?g), {Literal(base)}))" if base else ""
    rows = service.whole("DISTINCT ?g", f"GRAPH ?g {{ ?s ?p ?o }}{ours}", by="?g")
    foreign = sorted(name.value for (name,) in rows if isinstance(name, NamedNode))
    if not foreign:
        return service.known
    if service.is_virtuoso and _hides(service, foreign):
        return replace(service.known, hidden=tuple(foreign))
    raise ForeignGraphsError(service.place, foreign)


def _hides(service: Service, graphs: Sequence[str]) -> bool:
    return len(graphs) <= 50 and all(
        not any(sign in graph for sign in '<>"{}|\\^`') and graph.isprintable() for graph in graphs
    )
