"""``kg evidence``, ``kg why`` and ``kg path``: from a link to the words."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import ROOT, SEED, Kg, run

TEXT = (ROOT / SEED).read_text(encoding="utf-8")


def test_evidence_quotes_the_document_letter_for_letter(kg: Kg) -> None:
    result = kg("evidence", "Hezbollah", "supports", "Syrian government forces", "--json")
    assert result.code == 0
    found = json.loads(result.out)
    assert len(found) >= 3
    for each in found:
        evidence = each["evidence"]
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_evidence_for_people_has_words_place_and_source(kg: Kg) -> None:
    result = kg("evidence", "Hezbollah", "supports", "Syrian government forces")
    assert "مدعومة بحزب الله" in result.out
    assert f"{SEED}, characters 22-58" in result.out
    assert "according to Syrian Observatory for Human Rights" in result.out


def test_evidence_of_a_symmetric_relation_is_found_from_either_side(kg: Kg) -> None:
    one = kg("evidence", "al-Nusra Front", "fights", "Syrian government forces", "--json")
    other = kg("evidence", "Syrian government forces", "fights", "al-Nusra Front", "--json")
    assert one.code == other.code == 0
    assert json.loads(one.out) == json.loads(other.out)


def test_evidence_that_is_not_there_is_a_no_with_a_next_step(kg: Kg) -> None:
    result = kg("evidence", "Syrian government forces", "supports", "Hezbollah")
    assert result.code == 1
    assert result.out == ""
    assert "'kg why'" in result.err


def test_why_leads_an_inferred_link_down_to_sentences_and_their_sources(kg: Kg) -> None:
    result = kg("why", "Hezbollah", "opponentOf", "al-Nusra Front")
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0] == "Hezbollah ←is an opponent of→ al-Nusra Front: inferred"
    assert any(line.strip().startswith("because ") for line in lines)
    assert any("مدعومة بحزب الله" in line for line in lines)
    assert any("according to Syrian Observatory for Human Rights" in line for line in lines)
    assert any(line.startswith("Weakest on the way: asserted") for line in lines)


def test_why_as_data_is_the_same_tree_with_offsets_into_the_text(kg: Kg) -> None:
    found = json.loads(kg("why", "Hezbollah", "opponentOf", "al-Nusra Front", "--json").out)
    assert found["standing"] == "inferred"
    step = found["derivations"][0]["step"]
    assert step["rule"]["wording"]
    for premise in step["premises"]:
        for claim in premise.get("claims", ()):
            evidence = claim["evidence"]
            assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_why_of_an_asserted_link_is_the_claims_themselves(kg: Kg) -> None:
    result = kg("why", "Soleimani", "commands", "Quds Force")
    assert result.code == 0
    assert result.out.startswith("Qasem Soleimani —commands→ Quds Force: asserted")


def test_a_name_in_the_plural_needs_no_verb_in_the_plural(kg: Kg) -> None:
    words = ("Syrian government forces", "fights", "al-Nusra Front")
    for command in ("evidence", "why"):
        out = kg(command, *words).out
        assert "Syrian government forces ←fights→ al-Nusra Front" in out
        assert "forces fights" not in out


def test_why_shows_who_denies_a_premise(tmp_path: Path) -> None:
    store = tmp_path / "store"
    article = (
        "تدعم تركيا أحرار الشام بالسلاح. ونفت تركيا أنها تدعم أحرار الشام. وتقاتل أحرار الشام تنظيم داعش."
    )
    assert run("load", "-", store=store, stdin=article).code == 0
    words = ("why", "Turkey", "opponentOf", "ISIS")
    result = run(*words, store=store)
    assert result.code == 0, result.err
    after = result.out.partition("but less sure, or denied:")[2]
    assert "according to Turkey (denied)" in after
    assert "more claim" not in result.out
    premises = json.loads(run(*words, "--json", store=store).out)["derivations"][0]["step"]["premises"]
    assert ["denied"] in [[claim["modality"] for claim in premise.get("doubts", ())] for premise in premises]


def test_why_says_whose_dates_it_speaks_of(tmp_path: Path) -> None:
    store, reports = tmp_path / "store", tmp_path / "reports.jsonl"
    dated = {"id": "one", "text": "تدعم تركيا أحرار الشام بالسلاح.", "date": "2015-10-16"}
    lines = [dated, {"id": "two", "text": "وتقاتل أحرار الشام تنظيم داعش."}]
    reports.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert run("load", reports, store=store).code == 0
    words = ("why", "Turkey", "opponentOf", "ISIS")
    assert "the premises that are dated share 2015-10-16 to 2015-10-16" in run(*words, store=store).out
    derivation = json.loads(run(*words, "--json", store=store).out)["derivations"][0]
    assert (derivation["earliest"], derivation["undated"]) == ("2015-10-16", 1)
    lines[1]["date"] = "2015-10"
    reports.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert run("load", reports, store=store).code == 0
    assert "all premises share 2015-10-16 to 2015-10-16" in run(*words, store=store).out


def test_why_of_what_does_not_hold_is_a_no(kg: Kg) -> None:
    result = kg("why", "Soleimani", "supports", "ISIS")
    assert result.code == 1
    assert "unsupported" in result.out
    assert "'kg between' shows" in result.out


def test_a_path_leads_from_one_actor_to_the_other_by_links_that_stand(kg: Kg) -> None:
    result = kg("path", "ISIS", "Hezbollah", "--json")
    assert result.code == 0
    shortest = json.loads(result.out)[0]
    here = "https://w3id.org/rawabit/actor/isis"
    for link in shortest:
        ends = {link["subject"]["id"], link["object"]["id"]}
        assert here in ends
        (here,) = ends - {here}
    assert here == "https://w3id.org/rawabit/actor/hezbollah"


def test_a_path_is_drawn_with_labels_and_arrows(kg: Kg) -> None:
    result = kg("path", "ISIS", "Hezbollah", "--most", "1")
    assert result.out.startswith("1. Islamic State ")
    assert "supports" in result.out


def test_no_path_is_a_no_that_names_the_wider_search(kg: Kg) -> None:
    result = kg("path", "Soleimani", "ISIS")
    assert result.code == 1
    assert "--places or --inferred" in result.err


def test_places_are_led_through_on_demand_only(kg: Kg) -> None:
    assert kg("path", "Akram al-Kaabi", "Hezbollah", "--longest", "3").code == 1
    assert kg("path", "Soleimani", "Syrian government forces", "--places").code == 0
