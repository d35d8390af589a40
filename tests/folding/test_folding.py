from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.folding import fold, fold_text


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("الإيراني", "الايراني"),
        ("آل سعود", "ال سعود"),
        ("فیلق", "فيلق"),
        ("مصطفى", "مصطفي"),
        ("جبهة", "جبهه"),
        ("الكـــرد", "الكرد"),
        ("تُرِكَ", "ترك"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("٢٠١٥", "2015"),
        ("«إيلاف»", '"ايلاف"'),
        ("مسؤول", "مسوول"),
        ("كوباني\u200f", "كوباني"),
        ("Müller", "muller"),
        ("ＩＳＩＳ", "isis"),
        ("قال\u00a0إن", "قال ان"),
    ],
)
def test_spellings_of_one_word_fold_together(written: str, same: str) -> None:
    assert fold(written).text == same


@pytest.mark.parametrize(("one", "other"), [("سعد", "سعيد"), ("حلب", "جلب"), ("علي", "عل"), ("فصل", "فصال")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


def test_a_folded_range_leads_back_to_the_marked_word() -> None:
    text = "قِيلَ إنّ الـجـيـش تقدّم"
    folded = fold(text)
    start = folded.text.index("الجيش")
    low, high = folded.original(start, start + len("الجيش"))
    assert text[low:high].strip() == "الـجـيـش"


@given(st.text())
def test_every_folded_character_has_an_origin(text: str) -> None:
    folded = fold(text)
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    for position in range(len(folded.text)):
        low, high = folded.original(position, position + 1)
        assert 0 <= low < high <= len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)
