"""What the SQL beside a query file finds in the index of claims is what the engine finds in the graph."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks.made_claims import lines
from kg.pipeline import load
from kg.query import Query, find_query, packaged_queries, run_query
from kg.query.claim_graphs import Graphs
from kg.query.claim_index import ClaimIndex
from kg.query.claim_tables import bring_up_to_date
from kg.query.claims import GraphClaims
from kg.query.indexed_query import indexed_rows, sql_beside
from kg.query.parameters import Values, bind, given_terms
from kg.store import Change, EmbeddedStore, Term, open_store
from kg.store.layout import Layout
from kg.store.still import revision_of
from tests.queries.made_story import ABOUT, made_story, nodes_of, values_for

INDEXED = [query for query in packaged_queries() if sql_beside(query)]


def with_index(folder: Path, made: EmbeddedStore) -> Path:
    """A store on disk that holds what another holds, with an index of its claims."""
    with made, open_store(folder) as store:
        store.apply(Change(insert=tuple(made.quads())))
    return indexed(folder)


def indexed(folder: Path) -> Path:
    layout = Layout(folder)
    graphs = Graphs(ox.Store.read_only(str(layout.data)), layout.read_mark())
    bring_up_to_date(layout.claims, graphs, {}, revision_of(layout))
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_index(tmp_path_factory.mktemp("made") / "store", made_story())


@pytest.fixture(scope="module")
def opened(made: Path) -> Iterator[tuple[EmbeddedStore, ClaimIndex]]:
    with open_store(made, read_only=True) as store:
        index = ClaimIndex(Layout(made).claims, store)
        yield store, index
        index.close()


def from_graph(store: EmbeddedStore, query: Query, values: Values) -> tuple[tuple[Term | None, ...], ...]:
    return store.select(bind(query.text, query.header, values, name=query.name, iris=store.iris)).rows


@pytest.mark.parametrize("query", INDEXED, ids=lambda query: query.name)
def test_the_index_answers_as_the_graph_does(query: Query, opened: tuple[EmbeddedStore, ClaimIndex]) -> None:
    store, index = opened
    sql = sql_beside(query)
    periods = {"since", "until"} - set(
        re.findall(r":(\w+)", "".join(path.read_text(encoding="utf-8") for path in sql))
    )
    found = 0
    for values in values_for(query, ABOUT["made"], nodes_of(store)):
        terms = given_terms(query.header, values, name=query.name, iris=store.iris)
        rows = indexed_rows(sql, query, terms, index.file, store)
        assert (rows is None) == bool(periods & values.keys()), values
        found += bool(rows and rows.rows)
        assert run_query(store, query, values, claims=index).rows == from_graph(store, query, values), values
    assert found


@pytest.mark.parametrize("query", INDEXED, ids=lambda query: query.name)
def test_any_of_several_values_may_match(query: Query, opened: tuple[EmbeddedStore, ClaimIndex]) -> None:
    store, index = opened
    required = next(values_for(query, ABOUT["made"], nodes_of(store)))
    for name in (each.name for each in query.header.parameters if each.kind in ("actor", "entity")):
        values: Values = {**required, name: ["actor:a0", "actor:a1", "actor:a3"]}
        found = run_query(store, query, values, claims=index).rows
        # Rows that differ only in what they are not sorted by come in any order.
        assert sorted(map(str, found)) == sorted(map(str, from_graph(store, query, values))), values


def test_words_of_texts_that_are_not_kept_are_those_of_the_graph(tmp_path: Path) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text("".join(line + "\n" for line in lines(200, actors=20)), encoding="utf-8")
    with open_store(tmp_path / "store") as store:
        load([claims], store)
    with open_store(indexed(tmp_path / "store"), read_only=True) as store:
        index = ClaimIndex(Layout(tmp_path / "store").claims, store)
        subject, target = (
            index.file.rows(
                "SELECT s.text, o.text FROM tie JOIN term s ON s.id = subject JOIN term o ON o.id = object"
            )
        )[0]
        source = index.file.rows("SELECT text FROM source JOIN term ON term.id = source.source")[0][0]
        for name, values in (
            ("claims-of", {"entity": subject}),
            ("evidence-of-link", {"subject": subject, "object": target}),
            ("claims-by-source", {"source": source}),
        ):
            query = find_query(name)
            found = run_query(store, query, values, claims=index).rows
            assert found
            assert found == from_graph(store, query, values)
        index.close()


def test_of_everybody_the_index_answers_as_the_graph_does(opened: tuple[EmbeddedStore, ClaimIndex]) -> None:
    store, index = opened
    query = find_query("who-commands-whom")
    for modality in ("asserted", "denied", "unconfirmed"):
        for commander in (f"actor:a{number}" for number in range(30)):
            values = {"commander": commander, "modality": modality}
            assert run_query(store, query, values, claims=index).rows == from_graph(store, query, values)


def test_the_index_in_the_folder_is_asked_as_long_as_it_fits(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query, told = find_query("who-fights-whom"), []
    with open_store(made, read_only=True) as store:
        rows = from_graph(store, query, {})
        monkeypatch.setattr(EmbeddedStore, "select", lambda _, text: told.append(text))
        monkeypatch.setattr("kg.query.labelling._known", lambda *_: {})
        found = run_query(store, query).rows
        assert not told
        assert [(row[0], row[6], row[9]) for row in found] == [(row[0], row[6], row[9]) for row in rows]
        with pytest.raises(AttributeError):
            run_query(store, query, claims=GraphClaims(store))
        assert len(told) == 1


def test_what_the_sql_does_not_know_is_asked_of_the_graph(opened: tuple[EmbeddedStore, ClaimIndex]) -> None:
    store, index = opened
    query = find_query("who-is-where")
    sql = sql_beside(query)
    for values, there in (({}, True), ({"modality": "denied"}, True), ({"since": "2015"}, False)):
        terms = given_terms(query.header, values, name=query.name, iris=store.iris)
        assert (indexed_rows(sql, query, terms, index.file, store) is not None) == there


def test_several_values_are_asked_of_the_graph_where_the_sql_takes_one(
    opened: tuple[EmbeddedStore, ClaimIndex],
) -> None:
    store, index = opened
    query = find_query("contradictions")
    sql = sql_beside(query)
    for actors, there in ((["actor:a0"], True), (["actor:a0", "actor:a1"], False)):
        terms = given_terms(query.header, {"actor": actors}, name=query.name, iris=store.iris)
        assert (indexed_rows(sql, query, terms, index.file, store) is not None) == there
        assert run_query(store, query, {"actor": actors}, claims=index).rows == from_graph(
            store, query, {"actor": actors}
        )


def test_an_index_that_fails_leaves_the_answer_to_the_graph(tmp_path: Path) -> None:
    folder = with_index(tmp_path / "store", made_story())
    with closing(sqlite3.connect(Layout(folder).claims)) as data, data:
        data.execute("DROP TABLE tie")
    query = find_query("who-supports-whom")
    with open_store(folder, read_only=True) as store:
        assert run_query(store, query).rows == from_graph(store, query, {})


def test_what_nobody_has_heard_of_gives_no_row(opened: tuple[EmbeddedStore, ClaimIndex]) -> None:
    store, index = opened
    assert (
        run_query(store, find_query("who-supports-whom"), {"supporter": "actor:nobody"}, claims=index).rows
        == ()
    )
