"""Summaries count what the claims say, through every order of loading and removing."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.model import Claim, Document
from kg.namespaces import RW, XSD
from kg.pipeline import doctor, load, remove, repair
from kg.pipeline.summaries import told_triples, whole_summary
from kg.rdf import packed_triples
from kg.store import Change, EmbeddedStore, Store, memory_store, open_store
from kg.store.doctor import Health
from tests.pipeline.lines import accept
from tests.queries.telling import Said, told

STORIES = [
    told(
        "one",
        Said("a", "supports", "b"),
        Said("a", "supports", "b", by=("c",)),
        date="2015-10",
        publisher="P",
    ),
    told(
        "two",
        Said("a", "supports", "b"),
        Said("b", "fights", "a", modality="denied"),
        date="2015",
        publisher="P",
    ),
    told("three", Said("a", "supports", "b", date="2016-01-02"), Said("b", "attacks", "a")),
]


class _Written:
    """Finds in a document what was written down of it."""

    def extract(self, document: Document) -> tuple[Claim, ...]:
        return next(claims for known, claims in STORIES if known.sha256 == document.sha256)


def counted(store: Store) -> frozenset[tuple[str, str, object]]:
    return frozenset(packed_triples(store.quads(store.iris.graph("summary"))))


def anew(store: Store) -> frozenset[tuple[str, str, object]]:
    return frozenset(told_triples(whole_summary(store), store.iris))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_counts_are_those_of_the_documents_that_are_there(order: tuple[int, ...]) -> None:
    with memory_store() as store:
        for at in order:
            load([STORIES[at][0]], store, extractor=_Written(), validator=accept)
            assert counted(store) == anew(store)
        assert counted(store)
        for at in order:
            remove(store, STORIES[at][0].name)
            assert counted(store) == anew(store)
        assert not counted(store)


def test_what_is_counted_can_be_asked_for() -> None:
    with memory_store() as store:
        load([document for document, _ in STORIES], store, extractor=_Written(), validator=accept)
        rows = store.select(
            "PREFIX rw: <https://w3id.org/rawabit/ontology#>"
            "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>"
            "SELECT ?claims ?documents (COUNT(?voice) AS ?voices) { ?s rdf:predicate rw:supports ; rdf:object ?b ;"
            " rw:claims ?claims ; rw:documents ?documents ; rw:toldBy ?voice } GROUP BY ?claims ?documents"
        ).rows
        # Publisher P, the source c, and the document that has neither.
        assert [[str(term) for term in row] for row in rows] == [[_number(4), _number(3), _number(3)]]
        contradiction = store.ask(
            "PREFIX rw: <https://w3id.org/rawabit/ontology#> ASK { ?pair rw:friendly ?one ; rw:hostile ?other }"
        )
        assert contradiction


def test_a_wrong_count_is_found_and_mended(tmp_path: Path) -> None:
    place = tmp_path / "store"
    with open_store(place) as store:
        load([document for document, _ in STORIES], store, extractor=_Written(), validator=accept)
        right = counted(store)
        gone = _some_counts(store)
        store.apply(Change(delete=gone))
        store.flush()
    found = {check.what: check.health for check in doctor(place).checks}
    assert found["links"] is Health.GOOD
    assert found["summaries"] is Health.BAD
    repair(place, extractor=lambda _: _Written(), validator=accept)
    with open_store(place, read_only=True) as store:
        assert counted(store) == right
    assert {check.what: check.health for check in doctor(place).checks}["summaries"] is Health.GOOD


def _number(value: int) -> str:
    return f'"{value}"^^<{XSD}integer>'


def _some_counts(store: EmbeddedStore) -> tuple[Quad, ...]:
    quads = store.quads(store.iris.graph("summary"))
    return tuple(quad for quad in quads if quad.predicate.value == RW + "claims")[:3]
