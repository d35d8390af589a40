"""The SPARQL 1.1 Protocol at ``/sparql``, as a client speaks it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.query.sandbox import Limits
from kg.store import Change, memory_store
from kg.web import Settings
from tests.serving import serving
from tests.web.asking import Reply, ask

FORM, DIRECT = "Content-Type: application/x-www-form-urlencoded", "Content-Type: application/sparql-query"
ONE, TWO = "http://example.org/graph/one", "http://example.org/graph/two"
P = NamedNode("http://example.org/p")
VALUES = (
    Literal('"قال", <b>\n\t\\', language="ar"),
    Literal("5", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server over two graphs of one triple each."""
    quads = (
        Quad(NamedNode(f"http://example.org/{at}"), P, value, NamedNode(graph))
        for at, (value, graph) in enumerate(zip(VALUES, (ONE, TWO), strict=True))
    )
    with memory_store() as store:
        store.apply(Change(insert=tuple(quads)))
        with serving(store, Settings(Limits(seconds=5, rows=50, bytes=20_000))) as where:
            yield where


def get(address: str, query: str, *headers: str, **more: str) -> Reply:
    return ask(address, "/sparql?" + urlencode({"query": query, **more}), *headers)


def found(reply: Reply) -> set[str]:
    assert reply.status == 200, reply.body
    return {each["s"]["value"][-1] for each in json.loads(reply.body)["results"]["bindings"]}


ALL = "SELECT ?s { ?s ?p ?o }"
NAMED = "SELECT ?s { GRAPH ?g { ?s ?p ?o } }"


def test_a_query_is_taken_in_three_ways(address: str) -> None:
    assert found(get(address, ALL)) == {"0", "1"}
    assert found(ask(address, "/sparql", FORM, method="POST", body=urlencode({"query": ALL}).encode())) == {
        "0",
        "1",
    }
    assert found(ask(address, "/sparql", DIRECT, method="POST", body=ALL.encode())) == {"0", "1"}
    assert found(ask(address, "/sparql", f"{DIRECT}; charset=UTF-8", method="POST", body=ALL.encode())) == {
        "0",
        "1",
    }


def test_the_default_graph_is_the_union_until_something_else_is_said(address: str) -> None:
    one = {"default-graph-uri": ONE}
    assert found(get(address, NAMED)) == {"0", "1"}
    assert found(get(address, ALL, **one)) == {"0"}
    assert found(get(address, NAMED, **one)) == set()
    assert found(get(address, ALL, **{"named-graph-uri": ONE})) == set()
    assert found(get(address, NAMED, **{"named-graph-uri": ONE})) == {"0"}
    both = urlencode([("query", ALL), ("default-graph-uri", ONE), ("default-graph-uri", TWO)])
    assert found(ask(address, f"/sparql?{both}")) == {"0", "1"}
    direct = ask(address, f"/sparql?default-graph-uri={quote(TWO)}", DIRECT, method="POST", body=ALL.encode())
    assert found(direct) == {"1"}


def test_a_query_may_choose_among_the_graphs_of_the_store_and_the_protocol_goes_first(address: str) -> None:
    chosen = f"SELECT ?s FROM <{ONE}> {{ ?s ?p ?o }}"
    assert found(get(address, chosen)) == {"0"}
    assert found(get(address, f"SELECT ?s FROM NAMED <{TWO}> {{ GRAPH ?g {{ ?s ?p ?o }} }}")) == {"1"}
    assert found(get(address, chosen, **{"default-graph-uri": TWO})) == {"1"}


def test_each_format_of_rows_gives_the_values_as_they_are(address: str) -> None:
    query = "SELECT ?o ?none { ?s ?p ?o } ORDER BY ?s"
    text, number = (value.value for value in VALUES)
    bindings = json.loads(get(address, query).body)["results"]["bindings"]
    assert bindings[0] == {"o": {"type": "literal", "value": text, "xml:lang": "ar"}}
    assert [each["o"]["value"] for each in bindings] == [text, number]
    xml = ElementTree.fromstring(get(address, query, "Accept: application/sparql-results+xml").body)
    assert [each.text for each in xml.iter("{http://www.w3.org/2005/sparql-results#}literal")] == [
        text,
        number,
    ]
    table = get(address, query, "Accept: text/csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(table.body.decode(), newline=""))) == [
        ["o", "none"],
        [text, ""],
        [number, ""],
    ]
    lines = get(address, query, "Accept: text/tab-separated-values").body.decode().split("\n")
    assert lines[:2] == ["?o\t?none", '"\\"قال\\", <b>\\n\\t\\\\"@ar\t']


