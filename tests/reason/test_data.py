"""What documents and registry say of the same actors and places, held against the axioms by HermiT."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Quad

from kg.model import Claim, Document, Mention, Modality
from kg.namespaces import BASE, RW
from kg.pipeline import load
from kg.pipeline.ontology import check_data
from kg.rdf import document_quads, link_quads, stated_links
from kg.reason.data import DataContradiction, DataVerdict, Statement
from kg.reason.hermit import ReasonerTimeoutError
from kg.store import Change, EmbeddedStore, open_store
from tests.building import claim, document, mention
from tests.cli.conftest import run


def unlisted(source: Document, words: str, slug: str, type_: str) -> Mention:
    given = mention(source, words, slug, type_)
    return replace(given, entity=replace(given.entity, known=False))


def articles() -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Documents that are right by themselves, and wrong together or with the registry; no shapes have seen them."""
    one = document("Falcon supports Hezbollah.", name="one", language="en")
    falcon = unlisted(one, "Falcon", "falcon", "Person")
    yield one, (claim(one, falcon, "supports", mention(one, "Hezbollah", "hezbollah")),)
    two = document("Hezbollah fights Falcon.", name="two", language="en")
    falcon = unlisted(two, "Falcon", "falcon", "ArmedGroup")
    yield two, (claim(two, mention(two, "Hezbollah", "hezbollah"), "fights", falcon),)
    three = document("Owl controls Kestrel. Owl denies it.", name="three", language="en")
    owl = unlisted(three, "Owl", "owl", "ArmedGroup")
    kestrel = unlisted(three, "Kestrel", "kestrel", "Person")
    yield three, (claim(three, owl, "controls", kestrel),)
    four = document("Owl controls Kestrel and not Swan.", name="four", language="en")
    owl, kestrel, swan = (
        unlisted(four, name, name.lower(), "ArmedGroup" if name == "Owl" else "Person")
        for name in ("Owl", "Kestrel", "Swan")
    )
    yield (
        four,
        (
            claim(four, owl, "controls", kestrel),
            claim(four, owl, "controls", swan, modality=Modality.DENIED),
        ),
    )
    five = document("Wing supports Wing.", name="five", language="en")
    wing = unlisted(five, "Wing", "wing", "ArmedGroup")
    yield five, (claim(five, wing, "supports", wing),)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with contradictory data, closed."""
    folder = tmp_path_factory.mktemp("data") / "store"
    with open_store(folder) as store:
        load([], store)
        quads: set[Quad] = set()
        for source, claims in articles():
            own = document_quads(source, claims, store.iris)
            quads |= {*own, *link_quads(stated_links(own), "links", store.iris)}
        store.apply(Change(insert=tuple(quads)))
        store.flush()
    return folder


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    """What the command says of it."""
    ran = run("ontology", "check", "--data", "--json", store=folder)
    assert ran.code == 1
    found: dict[str, Any] = json.loads(ran.out)
    return found


@pytest.fixture(scope="module")
def verdict(told: dict[str, Any]) -> DataVerdict:
    named = (
        DataContradiction(
            each["iri"],
            tuple(Statement(**{**one, "documents": tuple(one["documents"])}) for one in each["statements"]),
        )
        for each in told["contradictions"]
    )
    return DataVerdict(told["count"], tuple(named), told["asked"])


def said(verdict: DataVerdict, slug: str) -> set[Statement]:
    (found,) = (each for each in verdict.contradictions if each.iri == f"{BASE}actor/{slug}")
    return set(found.statements)


def at(slug: str) -> str:
    return f"{BASE}actor/{slug}"


def test_all_that_contradict_are_named_and_nobody_else(verdict: DataVerdict) -> None:
    names = [each.iri.rpartition("/")[2] for each in verdict.contradictions]
    assert names == ["falcon", "kestrel", "wing"]
    assert verdict.count == 3


def test_an_actor_that_is_a_person_here_and_a_group_there_is_named_with_both_documents(
    verdict: DataVerdict,
) -> None:
    assert said(verdict, "falcon") == {
        Statement(at("falcon"), "a", RW + "Person", ("one",)),
        Statement(at("falcon"), "a", RW + "ArmedGroup", ("two",)),
    }


def test_a_person_that_is_held_like_a_place_is_named_with_all_that_say_so(verdict: DataVerdict) -> None:
    assert said(verdict, "kestrel") == {
        Statement(at("kestrel"), "a", RW + "Person", ("four", "three")),
        Statement(at("owl"), RW + "controls", at("kestrel"), ("four", "three")),
    }


def test_a_link_to_oneself_is_named_where_the_relation_has_none(verdict: DataVerdict) -> None:
    assert said(verdict, "wing") == {Statement(at("wing"), RW + "supports", at("wing"), ("five",))}


def test_a_sound_store_has_no_contradictions(seed_store: EmbeddedStore) -> None:
    found = check_data(seed_store)
    assert found.count == 0
    assert found.contradictions == ()
    assert found.asked > 10


def test_the_reasoner_is_ended_when_its_time_is_up(seed_store: EmbeddedStore) -> None:
    with pytest.raises(ReasonerTimeoutError, match=r"within 0\.05 s"):
        check_data(seed_store, seconds=0.05)
