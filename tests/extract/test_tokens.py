"""Words with their clitics, and expressions of several words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.stages import Stages


def test_a_word_is_cut_where_its_clitics_end(stage: Stages) -> None:
    text = "وبالسيطرة"
    (word,) = stage.words(text)
    assert (word.conjunction, word.preposition, word.core) == ("و", "ب", "السيطره")
    assert text[word.core_start : word.end] == "السيطرة"


def test_lil_hides_an_article(stage: Stages) -> None:
    text = "للحركة"
    (word,) = stage.words(text)
    assert (word.preposition, word.core) == ("ل", "الحركه")
    assert text[word.core_start : word.end] == "لحركة"


def test_an_unknown_word_keeps_all_its_letters(stage: Stages) -> None:
    (word,) = stage.words("وبلزمن")
    assert (word.conjunction, word.preposition, word.core) == ("", "", "وبلزمن")


def test_an_expression_is_one_word(stage: Stages) -> None:
    text = "في غضون ذلك"
    words = stage.words(text)
    assert text[words[0].start : words[0].end] == "في غضون ذلك"
    assert words[0].is_a("clause")


def test_an_expression_takes_a_conjunction_on_its_first_word(stage: Stages) -> None:
    first = stage.words("ومن قبل الجيش")[0]
    assert first.conjunction == "و"
    assert first.is_a("agent")


def test_an_expression_does_not_reach_over_a_mark(stage: Stages) -> None:
    assert not any(word.is_a("agent") for word in stage.words("من، قبل"))


def test_an_expression_does_not_reach_into_a_name(stage: Stages) -> None:
    words = stage.words("تحت راية الحشد الشعبي")
    assert words[-2].core == "الحشد"


def test_diacritics_and_tatweel_do_not_part_a_word(stage: Stages) -> None:
    text = "سَيْطَـــرَت"
    (word,) = stage.words(text)
    assert word.core == "سيطرت"
    assert (word.start, word.end) == (0, len(text))


def test_a_preposition_with_a_pronoun_is_no_noun(stage: Stages) -> None:
    (word,) = stage.words("له")
    assert (word.preposition, word.suffix, word.core) == ("ل", "ه", "")


@given(text=st.text(alphabet='وفبلكالسيطرةهم في،."«»ـ\u064e\u200f 12', max_size=50))
def test_words_follow_each_other_and_slice_back(stage: Stages, text: str) -> None:
    reached = 0
    for word in stage.words(text):
        assert reached <= word.start <= word.core_start
        assert word.core_start <= word.end <= len(text)
        assert word.start < word.end
        reached = word.end