def test_a_truth_value_has_two_formats(address: str) -> None:
    assert json.loads(get(address, "ASK {}").body) == {"head": {}, "boolean": True}
    xml = get(address, "ASK { ?s ?p 7 }", "Accept: application/sparql-results+xml, text/csv;q=0.9").body
    assert ElementTree.fromstring(xml)[1].text == "false"
    assert get(address, "ASK {}", "Accept: text/csv").status == 406


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_each_format_of_graphs_gives_the_triples_back(address: str, name: str, form: ox.RdfFormat) -> None:
    reply = get(address, "CONSTRUCT WHERE { ?s ?p ?o }", f"Accept: {name}")
    assert reply.headers["content-type"].startswith(name)
    assert {quad.object for quad in ox.parse(reply.body, format=form)} == set(VALUES)


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
        ("text/csv;q=0.3, text/tab-separated-values;q=0.5", "text/tab-separated-values; charset=utf-8"),
        ("text/*, application/sparql-results+json;q=0.1", "text/xml; charset=utf-8"),
        ("application/json", "application/json"),
        ("*/*;q=0.1, text/csv;q=0", "application/sparql-results+json"),
        ("TEXT/CSV ; Q=1", "text/csv; charset=utf-8"),
    ],
)
def test_the_client_says_which_format(address: str, accept: str, given: str) -> None:
    reply = get(address, ALL, f"Accept: {accept}")
    assert (reply.status, reply.headers["content-type"], reply.headers["vary"]) == (200, given, "Accept")


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "text/csv;q=0", "nonsense"])
def test_a_format_that_is_not_written_is_refused(address: str, accept: str) -> None:
    assert get(address, ALL, f"Accept: {accept}").status == 406


def test_what_xml_cannot_say_is_not_sent_as_xml(address: str) -> None:
    query = 'SELECT ("a\\u0001b" AS ?x) {}'
    reply = get(address, query, "Accept: application/sparql-results+xml")
    assert (reply.status, b"U+0001" in reply.body) == (400, True)
    assert json.loads(get(address, query).body)["results"]["bindings"][0]["x"]["value"] == "a\x01b"
    graph = 'CONSTRUCT { <a> <http://example.org/b> "a\\u0001b" } {}'
    assert get(address, graph, "Accept: application/rdf+xml").status == 400


@pytest.mark.parametrize(
    ("path", "headers", "method", "body"),
    [
        ("/sparql?update=CLEAR%20ALL", (), "GET", b""),
        ("/sparql", (FORM,), "POST", b"update=CLEAR+ALL"),
        ("/sparql", ("Content-Type: application/sparql-update",), "POST", b"CLEAR ALL"),
        ("/sparql?query=CLEAR%20ALL", (), "GET", b""),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", (), "GET", b""),
        ("/sparql?query=ASK%7B%7D", (FORM,), "POST", b"query=ASK%7B%7D"),
        ("/sparql?query=ASK%7B%7D&using-graph-uri=http://example.org/", (), "GET", b""),
        ("/sparql?query=ASK%7B", (), "GET", b""),
        ("/sparql?query=", (), "GET", b""),
        ("/sparql?query=%FF", (), "GET", b""),
        ("/sparql", (FORM,), "POST", b"query=%FF"),
        ("/sparql", (DIRECT,), "POST", "ASK {}".encode("utf-16")),
        ("/sparql", (f"{DIRECT}; charset=utf-16",), "POST", "ASK {}".encode("utf-16")),
        ("/sparql", (DIRECT,), "POST", b""),
        ("/sparql", (FORM,), "POST", b"q=1"),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=file:///etc/passwd", (), "GET", b""),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=http://a%20b/", (), "GET", b""),
        ("/sparql?query=ASK%7B%7D&timeout=soon", (), "GET", b""),
        ("/sparql?query=ASK%7B%7D&timeout=-1", (), "GET", b""),
        ("/sparql?query=ASK%7B%7D" + "&a=1" * 1001, (), "GET", b""),
        ("/sparql?query=ASK%7B%7D", (), "DELETE", b""),
    ],
)
def test_what_is_no_single_query_is_refused(
    address: str, path: str, headers: tuple[str, ...], method: str, body: bytes
) -> None:
    reply = ask(address, path, *headers, method=method, body=body)
    assert 400 <= reply.status < 500
    assert json.loads(reply.body)["detail"]


