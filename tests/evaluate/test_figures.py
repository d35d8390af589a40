"""From verdicts to figures."""

from __future__ import annotations

import pytest

from kg.evaluate import Verdict, f1_interval, figures, rule_figures
from tests.evaluate.small import FAMILY, STRICT, at, found, gold, verdict

BRIGADE, TOWN, GUARD, MILITIA = (
    at("Northern Brigade"),
    at("Harbour Town"),
    at("Coast Guard"),
    at("Harbour Militia"),
)
CLAIMS = [
    gold(BRIGADE, "attacks", TOWN, source=at("Monitor")),
    gold(BRIGADE, "fights", GUARD),
    gold(GUARD, "supports", MILITIA),
    gold(GUARD, "alliedWith", BRIGADE, modality="hypothetical"),
]
MADE = [
    found(BRIGADE, "attacks", TOWN, rule="en.shell"),
    found(GUARD, "fights", BRIGADE, rule="en.clash"),
    found(MILITIA, "supports", GUARD, rule="en.back", confidence=0.9),
    found(GUARD, "alliedWith", BRIGADE, rule="en.join"),
    found(TOWN, "alliedWith", BRIGADE, rule="en.join", confidence=0.4),
]


def test_precision_recall_and_f1_are_those_of_the_textbook() -> None:
    whole = figures([verdict(CLAIMS, MADE)], STRICT)[0]
    assert (whole.hits, whole.missed, whole.false) == (3, 1, 2)
    assert whole.precision == pytest.approx(3 / 5)
    assert whole.recall == pytest.approx(3 / 4)
    assert whole.f1 == pytest.approx(2 / 3)


def test_each_relation_has_figures_of_its_own() -> None:
    by_name = {each.relation: each for each in figures([verdict(CLAIMS, MADE)], STRICT)[1:]}
    assert list(by_name) == ["alliedWith", "attacks", "fights", "supports"]
    assert (by_name["alliedWith"].precision, by_name["alliedWith"].recall) == (0.5, 1.0)
    assert (by_name["supports"].precision, by_name["supports"].recall) == (0.0, 0.0)


def test_in_the_families_attacks_stand_with_fights() -> None:
    read = verdict(CLAIMS, MADE, FAMILY)
    by_name = {each.relation: each for each in figures([read], FAMILY)[1:]}
    assert list(by_name) == ["alliedWith", "fights", "supports"]
    assert by_name["fights"].hits == 2


def test_modality_and_source_are_counted_over_the_hits() -> None:
    whole = figures([verdict(CLAIMS, MADE)], STRICT)[0]
    assert (whole.modality.part, whole.modality.whole) == (2, 3)
    assert (whole.attribution.part, whole.attribution.whole) == (2, 3)


def test_direction_is_counted_over_directed_claims_between_the_right_two() -> None:
    whole, *each = figures([verdict(CLAIMS, MADE)], STRICT)
    assert whole.direction is not None
    assert (whole.direction.part, whole.direction.whole) == (1, 2)
    directions = {one.relation: one.direction for one in each}
    assert directions["fights"] is None
    assert directions["supports"] is not None
    assert directions["supports"].value == 0.0


def test_of_nothing_there_are_no_figures() -> None:
    whole = figures([verdict([], [])], STRICT)[0]
    assert (whole.precision, whole.recall, whole.f1, whole.modality.value) == (None, None, None, None)
    assert f1_interval([]) is None
    assert f1_interval([verdict([], [])]) is None


def test_each_rule_has_its_own_precision_and_the_confidence_that_it_gave() -> None:
    by_rule = {each.rule: each for each in rule_figures([verdict(CLAIMS, MADE)])}
    assert list(by_rule) == ["en.back", "en.clash", "en.join", "en.shell"]
    assert (by_rule["en.join"].hits, by_rule["en.join"].false) == (1, 1)
    assert by_rule["en.join"].precision == 0.5
    assert by_rule["en.join"].confidence == pytest.approx(0.6)
    assert by_rule["en.back"].precision == 0.0


def test_a_rule_that_hits_an_optional_claim_alone_is_not_judged() -> None:
    claims = [gold(BRIGADE, "attacks", TOWN, required=False)]
    assert rule_figures([verdict(claims, [found(BRIGADE, "attacks", TOWN)])]) == ()


def many() -> list[Verdict]:
    return [verdict(CLAIMS, MADE[: number % 6]) for number in range(30)]


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    between, whole = f1_interval(many()), figures(many(), STRICT)[0]
    assert between is not None
    assert whole.f1 is not None
    assert 0 < between.low < whole.f1 < between.high < 1
    assert between == f1_interval(many())
    assert between != f1_interval(many(), seed=1)


def test_passages_that_are_all_alike_leave_no_room() -> None:
    between = f1_interval([verdict(CLAIMS, MADE)] * 5)
    assert between is not None
    assert between.low == between.high == pytest.approx(2 / 3)
