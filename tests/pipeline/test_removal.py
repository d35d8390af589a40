"""A removed document leaves no trace."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from kg.errors import AmbiguousNameError, UnknownNameError
from kg.model import Document
from kg.pipeline import Removal, load, remove
from kg.store import EmbeddedStore, digest
from tests.pipeline.lines import IRIS, LineExtractor, accept, text

FIRST = text("a supports b", "c fights b", "NEWCOMERS fights a", name="news/first.txt")
SECOND = text("a supports b", "d commands c", name="news/second.txt")


def run(store: EmbeddedStore, *documents: Document) -> None:
    load(documents, store, extractor=LineExtractor(), validator=accept)


def test_a_removed_document_leaves_no_trace(store: EmbeddedStore) -> None:
    run(store, SECOND)
    before = digest(store.quads())
    run(store, FIRST)
    removed = remove(store, FIRST.name)
    assert removed.document == IRIS.document(FIRST.sha256)
    assert (removed.name, removed.claims, removed.links) == (FIRST.name, 3, 2)
    assert removed.inferred > 0
    assert digest(store.quads()) == before
    assert not any(
        NamedNode(IRIS.actor("NEWCOMERS")) in (quad.subject, quad.object) for quad in store.quads()
    )


def test_the_last_document_takes_all_links_and_inferences_with_it(store: EmbeddedStore) -> None:
    run(store, FIRST)
    remove(store, FIRST.name)
    assert store.graphs() == {IRIS.graph("reference")}


def test_what_was_removed_can_be_loaded_again(store: EmbeddedStore) -> None:
    run(store, FIRST, SECOND)
    before = digest(store.quads())
    remove(store, FIRST.name)
    run(store, FIRST)
    assert digest(store.quads()) == before


@pytest.mark.parametrize(
    "given",
    [
        IRIS.document(FIRST.sha256),
        FIRST.sha256,
        FIRST.sha256[:6],
        FIRST.sha256[:8].upper(),
        "news/first.txt",
        "./news/first.txt",
        "first.txt",
    ],
)
def test_a_document_is_found_by_iri_hash_path_or_file_name(store: EmbeddedStore, given: str) -> None:
    run(store, FIRST, SECOND)
    assert remove(store, given).name == FIRST.name


def test_an_unknown_document_is_named_with_those_that_are_near(store: EmbeddedStore) -> None:
    run(store, FIRST)
    with pytest.raises(
        UnknownNameError, match=r"no document is called 'news/frist\.txt'; did you mean news/first\.txt"
    ):
        remove(store, "news/frist.txt")


def test_a_name_that_fits_two_documents_removes_neither(store: EmbeddedStore) -> None:
    run(store, text("a supports b", name="x/same.txt"), text("a fights b", name="y/same.txt"))
    before = digest(store.quads())
    with pytest.raises(AmbiguousNameError, match=r"x/same\.txt.*y/same\.txt"):
        remove(store, "same.txt")
    assert digest(store.quads()) == before


def test_the_ledger_tells_of_the_removal(store: EmbeddedStore) -> None:
    run(store, FIRST, SECOND)
    remove(store, SECOND.name)
    assert [entry.event for entry in store.ledger.entries()] == ["loaded", "loaded", "removed"]
    assert set(store.ledger.loaded()) == {FIRST.sha256}


def test_a_document_that_was_refused_can_be_removed_too(store: EmbeddedStore) -> None:
    from kg.pipeline import refusals

    load(
        [
            text("a supports", name="bad.txt"),
        ],
        store,
        validator=accept,
        extractor=_Broken(),
    )
    assert [refusal.name for refusal in refusals(store.layout)] == ["bad.txt"]
    assert remove(store, "bad.txt") == Removal(IRIS.document(text("a supports").sha256), "bad.txt", 0, 0, 0)
    assert refusals(store.layout) == ()


class _Broken:
    def extract(self, document: object) -> tuple[()]:
        from kg.languages import UnknownLanguageError

        raise UnknownLanguageError("xx")