def test_a_short_name_means_one_under_the_base_of_the_store(address: str) -> None:
    reply = get(address, "SELECT (STR(<actor/hezbollah>) AS ?s) {}")
    assert b"https://w3id.org/rawabit/actor/hezbollah" in reply.body


def test_a_head_has_the_headers_of_the_answer_alone(address: str) -> None:
    reply = ask(address, "/sparql?query=ASK%7B%7D", method="HEAD")
    assert (reply.status, reply.headers["content-type"], reply.body) == (
        200,
        "application/sparql-results+json",
        b"",
    )


def test_the_service_describes_itself(address: str) -> None:
    reply = ask(address, "/sparql", "Accept: application/n-triples")
    triples = set(ox.parse(reply.body, format=ox.RdfFormat.N_TRIPLES))
    service = NamedNode(f"{address}/sparql")
    told = {
        (each.predicate.value.rpartition("#")[2], str(getattr(each.object, "value", "")))
        for each in triples
        if each.subject == service
    }
    assert ("endpoint", service.value) in told
    assert ("feature", "http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph") in told
    assert ("resultFormat", "http://www.w3.org/ns/formats/Turtle") in told
    assert not [each for each in triples if isinstance(each.subject, ox.BlankNode)]


MANY = " ".join(map(str, range(51)))
LONG = "x" * 20_000


@pytest.mark.parametrize(
    ("query", "setting"),
    [
        (f"SELECT * {{ VALUES ?x {{ {MANY} }} }}", "--row-limit"),
        (f"CONSTRUCT {{ <a> <b> ?x }} {{ VALUES ?x {{ {MANY} }} }}", "--row-limit"),
        (f"SELECT ('{LONG}' AS ?x) {{}}", "--size-limit"),
        (f"CONSTRUCT {{ <a> <b> '{LONG}' }} {{}}", "--size-limit"),
    ],
    ids=["rows", "triples", "a long value", "a long triple"],
)
def test_an_answer_that_is_too_large_is_not_sent_at_all(address: str, query: str, setting: str) -> None:
    reply = ask(address, "/sparql", DIRECT, method="POST", body=query.encode())
    told = json.loads(reply.body)
    assert (reply.status, told["setting"]) == (413, setting)
    assert setting in told["detail"]


def test_an_answer_at_the_limit_is_whole(address: str) -> None:
    rows = json.loads(get(address, f"SELECT * {{ VALUES ?x {{ {'1 ' * 50} }} }}").body)["results"]["bindings"]
    assert len(rows) == 50


def test_a_client_may_ask_for_less_time_and_not_for_more(address: str) -> None:
    crossed = " ".join(f"VALUES ?x{n} {{ {MANY} }}" for n in range(9))
    endless = f"SELECT (COUNT(*) AS ?n) {{ {crossed} }}"
    reply = get(address, endless, timeout="0.3")
    assert reply.status == 503
    assert "0.3 seconds that were asked for" in json.loads(reply.body)["detail"]
    assert get(address, ALL, timeout="3600").status == 200


def test_a_graph_can_be_taken_whole(address: str) -> None:
    def triples(path: str, *headers: str) -> set[str]:
        reply = ask(address, path, "Accept: application/n-triples", *headers)
        assert reply.status == 200
        return set(reply.body.decode().splitlines())

    assert triples(f"/graph?graph={quote(ONE, safe='')}") == {f"<http://example.org/0> {P} {VALUES[0]} ."}
    assert len(triples("/graph?default")) == 2
    head = ask(address, f"/graph?graph={ONE}", method="HEAD")
    assert (head.status, head.headers["content-type"], head.body) == (200, "text/turtle; charset=utf-8", b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/graph?graph=http://example.org/nothing", 404),
        ("/graph/nothing", 404),
        ("/graph", 400),
        (f"/graph?default&graph={ONE}", 400),
        (f"/graph?graph={ONE}&graph={TWO}", 400),
        ("/graph?graph=not%20an%20iri", 400),
        ("/graph?graph=http://a%3E%20%7D%20%23", 400),
    ],
)
def test_a_graph_that_is_not_there_or_not_named_is_told(address: str, path: str, status: int) -> None:
    assert ask(address, path).status == status


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_no_graph_is_written(address: str, method: str) -> None:
    reply = ask(
        address, f"/graph?graph={ONE}", "Content-Type: text/turtle", method=method, body=b"<a> <b> <c> ."
    )
    assert reply.status == 405
    assert len(found(get(address, ALL))) == 2
