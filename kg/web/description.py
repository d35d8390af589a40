"""What the service says of itself: SPARQL 1.1 Service Description at ``/sparql``, and VoID at ``/.well-known/void``."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg import __version__
from kg.namespaces import DCTERMS, RDF, RW, XSD
from kg.query.written_answer import Bounds, written_graph
from kg.web.asked import OFFERS
from kg.web.counts import Counts, counts_of
from kg.web.negotiation import wanted
from kg.web.problems import Problem
from kg.web.view import View
from kg.web.views import Views

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_WRITTEN = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
_GRAPHS = ("links", "inferred", "summary", "reference")


async def service_description(request: Request) -> Response:
    """What ``/sparql`` can do, and over which dataset."""
    return await _described(request, service=True)


async def void(request: Request) -> Response:
    """What the dataset is, for those who look for datasets (VoID, section 7.2)."""
    return await _described(request, service=False)


async def _described(request: Request, *, service: bool) -> Response:
    name = wanted(request.headers.get("accept", ""), [*OFFERS["graph"], "text/html"])
    # A browser shows Turtle as well as anything.
    name = "text/turtle" if name == "text/html" else name
    if name is None:
        raise Problem(406, f"this is written as {', '.join(OFFERS['graph'])}, and Accept takes none of them")
    views: Views = request.app.state.views
    async with views.view() as view:
        counts = await run_in_threadpool(counts_of, view)
    root = str(request.base_url)
    triples = list(_dataset(root, view, counts))
    if service:
        triples += _service(root, view)
    prefixes = {"sd": SD, "void": VOID, "dcterms": DCTERMS, "formats": _FORMATS, "xsd": XSD}
    body = written_graph(triples, OFFERS["graph"][name], Bounds(100_000, 2**24), prefixes)
    charset = "; charset=utf-8" if name.startswith("text/") else ""
    return Response(body, headers={"content-type": name + charset, "vary": "Accept"})


def _service(root: str, view: View) -> Iterator[Triple]:
    service, dataset = NamedNode(f"{root}sparql"), NamedNode(f"{root}.well-known/void#dataset")
    default = NamedNode(f"{root}.well-known/void#default-graph")
    yield _is(service, SD + "Service")
    yield Triple(service, NamedNode(SD + "endpoint"), service)
    yield Triple(service, NamedNode(SD + "supportedLanguage"), NamedNode(SD + "SPARQL11Query"))
    yield Triple(service, NamedNode(SD + "feature"), NamedNode(SD + "UnionDefaultGraph"))
    yield Triple(service, NamedNode(SD + "defaultDataset"), dataset)
    for name in _WRITTEN:
        yield Triple(service, NamedNode(SD + "resultFormat"), NamedNode(_FORMATS + name))
    yield _is(dataset, SD + "Dataset")
    yield Triple(dataset, NamedNode(SD + "defaultGraph"), default)
    yield _is(default, SD + "Graph")
    for name in _GRAPHS:
        graph = NamedNode(view.store.iris.graph(name))
        yield Triple(dataset, NamedNode(SD + "namedGraph"), graph)
        yield _is(graph, SD + "NamedGraph")
        yield Triple(graph, NamedNode(SD + "name"), graph)


def _dataset(root: str, view: View, counts: Counts) -> Iterator[Triple]:
    dataset, said = (NamedNode(f"{root}.well-known/void#{name}") for name in ("dataset", "documents"))
    yield _is(dataset, VOID + "Dataset")
    yield Triple(
        dataset,
        NamedNode(DCTERMS + "title"),
        Literal("Rawabit: who supports, fights and commands whom", language="en"),
    )
    yield Triple(
        dataset, NamedNode(DCTERMS + "title"), Literal("روابط: من يدعم من، ومن يقاتل من", language="ar")
    )
    yield Triple(dataset, NamedNode(DCTERMS + "creator"), Literal(f"rawabit {__version__}"))
    yield Triple(dataset, NamedNode(VOID + "sparqlEndpoint"), NamedNode(f"{root}sparql"))
    yield Triple(dataset, NamedNode(VOID + "uriSpace"), Literal(view.store.iris.base))
    yield Triple(dataset, NamedNode(VOID + "vocabulary"), NamedNode(RW))
    yield Triple(dataset, NamedNode(VOID + "subset"), said)
    for name in _WRITTEN[4:]:
        yield Triple(dataset, NamedNode(VOID + "feature"), NamedNode(_FORMATS + name))
    yield _is(said, VOID + "Dataset")
    yield Triple(said, NamedNode(DCTERMS + "title"), Literal("What the documents say", language="en"))
    yield Triple(said, NamedNode(DCTERMS + "title"), Literal("ما تقوله الوثائق", language="ar"))
    for name, number in (
        ("triples", counts.quads),
        ("entities", counts.claims),
        ("documents", counts.documents),
    ):
        yield Triple(said, NamedNode(VOID + name), Literal(number))


def _is(what: NamedNode, class_: str) -> Triple:
    return Triple(what, NamedNode(RDF + "type"), NamedNode(class_))
