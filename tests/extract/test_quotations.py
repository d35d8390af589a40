"""Quotations: where they open and close."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quotations import quotations

_MARKS = '"«»“”„'


def quoted(text: str, open_marks: str = "") -> tuple[list[str], str]:
    marks = [offset for offset, character in enumerate(text) if character in _MARKS]
    found, still_open = quotations(text, marks, 0, len(text), open_marks=open_marks)
    return [text[each.start : each.end] for each in found], still_open


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('قال "نعم" ثم خرج', ["نعم"]),
        ("قال «نعم» ثم «لا»", ["نعم", "لا"]),
        ("قال »نعم« ثم خرج", ["نعم"]),
        ("قال “نعم“ ثم خرج", ["نعم"]),
        ("قال „نعم“ ثم خرج", ["نعم"]),
        ('قال «إن حزب "الله" هنا» ثم خرج', ['إن حزب "الله" هنا']),
        ('قال "إن حزب "الله" هنا" ثم خرج', ['إن حزب "الله" هنا']),
        ("قال «نعم, ثم» خرج.", ["نعم, ثم"]),
        ("بلا علامات", []),
    ],
)
def test_what_stands_between_marks_of_all_kinds(text: str, inside: list[str]) -> None:
    assert quoted(text) == (inside, "")


def test_a_quotation_left_open_reaches_the_end_and_is_carried_on() -> None:
    found, still_open = quoted("قال: «نعم. ثم")
    assert found == ["نعم. ثم"]
    assert still_open == "«"
    assert quoted("ثم خرج» وعاد", still_open) == (["ثم خرج"], "")


def test_a_mark_that_closes_what_nothing_opened_opens_nothing() -> None:
    assert quoted("ثم خرج» وعاد إلى «البيت» مساء") == (["البيت"], "")


@given(st.text(alphabet=_MARKS + "اب .", max_size=80))
def test_quotations_follow_each_other_and_stay_inside(text: str) -> None:
    marks = [offset for offset, character in enumerate(text) if character in _MARKS]
    found, still_open = quotations(text, marks, 0, len(text), open_marks="")
    reached = 0
    for each in found:
        assert reached <= each.start <= each.end <= len(text)
        reached = each.end
    assert len(still_open) <= 3
