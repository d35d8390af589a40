"""The IRIs of the store lead to what is said: to the page for people, to data for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from kg.namespaces import BASE, RW
from kg.store import Change, EmbeddedStore, memory_store
from kg.web import Settings
from tests.serving import serving
from tests.web.asking import ask

HEZBOLLAH = ox.NamedNode(BASE + "actor/hezbollah")


@pytest.fixture(scope="module")
def address(seed_store: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with a page."""
    page = tmp_path_factory.mktemp("page")
    (page / "index.html").write_text("<!doctype html><title>the page</title>")
    with serving(seed_store, Settings(page=page)) as where:
        yield where


def one(store: EmbeddedStore, class_: str) -> str:
    """The path of some claim or document."""
    iri = store.select(f"SELECT ?it {{ ?it a <{RW}{class_}> }} ORDER BY ?it LIMIT 1").rows[0][0]
    assert isinstance(iri, ox.NamedNode)
    return iri.value.removeprefix(BASE)


FORMS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


def triples(address: str, path: str, name: str) -> set[ox.Triple]:
    reply = ask(address, f"/{path}", f"Accept: {name}, text/html;q=0.5")
    assert (reply.status, reply.headers["content-type"].partition(";")[0]) == (200, name)
    assert reply.headers["vary"] == "Accept"
    return {quad.triple for quad in ox.parse(reply.body, format=FORMS[name])}


@pytest.mark.parametrize("kind", ["Actor", "Place", "Document", "Claim"])
def test_each_kind_has_its_data_and_its_page(address: str, seed_store: EmbeddedStore, kind: str) -> None:
    paths = {"Actor": "actor/hezbollah", "Place": "place/southern-aleppo-countryside"}
    path = paths.get(kind) or one(seed_store, kind)
    found = [triples(address, path, name) for name in FORMS]
    assert found[0] == found[1] == found[2]
    assert ox.NamedNode(BASE + path) in {each.subject for each in found[0]}
    page = ask(address, f"/{path}", "Accept: text/html,application/xhtml+xml,*/*;q=0.8")
    assert (page.status, b"the page" in page.body, page.headers["vary"]) == (200, True, "Accept")


def test_a_claim_comes_with_its_words_and_no_other_claim(address: str, seed_store: EmbeddedStore) -> None:
    path = one(seed_store, "Claim")
    found = triples(address, path, "application/n-triples")
    kinds = [each.subject for each in found if each.object == ox.NamedNode(RW + "Claim")]
    assert kinds == [ox.NamedNode(BASE + path)]
    assert RW + "evidence" in {each.predicate.value for each in found}


def test_a_name_in_arabic_letters_is_found_percent_encoded() -> None:
    name = "actor/كتائب-البراق"
    label = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    with memory_store() as store:
        graph = ox.NamedNode(store.iris.graph("reference"))
        quad = ox.Quad(ox.NamedNode(BASE + name), label, ox.Literal("كتائب البراق", language="ar"), graph)
        store.apply(Change(insert=(quad,)))
        with serving(store) as where:
            assert quad.triple in triples(where, quote(name), "application/n-triples")
            assert ask(where, f"/{quote(name + '-2')}", "Accept: text/turtle").status == 404


@pytest.mark.parametrize(
    "path",
    ["actor/nobody", "claim/0000000000000000", "document/../actor/x", 'actor/a"><b>', "place/", "actor/%00"],
)
def test_one_of_whom_nothing_is_said_is_not_found(address: str, path: str) -> None:
    path = path.replace('"', "%22").replace("<", "%3C").replace(">", "%3E")
    assert ask(address, f"/{path}", "Accept: text/turtle").status == 404
    assert ask(address, f"/{path}", "Accept: text/html").status == 404


def test_a_type_that_is_not_written_is_refused(address: str) -> None:
    assert ask(address, "/actor/hezbollah", "Accept: image/png").status == 406


def test_the_dataset_is_described_where_it_is_looked_for(address: str) -> None:
    reply = ask(address, "/.well-known/void", "Accept: application/ld+json")
    assert reply.headers["content-type"] == "application/ld+json"
    assert "http://rdfs.org/ns/void#documents" in json.dumps(json.loads(reply.body))


def test_every_view_of_the_page_is_the_page(address: str, tmp_path: Path) -> None:
    for path in ("/", "/network?ids=a", "/conflicts", "/map", "/timeline", "/documents", "/query"):
        reply = ask(address, path)
        assert (reply.status, reply.headers["content-type"]) == (200, "text/html; charset=utf-8")
