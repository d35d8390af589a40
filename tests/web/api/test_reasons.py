"""Paths and derivations lead down to the sentences, as the command line tells them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from kg.store import Store
from tests.cli.conftest import run
from tests.queries.telling import Said, story, told
from tests.serving import serving
from tests.web.api.asking import BASE, get, status_of


@pytest.fixture(scope="module")
def war() -> Iterator[str]:
    """A supports B in two documents, B fights C; A and D are in one town."""
    one = told("one", Said("a", "supports", "b", by=("s",)), Said("b", "fights", "c"), date="2015-10-02")
    two = told(
        "two",
        Said("a", "supports", "b"),
        Said("a", "supports", "b", modality="denied"),
        Said("a", "presentIn", "place/p"),
        Said("d", "presentIn", "place/p"),
        date="2016-03",
    )
    with story(one, two) as store, serving(store) as where:
        yield where


def leaves(step: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if step["rule"] is None:
        yield step
    for premise in step["premises"]:
        yield from leaves(premise)


def test_an_inferred_link_is_derived_down_to_its_sentences(war: str) -> None:
    why = get(war, "why", subject="actor/a", relation="opponentOf", object_="actor/c")
    assert why["link"]["inferred"]
    assert why["standing"] == "inferred"
    assert why["complete"]
    step = why["arguments"][0]["step"]
    assert step["rule"]["label"]
    grounds = {each["link"]["relation"]: each for each in leaves(step)}
    assert grounds.keys() == {"supports", "fights"}
    assert grounds["supports"]["claims_total"] == 3
    assert [each["modality"] for each in grounds["supports"]["claims"]] == ["asserted", "asserted", "denied"]
    assert all(each["evidence"]["quote"] for each in grounds["supports"]["claims"])


def test_what_is_stated_rests_on_itself_and_what_nothing_states_on_nothing(war: str) -> None:
    stated = get(war, "why", subject="actor/a", relation="supports", object_="actor/b")
    assert (stated["standing"], stated["arguments"][0]["step"]["rule"]) == ("asserted", None)
    assert stated["link"]["contradicted"]
    assert (stated["link"]["claims"], stated["link"]["documents"]) == (2, 2)
    nothing = get(war, "why", subject="actor/c", relation="commands", object_="actor/a")
    assert (nothing["standing"], nothing["arguments"]) == ("unsupported", [])


def test_a_path_is_walked_both_ways_with_counts(war: str) -> None:
    (chain,) = get(war, "path", from_="actor/c", to="actor/a")["paths"]
    assert [(each["relation"], each["documents"]) for each in chain] == [("fights", 1), ("supports", 2)]
    assert get(war, "path", from_="actor/a", to="actor/d")["paths"] == []
    assert len(get(war, "path", from_="actor/a", to="actor/d", places="true")["paths"]) == 1
    inferred = get(war, "path", from_="actor/a", to="actor/c", inferred="true")["paths"]
    assert all(len(each) == 1 and each[0]["inferred"] for each in inferred)
    assert inferred


def test_a_path_to_oneself_or_to_nobody_is_refused(war: str) -> None:
    assert status_of(war, "path", from_="actor/a", to="actor/a")[0] == 400
    assert status_of(war, "path", from_="actor/a", to="actor/nobody")[0] == 404
    assert status_of(war, "path", from_="actor/a")[0] == 422
    assert status_of(war, "path", from_="actor/a", to="actor/b", longest=9)[0] == 422


def test_paths_are_those_of_the_command_line(there: str, made: Store, hub: str) -> None:
    other = get(there, "search", q="a", limit=12)["items"][-1]["id"]
    assert made.layout is not None
    out = json.loads(run("path", BASE + hub, other, "--json", store=made.layout.folder).out)
    found = get(there, "path", from_=hub, to=other)["paths"]
    assert out
    assert [
        [(each["subject"]["id"], each["relation"], each["object"]["id"]) for each in chain] for chain in found
    ] == [
        [(each["subject"]["id"], each["relation"], each["object"]["id"]) for each in chain] for chain in out
    ]
