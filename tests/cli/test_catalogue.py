"""``kg actors``, ``actor``, ``queries``, ``query``, ``stats``, ``ontology`` and ``doctor``."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Kg, run


def test_actors_lists_whom_documents_name_the_most_named_first(kg: Kg) -> None:
    found = json.loads(kg("actors", "--json").out)
    counts = [each["claims"] for each in found]
    assert counts == sorted(counts, reverse=True)
    assert min(counts) > 0
    assert {"Hezbollah", "Qasem Soleimani"} <= {each["label"] for each in found}
    table = kg("actors")
    assert "Hezbollah" in table.out
    assert "حزب الله" in table.out


def test_actors_can_be_searched_by_text_class_and_in_the_whole_registry(kg: Kg) -> None:
    named = {each["label"] for each in json.loads(kg("actors", "النصره", "--json").out)}
    assert named == {"al-Nusra Front"}
    persons = json.loads(kg("actors", "--type", "Person", "--json").out)
    assert {each["type"] for each in persons} == {"Person"}
    assert len(json.loads(kg("actors", "--type", "Person", "--all", "--json").out)) > len(persons)
    places = json.loads(kg("actors", "--places", "--json").out)
    assert "Aleppo" in {each["label"] for each in places}


def test_actors_that_are_not_there_are_a_no(kg: Kg) -> None:
    result = kg("actors", "Napoleon")
    assert result.code == 1
    assert "--all" in result.err


def test_an_actor_has_names_registry_facts_with_dates_and_links(kg: Kg) -> None:
    result = kg("actor", "Soleimani")
    assert "Qasem Soleimani / قاسم سليماني" in result.out
    assert re.search(r"→ commands +Quds Force +1998 +2020-01-03", result.out)
    assert "is present in" in result.out
    found = json.loads(kg("actor", "Soleimani", "--json").out)
    assert found["type"] == "Person"
    assert "سليماني" in found["names"]


def test_long_lists_of_names_are_counted_and_shown_on_demand(kg: Kg) -> None:
    some, everything = kg("actor", "Hezbollah"), kg("actor", "Hezbollah", "--all")
    assert re.search(r"also: Hezballah, .* and \d+ more \(--all\)", some.out)
    assert re.search(r"also: [ء-ي].* and \d+ more \(--all\)", some.out)
    assert "(--all)" not in everything.out
    names = json.loads(kg("actor", "Hezbollah", "--json").out)["names"]
    assert all(name in everything.out for name in names)
    assert max(map(len, some.out.splitlines())) < max(map(len, everything.out.splitlines()))


def test_a_place_has_its_page_with_where_it_lies(kg: Kg) -> None:
    result = kg("actor", "Aleppo")
    assert result.code == 0, result.err
    assert re.search(r"→ lies within +Aleppo Governorate", result.out)
    assert re.search(r"latitude +36\.", result.out)
    assert "Qasem Soleimani" in result.out
    assert json.loads(kg("actor", "حلب", "--json").out)["type"] == "City"


@pytest.mark.parametrize("name", ["armed group", "ArmedGroup", "armedgroup", "جماعة مسلحة", "rw:ArmedGroup"])
def test_a_term_is_named_by_its_label_too(name: str) -> None:
    assert "rw:ArmedGroup" in run("ontology", "show", name).out


def test_queries_lists_each_query_with_its_question(kg: Kg) -> None:
    found = json.loads(kg("queries", "--json").out)
    assert len(found) >= 16
    assert all(each["summary"] for each in found)
    assert "who-supports-whom" in kg("queries").out
    assert "SELECT" in kg("queries", "who-supports-whom").out


def test_a_query_answers_in_a_table_json_and_csv_alike(kg: Kg) -> None:
    table, data, sheet = (
        kg("query", "who-supports-whom", *option) for option in ((), ("--json",), ("--csv",))
    )
    assert table.code == data.code == sheet.code == 0
    assert "Hezbollah" in table.out
    assert "http" not in table.out
    rows = json.loads(data.out)
    assert len(rows) == len(list(csv.DictReader(io.StringIO(sheet.out))))
    assert {"Hezbollah"} <= {row["supporter_en"] for row in rows}


def test_a_parameter_takes_a_name_in_any_script_and_several_values(kg: Kg) -> None:
    one = json.loads(kg("query", "who-supports-whom", "-p", "supporter=حزب الله", "--json").out)
    assert {row["supporter_en"] for row in one} == {"Hezbollah"}
    both = kg(
        "query",
        "who-supports-whom",
        "-p",
        "supporter=Hezbollah",
        "-p",
        "supporter=Russian Air Force",
        "--json",
    )
    assert len({row["supporter"] for row in json.loads(both.out)}) == 2


def test_a_query_of_ones_own_runs_from_its_file(kg: Kg, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(
        "SELECT (COUNT(*) AS ?claims) { ?c a <https://w3id.org/rawabit/ontology#Claim> }", encoding="utf-8"
    )
    result = kg("query", file, "--json")
    assert result.code == 0, result.err
    assert json.loads(result.out)[0]["claims"] > 20


def test_an_answer_that_was_cut_says_so(kg: Kg, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("SELECT * { ?s ?p ?o }", encoding="utf-8")
    result = kg("query", file, "--row-limit", "3", "--json")
    assert len(json.loads(result.out)) == 3
    assert "this is not the whole answer" in result.err


def test_a_query_that_takes_too_long_ends_with_the_code_for_that(kg: Kg, tmp_path: Path) -> None:
    file = tmp_path / "slow.rq"
    file.write_text("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", encoding="utf-8")
    result = kg("query", file, "--time-limit", "1")
    assert result.code == 124
    assert "limit of 1 seconds" in result.err


@pytest.mark.parametrize(("name", "code"), [("ArmedGroup", 0), ("Nonsense", 1)])
def test_a_question_for_yes_or_no_ends_with_the_code_for_it(
    kg: Kg, tmp_path: Path, name: str, code: int
) -> None:
    file = tmp_path / "ask.rq"
    file.write_text(f"ASK {{ ?s a <https://w3id.org/rawabit/ontology#{name}> }}", encoding="utf-8")
    result = kg("query", file, "--json")
    assert (result.code, json.loads(result.out)) == (code, [{"answer": code == 0}])


def test_a_query_without_rows_is_a_no(kg: Kg) -> None:
    result = kg("query", "who-supports-whom", "-p", "supporter=ISIS")
    assert result.code == 1
    assert result.err == "no rows\n"


def test_stats_counts_what_is_in(kg: Kg) -> None:
    found = json.loads(kg("stats", "--json").out)
    assert found["documents"] == 1
    assert found["claims"] == sum(found["by_modality"].values())
    assert "inferred links" in kg("stats").out


def test_ontology_lists_and_shows_terms_in_both_languages() -> None:
    relations = json.loads(run("ontology", "list", "--kind", "relation", "--json").out)
    assert {"supports", "fights", "commands"} <= {each["name"] for each in relations}
    shown = run("ontology", "show", "fights")
    assert "fights / يقاتل (rw:fights, relation)" in shown.out
    assert "holds: both ways" in shown.out
    assert run("ontology", "list", "--module", "nowhere").code == 1


def test_ontology_check_names_what_is_wrong_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix e: <https://example.org/> .\n"
        "e:A a owl:Class ; owl:disjointWith e:B . e:B a owl:Class . e:x a e:A , e:B .",
        encoding="utf-8",
    )
    result = run("ontology", "check", file)
    assert result.code == 1
    assert "consistent: no" in result.out
    assert result.out.splitlines()[-1] == "checked: 1 file"


def test_doctor_finds_a_sound_store_well_and_a_missing_one_not(kg: Kg, tmp_path: Path) -> None:
    result = kg("doctor", "--json")
    assert result.code == 0, result.out
    assert {each["health"] for each in json.loads(result.out)} <= {"good", "note"}
    assert {"links", "inferences", "registry"} <= {each["check"] for each in json.loads(result.out)}
    missing = run("doctor", store=tmp_path / "nowhere")
    assert missing.code == 1
    assert "kg load" in missing.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_each_shell(shell: str) -> None:
    result = run("completion", shell)
    assert result.code == 0
    assert "_KG_COMPLETE" in result.out
