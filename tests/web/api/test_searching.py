"""Search as you type: any script, exact before begun before misspelt."""

from __future__ import annotations

import pytest

from tests.web.api.asking import get, whole


@pytest.mark.parametrize(
    ("typed", "first", "fit"),
    [
        ("Hezbollah", "actor/hezbollah", "exact"),
        ("حزب الله", "actor/hezbollah", "exact"),
        ("hezb", "actor/hezbollah", "begun"),
        ("حزب ال", "actor/hezbollah", "begun"),
        ("hezbolla", "actor/hezbollah", "begun"),
        ("hezbohlah", "actor/hezbollah", "near"),
        ("القوات النظا", "actor/syrian-government-forces", "begun"),
    ],
)
def test_whoever_is_meant_comes_first(address: str, typed: str, first: str, fit: str) -> None:
    found = get(address, "search", q=typed)
    assert (found["items"][0]["path"], found["items"][0]["fit"]) == (first, fit)
    assert found["items"][0]["match"]


def test_exact_names_stand_before_begun_ones_and_more_claims_before_fewer(there: str) -> None:
    found = whole(there, "search", 400, q="ا")
    fits = ["exact", "begun", "near"]
    assert found == sorted(found, key=lambda each: (fits.index(each["fit"]), -each["claims"], each["id"]))


def test_places_and_actors_are_told_apart(there: str) -> None:
    both = get(there, "search", q="al", limit=1)["total"]
    actors, places = (get(there, "search", q="al", kind=kind) for kind in ("actor", "place"))
    assert actors["total"] + places["total"] == both
    assert {each["kind"] for each in places["items"]} == {"place"}


@pytest.mark.parametrize(
    "typed", ["", "   ", "!!!", "\u0000", "zqxjzqxj", "\"'; DROP", "<script>", "🎈", "a" * 200]
)
def test_what_means_nobody_finds_nobody(address: str, typed: str) -> None:
    assert get(address, "search", q=typed)["items"] == []
