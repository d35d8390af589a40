"""Links, networks and the page of an actor: counts agree with the claims, and with what the command line says."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import Any

import pytest

from kg.query.said import Said, said_of
from kg.store import Store
from tests.cli.conftest import run
from tests.web.api.asking import BASE, get, post, status_of, whole


def key(link: dict[str, Any]) -> tuple[str, str, str, str]:
    return link["subject"]["id"], link["relation"], link["object"]["id"], link["modality"] or "inferred"


def gathered(said: tuple[Said, ...]) -> dict[tuple[str, str, str, str], list[Said]]:
    found = defaultdict(list)
    for each in said:
        found[each.subject, each.relation, each.object, each.modality.value].append(each)
    return found


def test_pages_of_links_join_to_the_whole_with_the_counts_of_the_claims(
    there: str, made: Store, hub: str
) -> None:
    claims = gathered(said_of(made, [BASE + hub]))
    links = whole(there, "links", 7, of=hub, modality="any", inferred="false")
    assert {key(each) for each in links} == claims.keys()
    for link in links:
        own = claims[key(link)]
        assert link["claims"] == len(own)
        assert link["documents"] == len({each.document for each in own})
        assert link["voices"] == len({voice for each in own for voice in each.voices})
        assert link["earliest"] == min(each.earliest or "" for each in own)
        assert link["latest"] == max(each.latest or "" for each in own)
    assert [each["documents"] for each in links] == sorted(
        (each["documents"] for each in links), reverse=True
    )


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"relation": "fights"},
        {"relation": ["supports", "commands"], "direction": "out"},
        {"modality": "denied"},
        {"since": "2015", "until": "2019-06"},
        {"source": "Agency 0"},
        {"inferred": "false", "direction": "in"},
    ],
    ids=str,
)
def test_filters_agree_with_the_command_line(
    there: str, made: Store, hub: str, asked: dict[str, Any]
) -> None:
    options: list[object] = []
    for name, value in asked.items():
        if name == "inferred":
            options.append("--no-inferred")
        else:
            for one in [value] if isinstance(value, str) else value:
                options += [f"--{name}", one]
    assert made.layout is not None
    told = run("links", BASE + hub, *options, "--json", store=made.layout.folder)
    expected = {
        (each["subject"]["id"], each["relation"], each["object"]["id"], each["modality"] or "inferred"): (
            len(each["claims"]),
            len(each["documents"]),
            each["earliest"],
            each["latest"],
        )
        for each in json.loads(told.out or "[]")
    }
    found = whole(there, "links", 100, of=hub, **asked)
    assert expected
    assert {
        key(each): (each["claims"], each["documents"], each["earliest"], each["latest"]) for each in found
    } == expected


def test_all_links_of_the_store_come_once_most_documents_first(there: str) -> None:
    links = whole(there, "links", 90, modality="any")
    assert sum(each["claims"] for each in links) == get(there, "status")["claims"]
    assert [each["documents"] for each in links] == sorted(
        (each["documents"] for each in links), reverse=True
    )
    commands = whole(there, "links", 50, relation="commands")
    assert commands == [
        each for each in links if each["relation"] == "commands" and each["modality"] == "asserted"
    ]


def test_all_links_are_not_filtered_by_date_alone(there: str) -> None:
    status, problem = status_of(there, "links", since="2015")
    assert status == 400
    assert "of=" in problem["detail"]


def test_a_network_holds_the_links_among_its_members_and_no_others(there: str) -> None:
    links = whole(there, "links", 100, modality="any")
    members = [each["path"] for each in get(there, "search", q="a", limit=12)["items"]]
    network = get(there, "network", id=members, modality="any", inferred="false")
    ids = {BASE + path for path in members}
    assert {key(each) for each in network["links"]} == {
        key(each) for each in links if {each["subject"]["id"], each["object"]["id"]} <= ids
    }
    assert network["total"] == len(network["links"]) > 0
    assert post(there, "network", {"ids": members}, modality="any", inferred="false") == (200, network)
    later = get(there, "network", id=members, modality="any", since="2016", inferred="false")
    assert 0 < later["total"] < network["total"]


def test_a_network_answers_for_those_whom_the_store_knows_and_names_the_others(there: str) -> None:
    members = [each["path"] for each in get(there, "search", q="a", limit=12)["items"]]
    strangers = ["actor/nobody", "https://example.org/actor/x", "actor/<x>", "  "]
    network = get(there, "network", id=members, modality="any")
    assert network["total"] > 0
    assert get(there, "network", id=[*strangers, *members], modality="any") == {
        **network,
        "unknown": strangers,
    }


def test_a_page_of_an_actor_counts_what_its_links_come_to(there: str, made: Store, hub: str) -> None:
    said = said_of(made, [BASE + hub])
    page = get(there, "entity", id=hub)
    assert page["claims"] == len(said)
    assert page["documents"] == len({each.document for each in said})
    symmetric = {each["name"] for each in get(there, "ontology")["relations"] if each["symmetric"]}
    expected: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for each in said:
        way = "out" if each.subject == BASE + hub else "in"
        expected[each.relation, "both" if each.relation in symmetric else way, each.modality.value].append(
            each
        )
    ties = {
        (tie["relation"], tie["direction"], tie["modality"]): tie
        for tie in page["ties"]
        if not tie["inferred"]
    }
    assert ties.keys() == expected.keys()
    for of, own in expected.items():
        assert ties[of]["claims"] == len(own)
        assert ties[of]["documents"] == len({each.document for each in own})
        assert ties[of]["others"] == len({each.subject for each in own} | {each.object for each in own}) - 1
    spoken = Counter(each.speaker for each in said)
    assert {
        source["id"] or source["name"]: source["claims"] for source in whole(there, "sources", 30, entity=hub)
    } == {who: count for who, count in spoken.items() if who}


def test_an_actor_of_the_seed_has_names_facts_and_ties(address: str) -> None:
    page = get(address, "entity", id="actor/hezbollah")
    assert (page["label"], page["label_ar"], page["kind"]) == ("Hezbollah", "حزب الله", "actor")
    assert "Hizbullah" in page["names"] or "Hizballah" in page["names"]
    assert {"property", "label", "label_ar", "direction", "value", "from", "until"} == set(page["facts"][0])
    assert page == get(address, "entity", id=page["id"])


@pytest.mark.parametrize(
    "unknown", ["actor/nobody", "hezbollah", "https://example.org/actor/x", "actor/<x>", "  "]
)
def test_an_unknown_id_is_not_found_and_there_is_a_way_out(address: str, unknown: str) -> None:
    for path, name in [("entity", "id"), ("links", "of"), ("sources", "entity")]:
        status, problem = status_of(address, path, **{name: unknown})
        assert status == 404
        assert "/api/search" in problem["detail"]


@pytest.mark.parametrize(
    "asked",
    [
        {"limit": 0},
        {"limit": 501},
        {"offset": -1},
        {"modality": "sure"},
        {"since": "yesterday"},
        {"inferred": "maybe"},
    ],
    ids=str,
)
def test_a_parameter_out_of_bounds_is_refused_by_name(address: str, asked: dict[str, Any]) -> None:
    status, problem = status_of(address, "links", **asked)
    assert status == 422
    assert next(iter(asked)) in problem["detail"]


def test_a_date_that_is_none_is_refused(address: str) -> None:
    assert status_of(address, "links", since="2015-13")[0] == 400
    assert status_of(address, "links", since="2016", until="2015")[0] == 400
    assert status_of(address, "links", relation="hugs")[0] == 404


HEARD: list[dict[str, Any]] = [{}, {"since": "2015", "until": "2017-06"}, {"source": "Agency 0"}]
"""From whom and of when what is counted may be."""


@pytest.mark.parametrize("heard", HEARD, ids=str)
def test_what_a_page_counts_as_ties_is_what_links_list(there: str, hub: str, heard: dict[str, Any]) -> None:
    ties = get(there, "entity", id=hub, **heard)["ties"]
    assert bool(heard) != any(tie["inferred"] for tie in ties)
    for tie in ties:
        links = whole(
            there,
            "links",
            100,
            of=hub,
            relation=tie["relation"],
            exact="true",
            direction=tie["direction"],
            modality=tie["modality"] or "asserted",
            inferred=str(tie["inferred"]).lower(),
            said=str(not tie["inferred"]).lower(),
            **heard,
        )
        assert {each["relation"] for each in links} == {tie["relation"]}
        assert {each["inferred"] for each in links} == {tie["inferred"]}
        others = {
            each["object"]["path"] if each["subject"]["path"] == hub else each["subject"]["path"]
            for each in links
        }
        assert len(others) == tie["others"]
        assert sum(each["claims"] for each in links) == tie["claims"]
