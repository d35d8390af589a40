"""``kg links`` and ``kg between``."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Kg


def links(kg: Kg, *words: str) -> list[dict[str, Any]]:
    result = kg("links", *words, "--json")
    assert result.code in {0, 1}, result.err
    found: list[dict[str, Any]] = json.loads(result.out)
    assert result.code == (0 if found else 1)
    return found


def triples(found: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    return {(each["subject"]["label"], each["relation"], each["object"]["label"]) for each in found}


@pytest.mark.parametrize(
    "name",
    [
        "Soleimani",
        "Qasem Soleimani",
        "قاسم سليماني",
        "سلیمانی",
        "qasem-soleimani",
        "https://w3id.org/rawabit/actor/qasem-soleimani",
    ],
)
def test_an_actor_is_found_by_name_in_any_script_by_part_and_by_id(kg: Kg, name: str) -> None:
    found = triples(links(kg, name))
    assert ("Qasem Soleimani", "commands", "Quds Force") in found
    assert ("Qasem Soleimani", "presentIn", "Aleppo") in found


def test_the_table_shows_labels_arrows_counts_sources_and_where_it_comes_from(kg: Kg) -> None:
    result = kg("links", "Soleimani")
    assert result.code == 0
    assert "→ commands" in result.out
    assert "Syrian opposition" in result.out
    assert "asserted" in result.out
    assert "http" not in result.out
    assert "\u2068" not in result.out


def test_an_incoming_link_has_an_arrow_the_other_way_and_a_symmetric_one_both(kg: Kg) -> None:
    result = kg("links", "Syrian government forces", "--no-inferred")
    assert "← supports" in result.out
    assert "↔ fights" in result.out


def test_a_relation_takes_those_below_it_along(kg: Kg) -> None:
    found = links(kg, "Russian Air Force", "--relation", "supports", "--no-inferred")
    assert {each["relation"] for each in found} == {"givesAirSupportTo"}


@pytest.mark.parametrize("relation", ["يدعم", "supports", "SUPPORTS"])
def test_a_relation_is_named_in_either_language(kg: Kg, relation: str) -> None:
    found = triples(links(kg, "Hezbollah", "-r", relation, "--no-inferred"))
    assert found == {("Hezbollah", "supports", "Syrian government forces")}


def test_the_direction_is_seen_from_the_actor(kg: Kg) -> None:
    everything = links(kg, "Syrian government forces", "-r", "supports", "--no-inferred")
    assert everything
    assert links(kg, "Syrian government forces", "-r", "supports", "-d", "out", "--no-inferred") == []
    assert links(kg, "Syrian government forces", "-r", "supports", "-d", "in", "--no-inferred") == everything


def test_a_symmetric_relation_runs_both_ways(kg: Kg) -> None:
    one = triples(links(kg, "al-Nusra Front", "-r", "fights", "-d", "out"))
    assert one == triples(links(kg, "al-Nusra Front", "-r", "fights", "-d", "in"))
    assert one


def test_doubtful_links_are_left_out_counted_and_shown_on_demand(kg: Kg) -> None:
    result = kg("links", "Hezbollah")
    assert "not shown: 1 unconfirmed; see them with --modality any" in result.err
    assert ("Hezbollah", "controls", "al-Burqum") not in triples(links(kg, "Hezbollah"))
    assert ("Hezbollah", "controls", "al-Burqum") in triples(links(kg, "Hezbollah", "-m", "any"))
    only = links(kg, "Hezbollah", "--modality", "unconfirmed")
    assert {each["modality"] for each in only} == {"unconfirmed"}


def test_a_source_filters_and_hides_what_is_inferred(kg: Kg) -> None:
    found = links(kg, "Hezbollah", "--source", "SOHR")
    assert triples(found) == {("Hezbollah", "supports", "Syrian government forces")}
    assert all(source["label"].startswith("Syrian Observatory") for source in found[0]["sources"])


def test_undated_claims_satisfy_no_date(kg: Kg) -> None:
    assert links(kg, "Hezbollah", "--since", "2015-10", "--until", "2016") == []
    result = kg("links", "Hezbollah", "--since", "2015-10")
    assert "not shown: 1 without a date; see them without --since and --until" in result.err
    assert "without a date" not in kg("links", "Hezbollah").err


def test_a_period_that_ends_before_it_begins_is_refused(kg: Kg) -> None:
    result = kg("links", "Hezbollah", "--since", "2016", "--until", "2015")
    assert result.code == 2
    assert "2016-01-01 is after 2015-12-31" in result.err


def test_inferred_links_stand_apart_and_can_be_left_out(kg: Kg) -> None:
    found = links(kg, "Hezbollah", "-r", "opponentOf")
    assert ("Hezbollah", "opponentOf", "al-Nusra Front") in {
        (min(one, two), relation, max(one, two)) for one, relation, two in triples(found)
    }
    assert all(each["inferred"] and each["modality"] is None and not each["claims"] for each in found)
    assert links(kg, "Hezbollah", "-r", "opponentOf", "--no-inferred") == []


def test_the_other_side_of_an_asserted_link_is_not_shown_as_inferred(kg: Kg) -> None:
    found = links(kg, "Quds Force")
    assert not [each for each in found if each["relation"] == "commandedBy"]


def test_hops_lead_on_through_actors(kg: Kg) -> None:
    found = links(kg, "Soleimani", "--hops", "2", "--no-inferred")
    assert ("Quds Force", "partOf", "Islamic Revolutionary Guard Corps") in triples(found)
    assert {each["hop"] for each in found} == {1, 2}
    shown = kg("links", "Soleimani", "--hops", "2")
    assert "hop" in shown.out


def test_a_place_can_be_asked_about_too(kg: Kg) -> None:
    assert ("Qasem Soleimani", "presentIn", "Aleppo") in triples(links(kg, "حلب"))


def test_an_actor_without_links_is_a_no(kg: Kg) -> None:
    result = kg("links", "Iraq", "--no-inferred")
    assert result.code == 1
    assert result.out == ""
    assert result.err.startswith("no links of Iraq match")


def test_a_near_miss_is_taken_and_said(kg: Kg) -> None:
    result = kg("links", "Solimanni")
    assert result.code == 0
    assert "taking 'Solimanni' as Qasem Soleimani" in result.err


def test_between_shows_every_modality_both_ways(kg: Kg) -> None:
    result = kg("between", "Syrian government forces", "حزب الله", "--json")
    assert result.code == 0
    assert ("Hezbollah", "supports", "Syrian government forces") in triples(json.loads(result.out))
    assert "Hezbollah" in kg("between", "Syrian government forces", "حزب الله").out


def test_between_two_who_have_nothing_to_do_with_each_other_names_the_next_step(kg: Kg) -> None:
    result = kg("between", "Soleimani", "ISIS")
    assert result.code == 1
    assert "'kg path' looks for a way through others" in result.err
