"""``kg eval`` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import run
from tests.evaluate.files import found_line, gold_claim, gold_line, write_lines, write_set


def gold(folder: Path) -> Path:
    lines = (gold_line(gold_claim(), id_="p1"), gold_line(gold_claim(predicate="controls"), id_="p2"))
    return write_set(folder, *lines, passages=2)


def test_strict_family_and_each_relation_are_printed(tmp_path: Path) -> None:
    result = run("eval", gold(tmp_path))
    assert result.code == 0
    assert result.err == ""
    words = [line.split() for line in result.out.splitlines()]
    assert ["ar", "all", "strict", "2"] in [line[:4] for line in words]
    assert ["ar", "all", "family", "2"] in [line[:4] for line in words]
    assert ["ar", "all", "attacks", "1", "1"] in [line[:5] for line in words]
    assert ["ar", "all", "controls", "1", "0"] in [line[:5] for line in words]


def test_the_data_are_the_figures_of_the_table(tmp_path: Path) -> None:
    result = run("eval", gold(tmp_path), "--json", "--rules")
    (score,) = json.loads(result.out)["scores"]
    assert (score["set"], score["part"], score["passages"]) == ("ar", None, 2)
    assert score["strict"]["relations"]["attacks"]["recall"] == 1.0
    assert score["strict"]["recall"] == score["family"]["recall"] == 0.5
    low, high = score["strict"]["f1_between"]
    assert low <= score["strict"]["f1"] <= high
    assert {"rule", "hits", "false", "precision", "confidence"} == score["rules"][0].keys()


def test_parts_stand_side_by_side_and_only_the_first_shows_its_mistakes(tmp_path: Path) -> None:
    claims = write_lines(tmp_path / "claims.jsonl")
    result = run(
        "eval",
        gold(tmp_path),
        "--part",
        "1/2",
        "--part",
        "2/2",
        "--errors",
        "--json",
        "--predictions",
        claims,
    )
    one, other = json.loads(result.out)["scores"]
    assert (one["part"], other["part"]) == ("1/2", "2/2")
    assert [each["passage"] for each in one["errors"]] == ["p1"]
    assert "errors" not in other


def test_mistakes_are_listed_with_their_sentences(tmp_path: Path) -> None:
    claims = write_lines(tmp_path / "claims.jsonl", found_line(predicate="supports"))
    result = run("eval", gold(tmp_path), "--predictions", claims, "--errors")
    assert "missed" in result.out
    assert "false" in result.out
    assert "ar.shell.verb" in result.out
    assert "قصفت قوات النظام السوري بلدة سراقب" in result.out


def test_passages_without_annotation_are_said_to_be_left_out(tmp_path: Path) -> None:
    result = run("eval", write_set(tmp_path, gold_line(id_="p1"), passages=3))
    assert result.code == 0
    assert "2 of 3 passages have no annotation" in result.err


def test_what_is_wrong_is_one_line_with_file_and_line_and_exit_code_2(tmp_path: Path) -> None:
    file = gold(tmp_path)
    broken = write_lines(tmp_path / "claims.jsonl", found_line(), "{")
    for words, problem in (
        (["--predictions", broken], "claims.jsonl, line 2: not JSON"),
        (["--part", "3/2"], "'3/2': means no part"),
        (["--predictions", tmp_path / "none.jsonl"], "does not exist"),
        (["--predictions", write_lines(tmp_path / "x.jsonl"), "--extractor", "rules"], "give one"),
        (["--extractor", "rulse"], "no extractor is called 'rulse'; installed: llm, rules"),
    ):
        result = run("eval", file, *words)
        assert (result.code, result.out) == (2, "")
        assert problem in result.err
        assert len(result.err.splitlines()) == 1
