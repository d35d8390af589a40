"""What loading does to a store, and what loading again does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.iri import Iris
from kg.model import Document
from kg.namespaces import RW, SKOS
from kg.pipeline import LoadReport, Outcome, Status, load
from kg.rdf import read_links
from kg.store import EmbeddedStore, digest, memory_store
from kg.store.errors import DiskFullError
from tests.pipeline.lines import IRIS, LineExtractor, accept, text

A, B, C, D = (IRIS.actor(name) for name in "abcd")


def run(store: EmbeddedStore, *documents: Document, rule: str = "test.line") -> LoadReport:
    return load(documents, store, extractor=LineExtractor(rule=rule), validator=accept)


def links(store: EmbeddedStore, graph: str = "links") -> set[tuple[str, str, str]]:
    return set(read_links(store.quads(store.iris.graph(graph))))


def test_a_loaded_document_is_there_with_its_claims_links_and_inferences(store: EmbeddedStore) -> None:
    source = text("a supports b", "c fights b", "maybe d supports c")
    report = run(store, source)
    iri = IRIS.document(source.sha256)
    assert report.outcomes == (Outcome(Status.LOADED, "lines.txt", iri, 3),)
    assert len(store.select(f"SELECT ?claim WHERE {{ ?claim <{RW}statedIn> <{iri}> }}").rows) == 3
    assert links(store) == {(A, "supports", B), (C, "fights", B)}
    assert {(B, "fights", C), (A, "opponentOf", C)} <= links(store, "inferred")
    assert not links(store) & links(store, "inferred")


def test_loading_the_same_text_twice_changes_nothing(store: EmbeddedStore) -> None:
    source = text("a supports b", "S says: maybe c fights NEWCOMERS")
    run(store, source)
    before = digest(store.quads())
    ledger = store.ledger.entries()
    report = run(store, source, replace(source, name="copy/of/it.txt"))
    assert [outcome.status for outcome in report.outcomes] == [Status.UNCHANGED, Status.UNCHANGED]
    assert digest(store.quads()) == before
    assert store.ledger.entries() == ledger


def test_the_order_of_loading_leaves_no_trace_in_the_store(tmp_path: Path) -> None:
    sources = [text("a supports b", name="1"), text("b commands c", name="2"), text("c fights d", name="3")]
    stores = [memory_store(), memory_store(), memory_store()]
    run(stores[0], *sources)
    run(stores[1], *sources[::-1])
    for source in (*sources, sources[0]):
        run(stores[2], source)
    assert len({digest(store.quads()) for store in stores}) == 1


def test_a_changed_reading_replaces_the_old_one(store: EmbeddedStore) -> None:
    source = text("a supports b")
    run(store, source)
    first = digest(store.quads())
    assert [outcome.status for outcome in run(store, source, rule="test.better").outcomes] == [
        Status.REPLACED
    ]
    assert {
        term.value
        for row in store.select(f"SELECT ?r WHERE {{ ?c <{RW}rule> ?r }}").rows
        for term in row
        if isinstance(term, Literal)
    } == {"test.better"}
    assert run(store, source).outcomes[0].status is Status.REPLACED
    assert digest(store.quads()) == first


def test_new_metadata_of_the_same_text_replace_the_old(store: EmbeddedStore) -> None:
    source = text("a supports b")
    run(store, source)
    run(store, replace(source, title="Battle", source="SOHR"))
    assert store.ask("ASK { ?document <http://purl.org/dc/terms/title> 'Battle' }")


def test_a_link_stands_as_long_as_one_document_asserts_it(store: EmbeddedStore) -> None:
    first, second = text("a supports b", "c fights b"), text("a supports b")
    run(store, first, second)

    class Nothing:
        def extract(self, document: Document) -> tuple[()]:
            return ()

    load([first], store, extractor=Nothing(), validator=accept)
    assert links(store) == {(A, "supports", B)}
    load([second], store, extractor=Nothing(), validator=accept)
    assert links(store) == set()
    assert links(store, "inferred") == set()


def test_a_link_that_was_inferred_moves_when_a_document_asserts_it(store: EmbeddedStore) -> None:
    run(store, text("a fights b"))
    assert (B, "fights", A) in links(store, "inferred")
    run(store, text("b fights a"))
    assert links(store) == {(A, "fights", B), (B, "fights", A)}
    assert (B, "fights", A) not in links(store, "inferred")


def test_an_actor_outside_the_registry_is_described_in_its_document(store: EmbeddedStore) -> None:
    source = text("NEWCOMERS fights b")
    run(store, source)
    newcomers, graph = IRIS.actor("NEWCOMERS"), IRIS.document_graph(source.sha256)
    query = f"SELECT ?label WHERE {{ GRAPH <{graph}> {{ <{newcomers}> <{SKOS}prefLabel> ?label }} }}"
    assert store.select(query).rows == ((Literal("NEWCOMERS", language="en"),),)


def test_the_registry_comes_with_the_first_load_and_goes_with_no_document(store: EmbeddedStore) -> None:
    run(store)
    assert store.graphs() == {IRIS.graph("reference")}


def test_an_old_reference_graph_is_brought_up_to_date_with_what_follows(store: EmbeddedStore) -> None:
    from kg.store import Change

    run(store, text("a fights b"))
    right = digest(store.quads())
    graph = NamedNode(IRIS.graph("reference"))
    mark = [quad for quad in store.quads(graph.value) if quad.subject == graph]
    store.apply(Change(drop=(IRIS.graph("inferred"),), delete=tuple(mark)))
    run(store)
    assert digest(store.quads()) == right


def test_a_text_that_rdf_cannot_hold_is_refused_and_the_rest_goes_in(store: EmbeddedStore) -> None:
    bad = replace(text("a fights b"), url="not an address", name="bad.txt")
    report = run(store, bad, text("c fights d"))
    assert [outcome.status for outcome in report.outcomes] == [Status.REFUSED, Status.LOADED]
    assert "url" in report.rejected[0].reasons[0]
    assert links(store) == {(C, "fights", D)}


def test_paths_are_read_and_what_cannot_be_read_is_named(store: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("a supports b")
    (tmp_path / "empty.txt").write_text("")
    report = load(
        [tmp_path / "good.txt", str(tmp_path / "empty.txt"), "missing.txt"],
        store,
        extractor=LineExtractor(),
        validator=accept,
    )
    assert [outcome.status for outcome in report.outcomes] == [
        Status.LOADED,
        Status.UNREADABLE,
        Status.UNREADABLE,
    ]
    assert [outcome.name for outcome in report.rejected] == [str(tmp_path / "empty.txt"), "missing.txt"]
    assert all(outcome.reasons for outcome in report.rejected)


def test_an_outcome_is_told_once_it_is_in_the_ledger(store: EmbeddedStore) -> None:
    seen: list[tuple[str, bool]] = []

    def progress(outcome: Outcome) -> None:
        recorded = {IRIS.document(sha256) for sha256 in store.ledger.loaded()}
        seen.append((outcome.name, outcome.document in recorded))

    documents = [text("a supports b", name="1"), text("b supports c", name="2")]
    load(documents, store, extractor=LineExtractor(), validator=accept, progress=progress)
    assert seen == [("1", True), ("2", True)]


def test_a_full_disk_ends_the_load_and_keeps_what_went_before(store: EmbeddedStore) -> None:
    def documents() -> Iterator[Document]:
        yield text("a supports b", name="1")
        store.reserve = 10**18
        yield text("b supports c", name="2")

    told: list[Outcome] = []
    with pytest.raises(DiskFullError):
        load(documents(), store, extractor=LineExtractor(), validator=accept, progress=told.append)
    assert [outcome.name for outcome in told] == ["1"]
    assert links(store) == {(A, "supports", B)}
    assert len(store.ledger.loaded()) == 1


def test_a_store_under_another_base_keeps_its_own_graphs(tmp_path: Path) -> None:
    store = memory_store(Iris("https://example.org/war/"))
    run(store, text("a supports b"))
    assert {graph.partition("graph/")[0] for graph in store.graphs()} == {"https://example.org/war/"}
    assert links(store) == {(A, "supports", B)}
