"""IRIs are stable, valid, and tell what they name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.iri import BadBaseError, Iris, is_actor, is_place, slug
from kg.model import Modality
from kg.namespaces import BASE, PREFIXES
from tests.building import claim, document, mention

SHA256 = "0123456789abcdef" * 4


@pytest.mark.parametrize("base", [BASE, "https://example.org/war/", "http://localhost:8000/"])
def test_actors_and_places_are_told_apart_under_any_base(base: str) -> None:
    iris = Iris(base)
    named = {iris.actor("Hezbollah"): "actor", iris.place("Aleppo"): "place", iris.document(SHA256): ""}
    for iri, kind in named.items():
        assert iri.startswith(base)
        assert (is_actor(iri), is_place(iri)) == (kind == "actor", kind == "place")


@pytest.mark.parametrize(
    "base",
    [
        "",
        "example.org/",
        "ftp://example.org/",
        "https://example.org",
        "https://example.org/war#",
        "https://a b/",
        "https://a>/",
    ],
)
def test_a_base_that_cannot_carry_data_is_refused_with_an_example(base: str) -> None:
    with pytest.raises(BadBaseError, match=f"such as {BASE}"):
        Iris(base)


@given(st.text(min_size=1))
def test_any_name_gives_a_valid_iri(name: str) -> None:
    assert NamedNode(Iris().actor(name)).value == Iris().actor(name)


def test_a_slug_keeps_letters_of_every_script_and_joins_words() -> None:
    assert slug("  al-Nusra  Front ") == "al-nusra-front"
    assert slug("جبهة النصرة") == "جبهة-النصرة"
    assert slug("!?") != slug("?!")


def test_a_claim_is_named_by_what_it_says_where_and_who_says_it() -> None:
    source = document("المرصد: حزب الله يدعم قوات النظام")
    hezbollah, army = mention(source, "حزب الله", "hezbollah"), mention(source, "قوات النظام", "army")
    made = claim(source, hezbollah, "supports", army)
    iris = Iris()
    same = replace(made, confidence=0.1, rule="another")
    assert iris.claim(same) == iris.claim(made)
    others = [
        replace(made, modality=Modality.DENIED),
        replace(made, predicate="fights"),
        replace(made, subject=army, object=hezbollah),
        replace(made, attributed_to=(mention(source, "المرصد", "sohr"),)),
        replace(made, evidence=source.span(0, len(source.text))),
        replace(made, document=SHA256),
    ]
    assert len({iris.claim(each) for each in (made, *others)}) == 1 + len(others)


def test_a_span_is_named_as_rfc_5147_says() -> None:
    assert Iris().span(SHA256, 42, 50) == f"{BASE}document/0123456789abcdef#char=42,50"


def test_prefixes_of_what_is_minted_follow_the_base_and_the_registry_s_do_not() -> None:
    iris = Iris("https://example.org/war/")
    moved = {name for name, namespace in iris.prefixes.items() if namespace != PREFIXES[name]}
    assert list(iris.prefixes) == list(PREFIXES)
    assert moved == {"document", "claim", "graph"}
    assert iris.document(SHA256).startswith(iris.prefixes["document"])
    assert iris.document_graph(SHA256).startswith(iris.document_graphs)
    assert not iris.graph("links").startswith(iris.document_graphs)
