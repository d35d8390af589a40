from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from kg.export.errors import NothingToExportError, UnexportableTermError, UnknownGraphsError
from kg.namespaces import BASE, RW
from kg.store import Change, EmbeddedStore, memory_store
from tests.export.conftest import exported, made, reported

HEZBOLLAH = BASE + "actor/hezbollah"


def quads(store: EmbeddedStore, **options: object) -> set[Quad]:
    return set(parse(exported(store, "nquads", **options), format=RdfFormat.N_QUADS))


def subjects(found: set[Quad], predicate: str) -> set[str]:
    return {str(quad.subject)[1:-1] for quad in found if quad.predicate.value == RW + predicate}


def test_an_actor_takes_its_claims_their_words_and_its_links(store: EmbeddedStore) -> None:
    found = quads(store, actor=HEZBOLLAH)
    assert len(subjects(found, "modality")) == 1
    assert {quad.object for quad in found if quad.predicate.value == RW + "quote"} >= {
        Literal("حزب الله"),
        Literal("المرصد"),
    }
    assert subjects(found, "text")
    links = {quad for quad in found if str(quad.graph_name)[1:-1] == store.iris.graph("links")}
    assert {str(quad.predicate)[1:-1] for quad in links} == {RW + "supports"}
    assert subjects(found, "opponentOf") == {HEZBOLLAH, BASE + "actor/al-nusra-front"}


def test_a_document_of_which_a_part_goes_out_counts_the_claims_of_that_part(store: EmbeddedStore) -> None:
    counts = {
        quad.object for quad in quads(store, actor=HEZBOLLAH) if quad.predicate.value == RW + "claimCount"
    }
    assert counts == {Literal(1)}


def test_a_source_and_a_place_are_found_too(store: EmbeddedStore) -> None:
    for iri in (BASE + "actor/sohr", BASE + "place/aleppo"):
        assert len(subjects(quads(store, actor=iri), "modality")) == 1


def test_a_document_takes_its_whole_graph_and_the_links_it_states(store: EmbeddedStore) -> None:
    iri = store.iris.document(reported().sha256)
    found = quads(store, document=iri)
    assert len(subjects(found, "modality")) == 2
    assert subjects(found, "supports") == {HEZBOLLAH}
    assert not subjects(found, "opponentOf")


def test_descriptions_of_all_that_is_named_come_along_and_of_nobody_else(store: EmbeddedStore) -> None:
    text = exported(store, "turtle").decode()
    assert "Aleppo" in text
    assert "سوريا" in text, "the country is named by the place alone"
    assert "Nobody named them" not in text
    assert "Nobody named them" in exported(store, "turtle", graphs=("reference",)).decode()


def test_words_that_help_to_read_texts_stay_in_the_registry() -> None:
    cue = Quad(
        NamedNode(HEZBOLLAH),
        NamedNode(RW + "cue"),
        Literal("لبنان", language="ar"),
        NamedNode(BASE + "graph/reference"),
    )
    with made() as store:
        store.apply(Change(insert=(cue,)))
        assert cue not in quads(store)
        assert cue in quads(store, graphs=("documents", "reference"))


def test_one_graph_alone_can_be_asked_for(store: EmbeddedStore) -> None:
    graphs = {str(quad.graph_name)[1:-1] for quad in quads(store, graphs=("links",))}
    assert graphs == {store.iris.graph("links"), store.iris.graph("reference")}


def test_an_unknown_graph_is_told_which_exist(store: EmbeddedStore) -> None:
    with pytest.raises(UnknownGraphsError, match="no graph is called 'refs'; there are documents, links"):
        quads(store, graphs=("refs",))


def test_an_actor_of_whom_nothing_is_said_is_an_error(store: EmbeddedStore) -> None:
    for options in ({"actor": BASE + "actor/unmentioned"}, {"document": BASE + "document/0000000000000000"}):
        with pytest.raises(NothingToExportError, match="the store says nothing of") as caught:
            quads(store, **options)
        assert caught.value.exit_code == 1


def test_a_blank_node_is_refused_by_name() -> None:
    with memory_store() as store:
        # The store's own writer refuses blank nodes; this one came from elsewhere.
        store._open.add(
            Quad(BlankNode("x"), NamedNode(RW + "p"), Literal("1"), NamedNode(BASE + "graph/links"))
        )
        with pytest.raises(UnexportableTermError, match="_:x has no lasting name"):
            quads(store)
