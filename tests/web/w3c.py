"""Runs the W3C's protocol tests against our server: ``python -m tests.web.w3c FOLDER...``.

A folder holds ``manifest.ttl`` of the SPARQL 1.1 Protocol tests, with the data beside it, or manifests of the Graph
Store Protocol tests. A test applies if all that it sends reads; what it writes to a graph store first is put there for
it, beside the server, which must refuse it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pyoxigraph as ox
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from kg.store import Change, EmbeddedStore, memory_store
from tests.serving import serving
from tests.web.asking import Reply, ask

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
_CODES = {"OK": "200", "Created": "201", "NoContent": "204", "NotFound": "404"}
_TABLES = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
_GRAPHS = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")


@dataclass(frozen=True, slots=True)
class Sent:
    """One request of a test, and what is expected of it."""

    method: str
    path: str
    headers: tuple[str, ...]
    body: bytes
    statuses: tuple[str, ...]
    """Such as ``2xx`` or ``404``."""
    truth: bool | None
    form: str | None


def run(manifest: Path) -> Iterator[tuple[str, str]]:
    """The name of each test, and ``pass``, ``does not apply``, or what is wrong."""
    graph = Graph().parse(manifest)
    with memory_store() as store, serving(store) as address:
        for test in sorted(graph.subjects(MF.name, None), key=str):
            if (test, MF.action, None) not in graph or (test, RDF.type, MF.Manifest) in graph:
                continue
            name = str(graph.value(test, MF.name))
            requests = [_sent(graph, node) for node in _requests(graph, test)]
            if any(
                "update" in each.body.decode("latin-1") or _is_update(each) for each in requests
            ) and not all("4xx" in each.statuses for each in requests):
                yield name, "does not apply"
                continue
            _load(store, graph, test, manifest.parent)
            yield name, _outcome(store, address, requests)


def _requests(graph: Graph, test: Node) -> Iterator[Node]:
    action = graph.value(test, MF.action)
    for listed in graph.objects(action, HT.requests):
        yield from Collection(graph, listed)


def _sent(graph: Graph, node: Node) -> Sent:
    reply, body = graph.value(node, HT.resp), graph.value(node, HT.body)
    headers = []
    for listed in graph.objects(node, HT.headers):
        for each in Collection(graph, listed):
            headers.append(f"{graph.value(each, HT.fieldName)}: {graph.value(each, HT.fieldValue)}")
    truth, form = graph.value(reply, MF.expectedBoolean), graph.value(reply, MF.expectedFormat)
    encoding = str(graph.value(body, CNT.characterEncoding) or "utf-8") if body else "utf-8"
    statuses = (str(each).rpartition("#")[2] for each in graph.objects(reply, MF.expectedStatus))
    return Sent(
        str(graph.value(node, HT.methodName)),
        str(graph.value(node, HT.absolutePath))
        .replace("/sparql/", "/sparql", 1)
        .replace("/gsp", "/graph", 1),
        tuple(headers),
        str(graph.value(body, CNT.chars)).encode(encoding) if body else b"",
        tuple(_CODES.get(each, each.removeprefix("StatusCode")) for each in statuses),
        None if truth is None else str(truth).lower() == "true",
        None if form is None else str(form),
    )


def _is_update(sent: Sent) -> bool:
    return any("sparql-update" in each for each in sent.headers)


def _load(store: EmbeddedStore, graph: Graph, test: Node, folder: Path) -> None:
    store.apply(Change(drop=tuple(store.graphs())))
    for data in graph.objects(test, UT.graphData):
        name = ox.NamedNode(str(graph.value(data, RDFS.label)))
        path = folder / Path(str(graph.value(data, UT.graph))).name
        found = ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES)
        quads = (ox.Quad(each.subject, each.predicate, each.object, name) for each in found)
        store.apply(Change(insert=tuple(quads)))


def _outcome(store: EmbeddedStore, address: str, requests: list[Sent]) -> str:
    for each in requests:
        reply = ask(address, each.path, *each.headers, method=each.method, body=each.body)
        if each.path.startswith("/graph") and each.method not in ("GET", "HEAD"):
            if not 400 <= reply.status < 500:
                return f"{each.method} got {reply.status}"
            if not _write(store, each):
                return "does not apply"
            continue
        problem = _problem(each, reply)
        if problem:
            return problem
    return "pass"


def _problem(sent: Sent, reply: Reply) -> str | None:
    if str(reply.status) not in sent.statuses and f"{reply.status // 100}xx" not in sent.statuses:
        return f"{sent.method} {sent.path} got {reply.status}, not {' or '.join(sent.statuses)}: {reply.body[:200]!r}"
    kind = reply.headers.get("content-type", "").partition(";")[0]
    if kind not in {"tabular": _TABLES, "RDF": _GRAPHS}.get(sent.form or "", (kind,)):
        return f"the answer is {kind}"
    if sent.truth is not None and json.loads(reply.body)["boolean"] != sent.truth:
        return f"the answer is {reply.body!r}"
    return None


def _write(store: EmbeddedStore, sent: Sent) -> bool:
    """Does beside the server what it must refuse. False for what names no graph to write to."""
    pairs = dict(parse_qsl(sent.path.partition("?")[2], keep_blank_values=True))
    if not pairs or any("multipart" in each for each in sent.headers):
        return False
    name = ox.NamedNode(pairs.get("graph", "http://www.example/default"))
    drop = (name.value,) if sent.method in ("PUT", "DELETE") else ()
    insert: tuple[ox.Quad, ...] = ()
    if sent.body:
        parsed = ox.parse(sent.body, format=ox.RdfFormat.TURTLE, base_iri=name.value)
        insert = tuple(
            ox.Quad(_named(each.subject), each.predicate, _named(each.object), name) for each in parsed
        )
    store.apply(Change(drop=drop, insert=insert))
    return True


def _named(term: Any) -> Any:
    """A store of ours holds no blank nodes."""
    return ox.NamedNode(f"urn:blank:{term.value}") if isinstance(term, ox.BlankNode) else term


def main() -> int:
    """Prints how each test went, and exits with 1 where one failed."""
    failed = 0
    for place in sys.argv[1:]:
        folder = Path(place)
        for manifest in [folder] if folder.is_file() else sorted(folder.glob("manifest*.ttl")):
            found = list(run(manifest))
            for name, outcome in found:
                failed += outcome not in ("pass", "does not apply")
                print(f"{outcome}: {name}")
            passed = sum(outcome == "pass" for _, outcome in found)
            apply = sum(outcome != "does not apply" for _, outcome in found)
            print(f"{manifest}: {passed} of {apply} that apply passed, {len(found) - apply} do not apply")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
