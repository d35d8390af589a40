"""``kg load``, ``remove``, ``extract``, ``export`` and ``validate``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

from tests.cli.conftest import ROOT, SEED, Kg, run

ARTICLE = "قال المرصد السوري لحقوق الإنسان إن اشتباكات عنيفة دارت بين جبهة النصرة وحزب الله في حلب."


def dump(store: Path) -> str:
    return run("export", "nquads", store=store).out


def test_loading_says_what_became_of_each_document(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    result = run("load", file, "--json", store=tmp_path / "store")
    assert result.code == 0, result.err
    (outcome,) = json.loads(result.out)
    assert outcome["status"] == "loaded"
    assert outcome["claims"] > 0


def test_loading_twice_changes_nothing_and_says_so(own: Path) -> None:
    before = dump(own)
    result = run("load", SEED, store=own)
    assert result.code == 0
    assert result.out.startswith("unchanged: ")
    assert dump(own) == before


def test_a_document_can_come_by_a_pipe(tmp_path: Path) -> None:
    result = run("load", "-", store=tmp_path / "store", stdin=ARTICLE)
    assert result.code == 0, result.err
    assert run("links", "al-Nusra Front", store=tmp_path / "store").code == 0


def test_what_a_user_says_of_a_document_is_kept(tmp_path: Path) -> None:
    said = ("--date", "2015-10-16", "--source", "Elaph", "--url", "https://example.org/a")
    assert run("load", "-", *said, store=tmp_path / "store", stdin=ARTICLE).code == 0
    (row,) = json.loads(run("query", "documents", "--json", store=tmp_path / "store").out)
    assert (row["date"], row["publisher"]) == ("2015-10-16", "Elaph")
    links = ("links", "al-Nusra Front", "--no-inferred", "--source", "elaph", "--since", "2015-10", "--json")
    (link,) = json.loads(run(*links, "-r", "fights", store=tmp_path / "store").out)
    assert (link["earliest"], link["latest"]) == ("2015-10-16", "2015-10-16")
    assert run(*links, "--until", "2015-10-15", store=tmp_path / "store").code == 1


def test_a_store_keeps_the_base_it_was_made_with(tmp_path: Path) -> None:
    store, base = tmp_path / "store", "https://example.org/graph/"
    assert run("load", "-", "--base", base, store=store, stdin=ARTICLE).code == 0
    assert f"{base}document/" in run("export", "nquads", store=store).out
    assert run("links", "al-Nusra Front", store=store).code == 0
    other = run("load", SEED, "--base", "https://example.com/", store=store)
    assert other.code == 2
    assert "was made with the base IRI" in other.err


def test_what_can_be_read_goes_in_beside_what_cannot(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(ARTICLE, encoding="utf-8")
    bad.write_bytes(b"\x00\x01\x02\xff" * 64)
    result = run("load", good, bad, tmp_path / "missing.txt", store=tmp_path / "store")
    assert result.code == 3
    assert "loaded: " in result.out
    assert len([line for line in result.err.splitlines() if line.startswith("unreadable: ")]) == 2
    assert "bad.txt" in result.err
    assert "missing.txt" in result.err


def test_removing_leaves_no_trace(tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    assert run("load", SEED, store=store).code == 0
    before = dump(store)
    assert run("load", file, store=store).code == 0
    assert dump(store) != before
    result = run("remove", file, store=store)
    assert result.code == 0
    assert result.out.startswith(f"removed: {file}, ")
    assert dump(store) == before


def test_removing_an_unknown_document_names_the_near_ones(own: Path) -> None:
    before = dump(own)
    result = run("remove", "seeds/000_68efaf64409b224.txt", store=own)
    assert result.code == 1
    assert f"did you mean {SEED}?" in result.err
    assert dump(own) == before


def test_a_document_is_removed_by_the_name_that_tables_show(own: Path) -> None:
    (row,) = json.loads(run("query", "documents", "--json", store=own).out)
    result = run("remove", f"document:{row['document'].rpartition('/')[2]}", store=own)
    assert result.code == 0, result.err
    assert result.out.startswith(f"removed: {SEED}, ")


def test_what_is_found_is_removed_and_the_rest_named(own: Path) -> None:
    result = run("remove", "nowhere.txt", SEED, store=own)
    assert result.code == 3
    assert result.out.startswith(f"removed: {SEED}, ")
    assert result.err == "kg: no document is called 'nowhere.txt'; 'kg query documents' lists all\n"
    assert json.loads(run("stats", "--json", store=own).out)["documents"] == 0


def test_extract_prints_a_claim_a_line_with_offsets_into_the_text() -> None:
    result = run("extract", SEED, "--format", "jsonl")
    assert result.code == 0
    text = (ROOT / SEED).read_text(encoding="utf-8")
    claims = [json.loads(line) for line in result.out.splitlines()]
    assert len(claims) >= 27
    for claim in claims:
        for part in (claim["subject"], claim["object"], *claim["attributed_to"]):
            assert text[part["start"] : part["end"]] == part["text"]
        assert text[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["quote"]
    assert [claim["evidence"]["start"] for claim in claims] == sorted(
        claim["evidence"]["start"] for claim in claims
    )
    assert run("extract", SEED, "--json").out == result.out


def test_extract_prints_a_table_for_people() -> None:
    result = run("extract", SEED)
    assert "Hezbollah" in result.out
    assert "مدعومة بحزب الله" in result.out


def test_extract_of_nothing_readable_could_not_run(tmp_path: Path) -> None:
    result = run("extract", tmp_path / "missing.txt")
    assert result.code == 2
    assert result.out == ""
    assert "missing.txt" in result.err


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld", "csv"])
def test_an_export_is_the_same_bytes_on_every_run(kg: Kg, form: str) -> None:
    first = kg("export", form)
    assert first.code == 0, first.err
    assert first.out == kg("export", form).out
    assert first.out


def test_a_turtle_export_parses_everywhere_and_conforms(kg: Kg, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    assert kg("export", "turtle", "-o", file).code == 0
    triples = list(parse(path=str(file), format=RdfFormat.TURTLE))
    assert len(rdflib.Graph().parse(file)) == len(triples)
    result = kg("validate", file)
    assert result.code == 0, result.out
    assert result.out.splitlines()[-1].startswith("conforms: 0 violations")


def test_an_export_can_be_of_one_actor_or_one_document(kg: Kg) -> None:
    everything = kg("export", "csv").out.splitlines()
    soleimani = kg("export", "csv", "--actor", "سليماني").out.splitlines()
    assert 1 < len(soleimani) < len(everything)
    assert kg("export", "csv", "--document", SEED).out.splitlines() == everything


def test_the_store_conforms(kg: Kg) -> None:
    result = kg("validate")
    assert result.code == 0, result.out
    assert json.loads(kg("validate", "--violations-only", "--json").out) == []


def test_a_file_that_breaks_a_shape_is_a_no_with_a_table_to_act_on(kg: Kg, tmp_path: Path) -> None:
    file = tmp_path / "broken.ttl"
    assert kg("export", "turtle", "-o", file).code == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "rw:modality" not in line]
    assert len(kept) < len(lines)
    file.write_text("\n".join(kept), encoding="utf-8")
    result = kg("validate", file)
    assert result.code == 1
    assert "violation" in result.out
    assert "what to do" in result.out
    found = json.loads(kg("validate", file, "--json").out)
    assert {each["file"] for each in found} == {str(file)}
    assert json.loads(kg("validate", file, "--json", "--engine", "pyshacl").out) == found


def test_commands_leave_the_inputs_alone(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    shutil.copy(ROOT / SEED, file)
    before = file.read_bytes()
    assert run("load", file, store=tmp_path / "store").code == 0
    assert file.read_bytes() == before
