"""What holds for a store on disk and in memory alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.iri import Iris
from kg.store import Change, EmbeddedStore, memory_store, open_store
from kg.store.errors import BadChangeError, QuerySyntaxError, StoreClosedError

S, P = NamedNode("https://example.org/s"), NamedNode("https://example.org/p")
ONE, TWO = "https://example.org/graph/one", "https://example.org/graph/two"


def quad(value: str, graph: str = ONE) -> Quad:
    return Quad(S, P, Literal(value), NamedNode(graph))


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmbeddedStore]:
    with open_store(tmp_path / "store") if request.param == "disk" else memory_store() as opened:
        yield opened


def test_a_change_drops_then_deletes_then_inserts(store: EmbeddedStore) -> None:
    store.apply(Change(insert=(quad("old"), quad("gone", TWO), quad("kept", TWO))))
    store.apply(Change(drop=(ONE,), delete=(quad("gone", TWO),), insert=(quad("new"),)))
    assert set(store.quads()) == {quad("new"), quad("kept", TWO)}


def test_dropping_a_graph_that_is_not_there_is_no_error(store: EmbeddedStore) -> None:
    store.apply(Change(drop=(ONE,)))
    assert store.graphs() == frozenset()


def test_a_change_with_one_bad_quad_writes_nothing(store: EmbeddedStore) -> None:
    store.apply(Change(insert=(quad("before"),)))
    bad = Quad(BlankNode("b"), P, Literal("x"), NamedNode(TWO))
    with pytest.raises(BadChangeError, match="blank node"):
        store.apply(Change(drop=(ONE,), insert=(quad("after"), bad)))
    with pytest.raises(BadChangeError, match="outside every named graph"):
        store.apply(Change(drop=(ONE,), insert=(quad("after"), Quad(S, P, S))))
    assert set(store.quads()) == {quad("before")}


def test_queries_see_all_graphs_as_one_and_each_by_its_name(store: EmbeddedStore) -> None:
    store.apply(Change(insert=(quad("a"), quad("b", TWO))))
    assert len(store.select("SELECT ?o WHERE { ?s ?p ?o }").rows) == 2
    rows = store.select(f"SELECT ?o WHERE {{ GRAPH <{TWO}> {{ ?s ?p ?o }} }}")
    assert (rows.variables, rows.rows) == (("o",), ((Literal("b"),),))


def test_an_unbound_variable_is_none(store: EmbeddedStore) -> None:
    store.apply(Change(insert=(quad("a"),)))
    assert store.select("SELECT ?s ?none WHERE { ?s ?p ?o }").rows == ((S, None),)


def test_ask_and_construct_answer(store: EmbeddedStore) -> None:
    store.apply(Change(insert=(quad("a"), quad("a", TWO))))
    assert store.ask("ASK { ?s ?p 'a' }")
    assert not store.ask("ASK { ?s ?p 'b' }")
    assert store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }") == [quad("a").triple]


@pytest.mark.parametrize("sparql", ["SELECT", "SELECT * WHERE { ?s ?p }", "ASK {}", "DROP ALL"])
def test_a_query_that_is_no_select_is_refused_with_its_place(store: EmbeddedStore, sparql: str) -> None:
    with pytest.raises(QuerySyntaxError, match="the query cannot be run"):
        store.select(sparql)


def test_only_graphs_that_hold_something_are_listed(store: EmbeddedStore) -> None:
    store.apply(Change(insert=(quad("a"), quad("b", TWO))))
    store.apply(Change(delete=(quad("a"),)))
    assert store.graphs() == {TWO}


def test_a_scan_shows_the_store_as_it_was_when_it_began(store: EmbeddedStore) -> None:
    store.apply(Change(insert=(quad("a"),)))
    scan = store.quads(ONE)
    store.apply(Change(drop=(ONE,)))
    assert list(scan) == [quad("a")]


def test_a_closed_store_answers_nothing(store: EmbeddedStore) -> None:
    store.close()
    with pytest.raises(StoreClosedError):
        store.ask("ASK {}")
    store.close()


def test_a_store_mints_under_its_base(tmp_path: Path) -> None:
    iris = Iris("https://data.example.org/war/")
    assert memory_store(iris).iris == iris
    with open_store(tmp_path / "store", iris) as store:
        assert store.iris == iris
    with open_store(tmp_path / "store", read_only=True) as store:
        assert store.iris == iris


def test_a_snapshot_is_a_copy_of_the_data(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.apply(Change(insert=(quad("a"),)))
        assert store.snapshot(tmp_path / "copy")
    assert (tmp_path / "copy" / "CURRENT").exists()
    assert not memory_store().snapshot(tmp_path / "nothing")


def test_what_was_flushed_is_there_for_a_reader(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.apply(Change(insert=(quad("a"),)))
        store.flush()
    with open_store(tmp_path / "store", read_only=True) as store:
        assert set(store.quads()) == {quad("a")}
