"""Timeline, places, contradictions and sources: their counts are those of the claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from kg.query.lookup import look_up
from kg.query.said import Said as InShort
from kg.query.said import said_between
from kg.store import Store
from tests.queries.telling import Said, story, told
from tests.serving import serving
from tests.web.api.asking import BASE, get, status_of, whole


@pytest.fixture(scope="module")
def everything(there: str, made: Store) -> dict[str, InShort]:
    """Each claim of the generated store, in short."""
    named = [row["entity"] or "" for row in look_up(made, "claims-counted")]
    found = {each.claim: each for each in said_between(made, named, named)}
    assert len(found) == get(there, "status")["claims"]
    return found


def told_by_month(timeline: dict[str, Any]) -> dict[tuple[str, str, str], tuple[int, int]]:
    return {
        (each["month"], each["relation"], each["modality"]): (each["claims"], each["documents"])
        for each in timeline["months"]
    }


def by_month(said: list[InShort]) -> dict[tuple[str, str, str], tuple[int, int]]:
    groups: dict[tuple[str, str, str], list[InShort]] = defaultdict(list)
    for each in said:
        groups[(each.earliest or "")[:7], each.relation, each.modality.value].append(each)
    return {of: (len(own), len({each.document for each in own})) for of, own in groups.items()}


def test_the_timeline_counts_every_claim_once(there: str, everything: dict[str, InShort], hub: str) -> None:
    assert told_by_month(get(there, "timeline")) == by_month(list(everything.values()))
    own = [each for each in everything.values() if BASE + hub in (each.subject, each.object)]
    assert told_by_month(get(there, "timeline", entity=hub)) == by_month(own)
    denied = [each for each in everything.values() if each.modality == "denied"]
    assert told_by_month(get(there, "timeline", modality="denied")) == by_month(denied)
    agency = [each for each in everything.values() if each.publisher == "Agency 0"]
    assert told_by_month(get(there, "timeline", source="Agency 0")) == by_month(agency)


def test_a_year_stays_a_year_and_what_has_no_date_is_counted_apart() -> None:
    said = told(
        "one",
        Said("a", "supports", "b", date="2015"),
        Said("a", "fights", "c", date="2015-03-04"),
        Said("b", "fights", "c"),
    )
    with story(said) as store, serving(store) as where:
        for asked in ({}, {"entity": "actor/a"}):
            found = get(where, "timeline", **asked)
            assert [each["month"] for each in found["months"]] == ["2015", "2015-03"]
        assert get(where, "timeline")["undated"] == 1
        assert get(where, "timeline", relation="fights")["undated"] == 1
        assert get(where, "timeline", entity="actor/b")["undated"] == 1
        (later,) = get(where, "timeline", since="2015-04")["months"]
        assert later["month"] == "2015"


@pytest.mark.parametrize(
    "asked", [{}, {"relation": "controls"}, {"since": "2016", "modality": "asserted"}], ids=str
)
def test_places_count_what_happens_there(
    there: str, everything: dict[str, InShort], asked: dict[str, str]
) -> None:
    claims: dict[str, set[str]] = defaultdict(set)
    documents: dict[str, set[str]] = defaultdict(set)
    for each in everything.values():
        if each.relation != asked.get("relation", each.relation):
            continue
        if each.modality != asked.get("modality", each.modality) or (each.latest or "") < asked.get(
            "since", ""
        ):
            continue
        for place in {each.place, each.object}:
            if place and "/place/" in place:
                claims[place].add(each.claim)
                documents[place].add(each.document)
    found = whole(there, "places", 40, **asked)
    assert {row["place"]["id"]: (row["claims"], row["documents"]) for row in found} == {
        place: (len(claims[place]), len(documents[place])) for place in claims
    }
    assert all(0 < len(row["actors"]) <= 5 for row in found)
    assert all({actor["kind"] for actor in row["actors"]} == {"actor"} for row in found)


def test_the_actors_at_a_place_are_the_same_however_they_are_counted(there: str) -> None:
    everywhere = {row["place"]["id"]: row for row in whole(there, "places", 500)}
    counted = {row["place"]["id"]: row for row in whole(there, "places", 500, modality="any")}
    assert everywhere == counted


@pytest.fixture(scope="module")
def quarrel() -> Iterator[str]:
    """Two of whom it is said that they are friends and that they fight, and one thing that is denied."""
    one = told("one", Said("a", "supports", "b", by=("s",)), Said("c", "supports", "d"), date="2015-10-02")
    two = told(
        "two", Said("b", "attacks", "a"), Said("a", "presentIn", "place/p"), publisher="Paper", date="2016-03"
    )
    three = told(
        "three", Said("c", "supports", "d", modality="denied"), Said("a", "alliedWith", "b"), date="2017"
    )
    with story(one, two, three) as store, serving(store) as where:
        yield where


def pairs(found: list[dict[str, Any]]) -> dict[tuple[str, str], set[tuple[str, str]]]:
    return {
        (each["one"]["path"], each["other"]["path"]): {
            (side["relation"], side["modality"]) for side in each["sides"]
        }
        for each in found
    }


def test_what_contradicts_itself_is_kept_and_shown_side_by_side(quarrel: str) -> None:
    found = whole(quarrel, "contradictions", 1)
    assert pairs(found) == {
        ("actor/a", "actor/b"): {
            ("supports", "asserted"),
            ("attacks", "asserted"),
            ("alliedWith", "asserted"),
        },
        ("actor/c", "actor/d"): {("supports", "asserted"), ("supports", "denied")},
    }
    (attack,) = (side for side in found[0]["sides"] if side["relation"] == "attacks")
    assert (attack["voices"], attack["earliest"], attack["latest"]) == (["Paper"], "2016-03-01", "2016-03-31")
    assert get(quarrel, "entity", id="actor/a")["contradicted"] == 1
    flags = {
        (link["relation"], link["modality"]): link["contradicted"]
        for link in whole(quarrel, "links", 10, of="actor/a", inferred="false")
    }
    assert flags == {
        ("supports", "asserted"): True,
        ("attacks", "asserted"): True,
        ("alliedWith", "asserted"): True,
        ("presentIn", "asserted"): False,
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"entity": "actor/b"}, "a"),
        ({"entity": "place/p"}, ""),
        ({"relation": "attacks"}, "a"),
        ({"modality": "denied"}, "c"),
        ({"source": "Paper"}, "a"),
        ({"source": "Nobody"}, ""),
        ({"since": "2017"}, "ac"),
        ({"until": "2015"}, "ac"),
        ({"entity": "actor/a", "since": "2018"}, ""),
    ],
    ids=str,
)
def test_contradictions_are_chosen_by_one_of_their_sides(
    quarrel: str, asked: dict[str, str], expected: str
) -> None:
    found = whole(quarrel, "contradictions", 10, **asked)
    assert {each["one"]["label"] for each in found} == set(expected)
    assert all(len(each["sides"]) > 1 for each in found)


def test_contradictions_of_the_whole_store_are_those_of_its_actors(there: str, hub: str) -> None:
    everywhere = whole(there, "contradictions", 20)
    own = [each for each in everywhere if hub in (each["one"]["path"], each["other"]["path"])]
    assert own
    assert own == whole(there, "contradictions", 20, entity=hub)
    assert get(there, "entity", id=hub)["contradicted"] == len(own)


def test_all_sources_are_those_who_speak_in_the_last_instance(
    there: str, everything: dict[str, InShort]
) -> None:
    spoken = Counter(each.speaker for each in everything.values())
    found = whole(there, "sources", 30)
    assert {each["id"] or each["name"]: each["claims"] for each in found} == dict(spoken)
    documents = defaultdict(set)
    for each in everything.values():
        documents[each.speaker].add(each.document)
    assert {each["id"] or each["name"]: each["documents"] for each in found} == {
        who: len(those) for who, those in documents.items()
    }


def test_unknown_actors_are_not_found(there: str) -> None:
    for path in ("timeline", "places", "contradictions", "documents"):
        assert status_of(there, path, entity="actor/nobody")[0] == 404
