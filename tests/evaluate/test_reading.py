"""Whatever can be wrong in annotations and predictions is an error that names file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate import read_annotations, read_predictions
from tests.evaluate.files import TEXT, found_line, gold_claim, gold_line, words, write_lines

TEXTS = {"p1": TEXT}
RELATIONS = ["attacks", "fights"]
GOOD = gold_line(gold_claim())
AWRY = {"name": "x", "start": 3, "end": 9, "text": "سراقب"}


def test_annotations_are_read_with_all_the_names_of_an_actor(tmp_path: Path) -> None:
    claim = gold_claim(attributed_to=words("Hezbollah", "جبهة النصرة"))
    (read,) = read_annotations(write_lines(tmp_path / "ar.gold.jsonl", gold_line(claim)), TEXTS, RELATIONS)
    assert (read.id, read.text, len(read.claims)) == ("p1", TEXT, 1)
    assert read.claims[0].subject.text == "قوات النظام السوري"
    assert read.names["Hezbollah"] == {"hezbollah", "حزب الله", "جبهه النصره"}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"id": ', "not JSON"),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "nested too deep"),
        ('{"id": ' + "1" * 5000 + "}", "number is too long"),
        ({"actors": [], "claims": []}, "there is no 'id'"),
        (gold_line(id_="p9"), "there is no passage 'p9'"),
        (GOOD, "annotated twice"),
        ({"id": "p2", "actors": {}, "claims": []}, "'actors' is not a list"),
        (gold_line(gold_claim(predicate="likes"), id_="p2"), "'likes' is no relation"),
        (gold_line(gold_claim(modality="sure"), id_="p2"), "'sure' is no modality"),
        (gold_line(gold_claim(required="yes"), id_="p2"), "'required' is neither true nor false"),
        (gold_line(gold_claim(subject=AWRY), id_="p2"), "the text from 3 to 9 reads"),
        (gold_line(gold_claim(subject={**AWRY, "start": -1}), id_="p2"), "'start' is not an offset"),
        (gold_line(gold_claim(subject={**AWRY, "end": True}), id_="p2"), "'end' is not an offset"),
        (gold_line(gold_claim(object="x"), id_="p2"), "'object' is not an object"),
        (gold_line(gold_claim(attributed_to=3), id_="p2"), "'attributed_to' is not an object"),
        (gold_line(gold_claim(attributed_to={**AWRY, "text": ""}), id_="p2"), "'text' is not a string"),
        (gold_line(actors=[AWRY], id_="p2"), "the text from 3 to 9 reads"),
    ],
)
def test_what_is_wrong_in_annotations_is_named_with_its_line(tmp_path: Path, line: Any, problem: str) -> None:
    path = write_lines(tmp_path / "ar.gold.jsonl", GOOD, "", line)
    with pytest.raises(InputError, match=problem) as caught:
        read_annotations(path, {**TEXTS, "p2": TEXT}, RELATIONS)
    assert str(caught.value).startswith(f"{path}, line 3")


def test_annotations_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "ar.gold.jsonl"
    path.write_bytes('{"id": "قصف"}'.encode("cp1256"))
    with pytest.raises(InputError, match="line 1: not UTF-8 at byte 9"):
        read_annotations(path, TEXTS, RELATIONS)


def test_a_file_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no annotated passage"):
        read_annotations(write_lines(tmp_path / "ar.gold.jsonl", ""), TEXTS, RELATIONS)


def test_predictions_are_read_by_document(tmp_path: Path) -> None:
    source = {**words("n", "جبهة النصرة"), "id": "n", "label": "n"}
    path = write_lines(tmp_path / "claims.jsonl", found_line(), found_line(attributed_to=[source]))
    found = read_predictions(path, TEXTS, RELATIONS)
    assert [len(claim.sources) for claim in found["p1"]] == [0, 1]
    assert (found["p1"][0].start, found["p1"][0].end, found["p1"][0].confidence) == (0, 34, 0.9)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        (found_line(document="p7"), "no passage is called 'p7'"),
        (found_line(predicate="likes"), "'likes' is no relation"),
        (found_line(modality=None), "'modality' is not a string"),
        (found_line(evidence={"start": 1, "end": 34, "quote": TEXT[:34]}), "the text from 1 to 34 reads"),
        (found_line(subject={**AWRY, "id": "x", "label": "x"}), "the text from 3 to 9 reads"),
        (found_line(attributed_to=None), "'attributed_to' is not a list"),
        (found_line(confidence=1.5), "'confidence' is not a number from 0 to 1"),
        (found_line(confidence=True), "'confidence' is not a number from 0 to 1"),
        (found_line(rule=""), "'rule' is not a string"),
    ],
)
def test_what_is_wrong_in_predictions_is_named_with_its_line(tmp_path: Path, line: Any, problem: str) -> None:
    path = write_lines(tmp_path / "claims.jsonl", found_line(), line)
    with pytest.raises(InputError, match=problem) as caught:
        read_predictions(path, TEXTS, RELATIONS)
    assert str(caught.value).startswith(f"{path}, line 2")


def test_no_predictions_at_all_are_none(tmp_path: Path) -> None:
    assert read_predictions(write_lines(tmp_path / "claims.jsonl"), TEXTS, RELATIONS) == {}
