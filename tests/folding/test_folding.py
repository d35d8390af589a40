from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.folding import fold, fold_text, fold_texts


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
        ("ﺣﺰﺏ ﺍﻟﻠﻪ", "حزب الله"),
        ("ﻣ\ufe76ﺪﻳﻨﺔ", "مدينه"),
        ("ﻣ\u200dـ\u2060ﺪﻳﻨﺔ", "مدينه"),
        ("\u202bحزب\u202c \u2066الله\u2069", "حزب الله"),
        ("حز\u200bب ا\u200cلله", "حزب الله"),
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


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("قالت ﺣﺰﺏ ﺍﻟﻠﻪ اليوم", "حزب الله", "ﺣﺰﺏ ﺍﻟﻠﻪ"),
        ("قالت ﻋﺎﺋﻠﺔ ﺁﻝ ﺍﻷﺳﺪ اليوم", "ال الاسد", "ﺁﻝ ﺍﻷﺳﺪ"),
        ("مع حزب ﷲ اليوم", "حزب الله", "حزب ﷲ"),
        ("مع ﺣ\ufe76ﺰﺏ ﺍﻟﻠﻪ اليوم", "حزب الله", "ﺣ\ufe76ﺰﺏ ﺍﻟﻠﻪ"),
        ("مع \u202eحز\u200bب الله اليوم", "حزب الله", "حز\u200bب الله"),
        ("ﺍﻹﺳﻼﻡ وحزب الله", "حزب الله", "حزب الله"),
    ],
)
def test_a_name_in_presentation_forms_or_with_invisible_letters_leads_back_to_its_words(
    text: str, name: str, words: str
) -> None:
    folded = fold(text)
    start = folded.text.index(name)
    low, high = folded.original(start, start + len(name))
    assert text[low:high] == words


@given(st.lists(st.text()))
def test_many_texts_fold_as_each_does(texts: list[str]) -> None:
    assert fold_texts(texts) == [fold_text(text) for text in texts]
