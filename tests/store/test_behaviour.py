"""What holds for every store: on disk, in memory, and on a server."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize

from kg.iri import Iris
from kg.location import Place
from kg.namespaces import SKOS, XSD
from kg.store import Bulk, Change, Entry, Store, memory_store, open_store
from kg.store.errors import (
    BadChangeError,
    BaseMismatchError,
    QuerySyntaxError,
    ReadOnlyStoreError,
    StoreClosedError,
    StoreLockedError,
)
from tests.backends import BACKENDS, FEW, LASTING, opened, place_of

S, P = NamedNode("https://example.org/s"), NamedNode("https://example.org/p")
ONE, TWO = "https://example.org/graph/one", "https://example.org/graph/two"


VALUES: tuple[Literal | NamedNode, ...] = (
    Literal(""),
    Literal(" \t\n\r\\ \"quoted\" 'so' {} <b> & 😀 e\u0301\u200f\u2028\u0085\x7f\x01"),
    Literal("?x $y GRAPH <https://example.org/> { # }"),
    Literal("حزب الله", language="ar"),
    Literal("party", language="en-gb"),
    Literal("1"),
    Literal(0),
    Literal(-7),
    Literal("0.95", datatype=NamedNode(XSD + "decimal")),
    Literal("1", datatype=NamedNode(XSD + "decimal")),
    Literal("2015-10-16", datatype=NamedNode(XSD + "date")),
    Literal("true", datatype=NamedNode(XSD + "boolean")),
    Literal("false", datatype=NamedNode(XSD + "boolean")),
    NamedNode("https://example.org/كتيبة/%D8%AD?a=b&c#char=50,58"),
)
"""What documents, the registry and the ontology hold, and what is awkward in it."""


def quad(value: str, graph: str = ONE) -> Quad:
    return Quad(S, P, Literal(value), NamedNode(graph))


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with opened(place_of(request, request.param, tmp_path)) as found:
        yield found


@pytest.fixture(params=LASTING)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    found = place_of(request, request.param, tmp_path)
    assert found is not None
    return found


def test_a_change_drops_then_deletes_then_inserts(store: Store) -> None:
    store.apply(Change(insert=(quad("old"), quad("gone", TWO), quad("kept", TWO))))
    store.apply(Change(drop=(ONE,), delete=(quad("gone", TWO),), insert=(quad("new"),)))
    assert set(store.quads()) == {quad("new"), quad("kept", TWO)}


def test_dropping_a_graph_that_is_not_there_is_no_error(store: Store) -> None:
    store.apply(Change(drop=(ONE,)))
    assert store.graphs() == frozenset()


def test_a_change_with_one_bad_quad_writes_nothing(store: Store) -> None:
    store.apply(Change(insert=(quad("before"),)))
    bad = Quad(BlankNode("b"), P, Literal("x"), NamedNode(TWO))
    with pytest.raises(BadChangeError, match="blank node"):
        store.apply(Change(drop=(ONE,), insert=(quad("after"), bad)))
    with pytest.raises(BadChangeError, match="outside every named graph"):
        store.apply(Change(drop=(ONE,), insert=(quad("after"), Quad(S, P, S))))
    assert set(store.quads()) == {quad("before")}


def test_queries_see_all_graphs_as_one_and_each_by_its_name(store: Store) -> None:
    store.apply(Change(insert=(quad("a"), quad("b", TWO))))
    assert len(store.select("SELECT ?o WHERE { ?s ?p ?o }").rows) == 2
    rows = store.select(f"SELECT ?o WHERE {{ GRAPH <{TWO}> {{ ?s ?p ?o }} }}")
    assert (rows.variables, rows.rows) == (("o",), ((Literal("b"),),))


def test_an_unbound_variable_is_none(store: Store) -> None:
    store.apply(Change(insert=(quad("a"),)))
    assert store.select("SELECT ?s ?none WHERE { ?s ?p ?o }").rows == ((S, None),)


def test_ask_and_construct_answer(store: Store) -> None:
    store.apply(Change(insert=(quad("a"), quad("a", TWO))))
    assert store.ask("ASK { ?s ?p 'a' }")
    assert not store.ask("ASK { ?s ?p 'b' }")
    assert store.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }") == [quad("a").triple]


@pytest.mark.parametrize("sparql", ["SELECT", "SELECT * WHERE { ?s ?p }", "ASK {}", "DROP ALL"])
def test_a_query_that_is_no_select_is_refused_with_its_place(store: Store, sparql: str) -> None:
    with pytest.raises(QuerySyntaxError, match="the query cannot be run"):
        store.select(sparql)


def test_only_graphs_that_hold_something_are_listed(store: Store) -> None:
    store.apply(Change(insert=(quad("a"), quad("b", TWO))))
    store.apply(Change(delete=(quad("a"),)))
    assert store.graphs() == {TWO}


def test_a_scan_shows_the_store_as_it_was_when_it_began(store: Store) -> None:
    store.apply(Change(insert=(quad("a"),)))
    scan = store.quads(ONE)
    store.apply(Change(drop=(ONE,)))
    assert list(scan) == [quad("a")]


def test_a_closed_store_answers_nothing(store: Store) -> None:
    store.close()
    with pytest.raises(StoreClosedError):
        store.ask("ASK {}")
    store.close()


def test_a_store_mints_under_its_base(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data of their own"))
    iris = Iris("https://data.example.org/war/")
    assert memory_store(iris).iris == iris
    with open_store(place, iris) as store:
        assert store.iris == iris
    with open_store(place, read_only=True) as store:
        assert store.iris == iris
    with pytest.raises(BaseMismatchError, match=re.escape(f"made with the base IRI {iris.base}, not")):
        open_store(place, Iris("https://example.org/"))


def test_what_was_flushed_is_there_for_a_reader(place: Place) -> None:
    with open_store(place) as store:
        store.apply(Change(insert=(quad("a"),)))
        store.flush()
    with open_store(place, read_only=True) as store:
        assert set(store.quads()) == {quad("a")}


def test_nothing_is_written_through_a_store_opened_for_reading(place: Place) -> None:
    open_store(place).close()
    with open_store(place, read_only=True) as store:
        with pytest.raises(ReadOnlyStoreError):
            store.apply(Change(insert=(quad("a"),)))
        with pytest.raises(ReadOnlyStoreError):
            store.flush()


def test_a_second_writer_is_told_who_writes(place: Place) -> None:
    with open_store(place), pytest.raises(StoreLockedError, match=f"in use by process {os.getpid()} "):
        open_store(place)
    open_store(place).close()


def test_every_value_comes_back_as_it_was_written_and_can_be_taken_out(store: Store) -> None:
    written = {Quad(S, NamedNode(f"{P.value}{n}"), value, NamedNode(ONE)) for n, value in enumerate(VALUES)}
    store.apply(Change(insert=tuple(written)))
    assert set(store.quads(ONE)) == written
    for each in written:
        assert store.ask(f"ASK {{ {each.triple} }}"), each
    store.apply(Change(delete=tuple(written)))
    assert store.graphs() == frozenset()


def test_more_than_a_server_takes_or_gives_at_once(store: Store) -> None:
    many = tuple(
        Quad(NamedNode(f"{S.value}{n % 900}"), P, Literal(n), NamedNode(ONE)) for n in range(2 * FEW)
    )
    store.apply(Change(insert=many))
    assert set(store.quads(ONE)) == set(many)
    count = store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows
    assert count == ((Literal(2 * FEW),),)
    store.apply(Change(delete=many))
    assert list(store.quads()) == []


def test_a_long_text_comes_back_whole(store: Store) -> None:
    text = Literal('حزب الله "quoted"\n\U0001f600 ' * 20_000)
    store.apply(Change(insert=(Quad(S, P, text, NamedNode(ONE)),)))
    assert [each.object for each in store.quads(ONE)] == [text]


def test_what_is_written_in_bulk_is_in_the_ledger_too(store: Store) -> None:
    entry = Entry("loaded", "0" * 64, "a.txt", claims=1, quads=1, digest="d" * 64, at="2020-01-01T00:00:00Z")
    lines = serialize([quad("new")], format=RdfFormat.N_QUADS)
    assert lines is not None
    store.apply(Change(insert=(quad("old"),)))
    store.write_bulk(Bulk((lines,), (quad("old"),), (entry,)))
    assert set(store.quads()) == {quad("new")}
    assert store.ledger.entries() == (entry,)


def test_a_construct_makes_what_its_template_says(store: Store) -> None:
    store.apply(Change(insert=(quad("a"), quad("b"))))
    made = store.construct(
        "PREFIX ex: <https://example.org/> CONSTRUCT { ?s ex:q ?o ; ex:r [] } # {\n"
        f"WHERE {{ ?s {P} ?o . FILTER(?o = 'a') }}"
    )
    assert {(str(each.subject), each.predicate.value[-1]) for each in made} == {(str(S), "q"), (str(S), "r")}
    assert store.construct("CONSTRUCT WHERE { ?s ?p 'b' }") == [quad("b").triple]


def test_a_query_that_is_no_question_changes_nothing(store: Store) -> None:
    store.apply(Change(insert=(quad("a"),)))
    for text in ("DROP ALL", f"CLEAR GRAPH <{ONE}>", "DELETE WHERE { ?s ?p ?o }"):
        for ask in (store.select, store.ask, store.construct):
            with pytest.raises(QuerySyntaxError):
                ask(text)
    assert set(store.quads()) == {quad("a")}


def test_a_name_with_another_datatype_is_the_same_name(store: Store) -> None:
    who, label = NamedNode(Iris().actor("somebody")), NamedNode(SKOS + "prefLabel")
    names = Literal("Some"), Literal("Some", datatype=NamedNode("https://example.org/name"))
    store.apply(Change(insert=tuple(Quad(who, label, name, NamedNode(ONE)) for name in names)))
    assert [each.preferred for each in store.names(lambda index: index.spelled("some"))] == [("Some",)]
