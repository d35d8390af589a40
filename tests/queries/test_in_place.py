"""A packaged query gives the same rows, in the same order, as its plain text given to the engine.

Over the seed article, and over a thousand made claims about actors with several names, with one, and with none.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.query import Query, packaged_queries
from kg.query.answering import answer
from kg.query.labelling import without_labels
from kg.query.parameters import bind
from kg.query.sorting import without_order
from kg.query.unset import without_unset
from kg.store import EmbeddedStore
from tests.queries.made_story import ABOUT, made_story, nodes_of, values_for

QUERIES = packaged_queries()
WITHOUT_LABELS = {
    "actors", "claims-of", "documents", "documents-with", "facts-of", "labels", "named", "names",
    "names-in-documents", "neighbours", "new-actors", "sources-of-document",
    "about-documents", "actors-at", "attributed", "attributed-of", "claims-by-relation", "claims-counted",
    "claims-in-full", "coordinates", "dates-between", "disputed-ties", "document-names",
    "documents-by-relation", "documents-by-tie", "documents-stating", "months", "inferred-between",
    "published-of", "publishers", "said-at", "said-between", "said-by", "said-of", "said-published", "size",
    "stated-in", "text-of-document",
    "ties-between", "ties-by", "ties-counted", "ties-of", "ties-told-most",
    "whereabouts", "words",
}  # fmt: skip
"""The files that ask for no labels, or in a way of their own, which is left to the engine."""


@pytest.fixture(scope="module")
def made() -> Iterator[EmbeddedStore]:
    with made_story() as store:
        assert not store.has_names
        yield store


@pytest.fixture(scope="module")
def indexed() -> Iterator[EmbeddedStore]:
    """The same, whose labels come from the index of names."""
    with made_story() as store:
        store.names(lambda _: None)
        assert store.has_names
        yield store


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
@pytest.mark.parametrize("where", ["seed", "made"])
def test_an_answer_is_that_of_the_engine(
    query: Query, where: str, made: EmbeddedStore, indexed: EmbeddedStore, seed_store: EmbeddedStore
) -> None:
    store = made if where == "made" else seed_store
    for values in values_for(query, ABOUT[where], nodes_of(store)):
        text = bind(query.text, query.header, values, name=query.name, iris=store.iris)
        engine = store.select(text)
        assert answer(store, text) == engine, values
        assert where == "seed" or answer(indexed, text) == engine, values


def test_the_made_claims_give_every_question_an_answer(made: EmbeddedStore) -> None:
    nodes = nodes_of(made)
    silent = {
        query.name
        for query in QUERIES
        for values in [next(values_for(query, ABOUT["made"], nodes))]
        if not answer(made, bind(query.text, query.header, values, name=query.name, iris=made.iris)).rows
    }
    # No place of these has coordinates.
    assert silent == {"coordinates", "named-by-one-side"}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_it_is_known_which_files_are_taken_apart(query: Query) -> None:
    rest, order = without_order(query.text)
    assert bool(order) == (query.name != "names")
    assert (without_labels(rest)[1] is None) == (query.name in WITHOUT_LABELS)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_parameter_that_is_not_given_leaves_nothing_behind(query: Query) -> None:
    """Where it stays in a filter, the filter would let nothing through without it."""
    lighter = without_unset(query.text)
    assert "UNDEF" not in lighter
