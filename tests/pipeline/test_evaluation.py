"""Sets of annotated passages, found on disk and scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import parse_part
from kg.pipeline import evaluate, gold_sets
from tests.evaluate.files import found_line, gold_claim, gold_line, write_lines, write_set


def test_a_file_or_a_folder_may_be_given(tmp_path: Path) -> None:
    file = write_set(tmp_path, gold_line(gold_claim()))
    write_set(tmp_path, gold_line(id_="e1"), name="more", prefix="e")
    assert [each.name for each in gold_sets(file)] == ["ar"]
    assert [each.name for each in gold_sets(tmp_path)] == ["ar", "more"]


def test_claims_are_extracted_and_scored(tmp_path: Path) -> None:
    (score,) = evaluate(gold_sets(write_set(tmp_path, gold_line(gold_claim()))))
    figures = score.record()["strict"]
    assert (figures["hits"], figures["missed"], figures["recall"]) == (1, 0, 1.0)


def test_predictions_are_scored_instead_of_extracting(tmp_path: Path) -> None:
    gold = gold_sets(write_set(tmp_path, gold_line(gold_claim())))
    wrong = write_lines(tmp_path / "claims.jsonl", found_line(predicate="controls"))
    figures = evaluate(gold, predictions=wrong)[0].record()["strict"]
    assert (figures["hits"], figures["missed"], figures["false"]) == (0, 1, 1)


def test_extracting_and_scoring_what_was_extracted_are_the_same(tmp_path: Path) -> None:
    import json

    from kg.iri import Iris
    from kg.jsonl import claim_record
    from kg.pipeline import Extraction, extract

    gold = gold_sets(write_set(tmp_path, gold_line(gold_claim()), gold_line(id_="p2"), passages=2))
    lines = [
        json.dumps(claim_record(claim, each.document, Iris()))
        for each in extract([tmp_path / "ar.jsonl"])
        if isinstance(each, Extraction)
        for claim in each.claims
    ]
    assert lines
    assert evaluate(gold, predictions=write_lines(tmp_path / "c.jsonl", *lines)) == evaluate(gold)


def test_parts_go_by_the_order_of_the_passages_and_sets_are_added_up(tmp_path: Path) -> None:
    write_set(tmp_path, *(gold_line(gold_claim(), id_=f"p{n}") for n in (3, 1, 2)), passages=3)
    write_set(tmp_path, gold_line(id_="e1"), name="more", prefix="e")
    scores = evaluate(gold_sets(tmp_path), parts=[parse_part("1/2"), parse_part("2/2")])
    named = [(score.name, str(score.part), [one.passage.id for one in score.strict]) for score in scores]
    assert named == [
        ("ar", "1/2", ["p1", "p3"]),
        ("ar", "2/2", ["p2"]),
        ("more", "1/2", ["e1"]),
        ("more", "2/2", []),
        ("all", "1/2", ["p1", "p3", "e1"]),
        ("all", "2/2", ["p2"]),
    ]


def test_a_passage_without_annotation_is_not_scored_but_counts_as_one_of_a_part(tmp_path: Path) -> None:
    gold = gold_sets(write_set(tmp_path, gold_line(id_="p2"), passages=2))
    first, second = evaluate(gold, parts=[parse_part("1/2"), parse_part("2/2")])
    assert (len(first.strict), len(second.strict)) == (0, 1)


def test_rules_and_mistakes_come_where_they_are_asked_for(tmp_path: Path) -> None:
    (score,) = evaluate(gold_sets(write_set(tmp_path, gold_line(gold_claim(modality="denied")))))
    assert not {"rules", "errors"} & score.record().keys()
    told = score.record(rules=True, errors=True)
    assert any(each["hits"] == 1 for each in told["rules"])
    assert [each["what"] for each in told["errors"] if each["relation"] == "attacks"] == ["modality"]


def test_passages_that_are_missing_are_named(tmp_path: Path) -> None:
    file = write_set(tmp_path, gold_line(gold_claim()))
    (tmp_path / "ar.jsonl").unlink()
    with pytest.raises(InputError, match=r"there is no ar\.jsonl beside it"):
        gold_sets(file)


@pytest.mark.parametrize("name", ["ar.jsonl", "folder"])
def test_what_holds_no_annotations_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    write_lines(tmp_path / "ar.jsonl", "{}")
    with pytest.raises(InputError, match="gold"):
        gold_sets(tmp_path / name)


def test_a_broken_line_of_the_passages_is_named(tmp_path: Path) -> None:
    file = write_set(tmp_path, gold_line(gold_claim()))
    with (tmp_path / "ar.jsonl").open("a") as stream:
        stream.write('{"id": "p2"}\n')
    with pytest.raises(InputError, match="line 2: the record has no 'text'"):
        gold_sets(file)


def test_two_passages_of_one_name_are_refused(tmp_path: Path) -> None:
    file = write_set(tmp_path, gold_line(gold_claim()), prefix="p")
    (tmp_path / "ar.jsonl").write_text((tmp_path / "ar.jsonl").read_text() * 2)
    with pytest.raises(InputError, match="line 2: the id 'p1'"):
        gold_sets(file)
    write_set(tmp_path, gold_line(gold_claim()))
    write_set(tmp_path, gold_line(gold_claim()), name="en")
    with pytest.raises(InputError, match="a passage of ar and one of en"):
        gold_sets(tmp_path)


def test_a_passage_in_a_language_without_a_pack_is_named(tmp_path: Path) -> None:
    file = write_set(tmp_path, gold_line())
    text = (tmp_path / "ar.jsonl").read_text()
    (tmp_path / "ar.jsonl").write_text(text.replace('"ar"', '"xx"'))
    with pytest.raises(InputError, match="p1: no language pack reads 'xx'"):
        evaluate(gold_sets(file))
