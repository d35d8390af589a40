"""A store on a SPARQL server, served by ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.namespaces import BASE, RDF, RW, SKOS
from kg.query.sandbox import Limits
from kg.store import Change, open_store
from kg.store.errors import NoStoreError
from kg.web import Settings
from kg.web.sources import source_of
from tests.backends import place_of
from tests.listening import listening
from tests.serving import serving
from tests.web.asking import Reply, ask

WHO = NamedNode(BASE + "actor/somebody")


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a server that holds a store with one actor."""
    where = place_of(request, "oxigraph", tmp_path)
    assert isinstance(where, str)
    with open_store(where) as store:
        graph = NamedNode(store.iris.graph("reference"))
        quads = (
            Quad(WHO, NamedNode(RDF + "type"), NamedNode(RW + "Actor"), graph),
            Quad(WHO, NamedNode(SKOS + "prefLabel"), Literal("فلان", language="ar"), graph),
        )
        store.apply(Change(insert=quads))
    return where


@pytest.fixture
def address(place: str) -> Iterator[str]:
    """Our server over it."""
    with serving(place, Settings(Limits(rows=1))) as where:
        yield where


def get(address: str, query: str, *headers: str, **more: str) -> Reply:
    return ask(address, "/sparql?" + urlencode({"query": query, **more}), *headers)


def test_every_form_of_query_is_answered(address: str) -> None:
    rows = json.loads(get(address, f"SELECT ?o {{ {WHO} <{SKOS}prefLabel> ?o }}").body)["results"]["bindings"]
    assert rows == [{"o": {"type": "literal", "value": "فلان", "xml:lang": "ar"}}]
    assert json.loads(get(address, f"ASK {{ {WHO} a <{RW}Place> }}").body)["boolean"] is False
    built = get(
        address, f"CONSTRUCT {{ {WHO} a ?c }} WHERE {{ {WHO} a ?c }}", "Accept: application/n-triples"
    )
    assert built.body.decode() == f"{WHO} <{RDF}type> <{RW}Actor> .\n"
    assert get(address, "SELECT * { ?s").status == 400


def test_an_answer_beyond_the_limit_is_not_sent(address: str) -> None:
    reply = get(address, f"SELECT * {{ {WHO} ?p ?o }}")
    assert (reply.status, json.loads(reply.body)["setting"]) == (413, "--row-limit")


def test_nothing_is_asked_of_which_the_other_server_would_fetch_something(address: str) -> None:
    with listening() as (port, seen):
        there = f"http://127.0.0.1:{port}/"
        assert get(address, f"SELECT * FROM <{there}> {{ ?s ?p ?o }}").status == 400
        assert get(address, f"SELECT * {{ SERVICE <{there}> {{ ?s ?p ?o }} }}").status == 400
        assert get(address, "ASK { ?s ?p ?o }", **{"default-graph-uri": there}).status == 400
        assert ask(address, f"/graph?graph={quote(there)}").status == 404
        assert seen == []


def test_an_actor_and_what_this_machine_says_of_it_later_are_found(address: str, place: str) -> None:
    path = "/actor/somebody"
    assert "فلان".encode() in ask(address, path, "Accept: text/turtle").body
    with open_store(place) as store:
        graph = NamedNode(store.iris.graph("reference"))
        store.apply(
            Change(insert=(Quad(WHO, NamedNode(SKOS + "altLabel"), Literal("علان", language="ar"), graph),))
        )
    assert "علان".encode() in ask(address, path, "Accept: text/turtle").body


def test_a_server_without_a_store_is_told_at_once(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    where = place_of(request, "oxigraph", tmp_path)
    assert isinstance(where, str)
    with pytest.raises(NoStoreError):
        source_of(where)
