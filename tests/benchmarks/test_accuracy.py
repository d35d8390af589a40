"""The figures of extraction are kept, compared, and held against what the rules claim of themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy import (
    BASELINE,
    apart,
    compared,
    doubtful,
    measure,
    read_baseline,
    too_often_wrong,
    wilson,
    write_baseline,
)
from kg.evaluate import RuleFigures
from tests.evaluate.files import TEXT, gold_claim, gold_line, write_set


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    lines = (gold_line(gold_claim(), id_="p1"), gold_line(gold_claim(predicate="controls"), id_="p2"))
    return write_set(tmp_path, *lines, passages=2)


def test_figures_are_written_and_read_again_and_hold_no_word_of_a_passage(gold: Path, tmp_path: Path) -> None:
    figures, _ = measure(gold)
    write_baseline(tmp_path / "kept.json", figures)
    assert read_baseline(tmp_path / "kept.json") == figures
    written = (tmp_path / "kept.json").read_text()
    assert written.isascii()
    assert not any(word in json.loads(json.dumps(written)) for word in TEXT.split())
    assert read_baseline(tmp_path / "none.json") == {}


def test_each_half_is_compared_with_itself(gold: Path) -> None:
    figures, _ = measure(gold)
    first, _, second, _ = compared(figures, {})
    assert first.startswith("ar 1/2 strict  precision")
    assert "recall 1.00 " in first
    assert "recall 0.00 " in second
    before = json.loads(json.dumps(figures))
    before["scores"][0]["strict"]["recall"] = 0.25
    assert "recall 1.00 (+0.75)" in next(compared(figures, before))
    assert not any("(" in line for line in compared(figures, figures))


def test_a_set_may_be_parted_in_another_way(gold: Path) -> None:
    figures, _ = measure(gold, {"ar": ("1-3/4", "4/4"), "en": ("1/8", "2/8")})
    assert [score["part"] for score in figures["scores"]] == ["1-3/4", "4/4"]


def test_the_distance_of_the_halves_is_said(gold: Path) -> None:
    figures, _ = measure(gold)
    (line,) = apart(figures)
    assert line == f"ar: F1 {figures['scores'][0]['strict']['f1']:+.2f} where it was looked at"


def test_rules_below_the_floor_are_named_if_they_were_judged_often_enough() -> None:
    rules = [
        RuleFigures("ar.a.verb", 2, 3, 0.8),
        RuleFigures("ar.b.verb", 3, 2, 0.8),
        RuleFigures("ar.c.verb", 0, 4, 0.8),
        RuleFigures("ar.d.noun", 1, 9, 0.8),
    ]
    assert [each.rule for each in too_often_wrong(rules)] == ["ar.d.noun", "ar.a.verb"]


def test_a_frame_is_doubtful_where_its_confidence_is_outside_of_what_was_measured() -> None:
    rules = [
        RuleFigures("ar.a.verb", 4, 6, 0.9),
        RuleFigures("ar.a.noun", 3, 7, 0.9),
        RuleFigures("ar.b.verb", 9, 1, 0.9),
        RuleFigures("ar.c.verb", 40, 0, 0.5),
        RuleFigures("ar.d.verb", 0, 4, 0.9),
    ]
    assert [(each.frame, each.hits, each.judged) for each in doubtful(rules)] == [
        ("ar.a", 7, 20),
        ("ar.c", 40, 40),
    ]


@pytest.mark.parametrize(
    ("hits", "judged", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0)]
)
def test_the_interval_is_wilson_s(hits: int, judged: int, low: float, high: float) -> None:
    assert wilson(hits, judged) == pytest.approx((low, high), abs=0.001)


def test_the_figures_that_are_kept_are_of_a_part_looked_at_and_one_only_measured() -> None:
    kept = read_baseline(BASELINE)
    parts = {name: [s["part"] for s in kept["scores"] if s["set"] == name] for name in ("ar", "en")}
    assert all(len(set(own)) == 2 for own in parts.values())
    assert kept["rules"]
    assert BASELINE.read_text("utf-8").isascii()
