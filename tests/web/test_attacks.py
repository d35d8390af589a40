"""Queries that are written to do harm: each ends within its limit, reaches nobody, and the next one is unharmed."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from pyoxigraph import NamedNode, Quad

from kg.query.sandbox import Limits
from kg.store import Change, open_store
from kg.web import Settings
from tests.listening import listening
from tests.serving import serving
from tests.web.asking import Reply, ask

DIRECT = "Content-Type: application/sparql-query"
KNOWS = NamedNode("http://example.org/knows")
MEMBERS = [NamedNode(f"http://example.org/{number}") for number in range(40)]
CROSS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
STARS = " . ".join(f"?{one} {KNOWS}* ?{other}" for one, other in ("ab", "bc", "cd", "de"))
ALL = "CONCAT(STR(?a), STR(?d), STR(?g), STR(?j))"


@pytest.fixture(scope="module")
def clique(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which each knows each."""
    place = tmp_path_factory.mktemp("clique") / "store"
    with open_store(place) as store:
        graph = NamedNode("http://example.org/graph")
        store.apply(Change(insert=tuple(Quad(a, KNOWS, b, graph) for a, b in product(MEMBERS, MEMBERS))))
        store.flush()
    return place


@pytest.fixture(scope="module")
def address(clique: Path) -> Iterator[str]:
    """A server over it, with one process for queries and little for each."""
    with serving(clique, Settings(Limits(seconds=1, megabytes=200, rows=2_000), workers=1)) as where:
        yield where


def sent(address: str, query: str) -> Reply:
    return ask(address, "/sparql", DIRECT, method="POST", body=query.encode())


def is_unharmed(address: str) -> bool:
    reply = sent(address, f"SELECT (COUNT(*) AS ?n) {{ ?a {KNOWS} ?b }}")
    return reply.status == 200 and b'"1600"' in reply.body


@pytest.mark.parametrize(
    ("query", "status", "setting"),
    [
        (f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}", 503, "--time-limit"),
        (f'SELECT * {{ {CROSS} FILTER(REGEX({ALL}, "(x+x+)+y")) }}', 503, "--time-limit"),
        (f"SELECT (COUNT(*) AS ?n) {{ {STARS} }}", 503, "--time-limit"),
        (f"SELECT (GROUP_CONCAT('{'x' * 50_000}') AS ?x) {{ {CROSS} }}", 503, "--memory-limit"),
        (f"SELECT * {{ {CROSS} }}", 413, "--row-limit"),
        ("SELECT * { FILTER" + "(" * 20_000 + "1" + ")" * 20_000 + " }", 400, None),
        ("SELECT * " + "{" * 20_000 + "}" * 20_000, 400, None),
        ("SELECT * { FILTER(" + "1+" * 45_000 + "1) }", 400, None),
        ("SELECT * { ?s ?p '" + "x" * 200_000 + "' }", 400, None),
    ],
    ids=[
        "cross join",
        "regex",
        "stars",
        "group_concat",
        "all of it",
        "brackets",
        "braces",
        "a sum",
        "length",
    ],
)
def test_a_query_that_would_do_harm_is_ended(
    address: str, query: str, status: int, setting: str | None
) -> None:
    reply = sent(address, query)
    told = json.loads(reply.body)
    assert (reply.status, told.get("setting")) == (status, setting)
    assert setting is None or setting in told["detail"]
    assert is_unharmed(address)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <http://127.0.0.1:PORT/> } SERVICE ?x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:PORT/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } } } }",
        "SELECT * { # \\u000A SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o }\n }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:PORT/>",
        "LOAD SILENT <http://127.0.0.1:PORT/> INTO GRAPH <http://example.org/graph>",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * FROM <\\u0066ile:///etc/passwd> { ?s ?p ?o }",
    ],
)
def test_no_query_reaches_out(address: str, query: str) -> None:
    with listening() as (port, seen):
        reply = sent(address, query.replace("PORT", str(port)))
        assert reply.status == 400
        assert seen == []
    assert b"root:" not in reply.body
    assert is_unharmed(address)


def test_a_graph_of_another_place_is_not_fetched(address: str) -> None:
    with listening() as (port, seen):
        there = f"http://127.0.0.1:{port}/"
        reply = sent(address, f"SELECT * FROM <{there}> {{ ?s ?p ?o }}")
        assert json.loads(reply.body)["results"]["bindings"] == []
        assert ask(address, f"/graph?graph={quote(there)}").status == 404
        asked = ask(address, f"/sparql?query=ASK%7B?s?p?o%7D&default-graph-uri={quote(there)}")
        assert json.loads(asked.body)["boolean"] is False
        assert seen == []


def test_the_query_of_a_client_that_goes_away_is_ended(clique: Path) -> None:
    # Its one process would be at work for a minute.
    with serving(clique, Settings(Limits(seconds=60), workers=1)) as address:
        assert is_unharmed(address)
        where = urlsplit(address)
        query = quote(f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}")
        with socket.create_connection((str(where.hostname), where.port or 80)) as connection:
            connection.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n".encode())
            time.sleep(0.3)
        assert is_unharmed(address)


def test_whoever_finds_all_processes_at_work_is_told_how_to_have_more(clique: Path) -> None:
    with serving(clique, Settings(Limits(seconds=0.5), workers=1)) as address:
        assert is_unharmed(address)
        where = urlsplit(address)
        query = quote(f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}")
        waiting = [socket.create_connection((str(where.hostname), where.port or 80)) for _ in range(4)]
        asked = f"GET /sparql?query={query} HTTP/1.1\r\nHost: {where.netloc}\r\nConnection: close\r\n\r\n"
        for connection in waiting:
            connection.sendall(asked.encode())
        told = b"".join(
            piece for connection in waiting for piece in iter(partial(connection.recv, 65536), b"")
        )
        for connection in waiting:
            connection.close()
        assert b"--time-limit" in told
        assert b"--workers" in told
        assert is_unharmed(address)
