"""Dates with a month's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import dates
from kg.languages import load_pack
from tests.extract.stages import Stages


def found(stage: Stages, text: str) -> list[tuple[str, str]]:
    return [(d.value, d.precision.value) for _, d in dates.find(stage.nodes(text), load_pack("ar"))]


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("في 7 حزيران 2015", "2015-06-07", "day"),
        ("في ٧ يونيو ٢٠١٥", "2015-06-07", "day"),
        ("في ۷ يونيو ۲۰۱۵", "2015-06-07", "day"),
        ("يوم 7 جوان 2015", "2015-06-07", "day"),
        ("في شهر كانون الثاني من عام 2019", "2019-01", "month"),
        ("خلال دجنبر 2012", "2012-12", "month"),
        ("في 31 شباط 2016", "2016-02", "month"),
        ("في 0 آب 2014", "2014-08", "month"),
        ("في 29 شباط 2016", "2016-02-29", "day"),
    ],
)
def test_a_month_and_a_year_are_a_date(stage: Stages, text: str, value: str, precision: str) -> None:
    assert (value, precision) in found(stage, text)


@pytest.mark.parametrize("text", ["في 7 حزيران", "في حزيران", "عام 2015", "2015", "في 7 حزيران 15"])
def test_without_a_month_and_a_year_there_is_no_date(stage: Stages, text: str) -> None:
    assert found(stage, text) == []


@given(
    day=st.integers(1, 28),
    month=st.sampled_from(["آذار", "مارس", "أبريل", "تموز"]),
    year=st.integers(1990, 2030),
)
def test_digits_of_any_script_give_the_same_date(stage: Stages, day: int, month: str, year: int) -> None:
    plain = f"في {day} {month} {year}"
    arabic = plain.translate({ord(str(n)): chr(0x0660 + n) for n in range(10)})
    assert found(stage, plain) == found(stage, arabic) != []
