"""Sections, headings and sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.sections import sentences


def parts(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text)]


def test_a_full_stop_a_question_mark_and_a_line_end_sentences() -> None:
    assert parts("وصل الوفد. أين ذهب؟ لا أحد يعلم\nثم عاد.") == [
        "وصل الوفد.",
        "أين ذهب؟",
        "لا أحد يعلم",
        "ثم عاد.",
    ]


def test_a_number_with_a_point_does_not_end_a_sentence() -> None:
    assert parts("بلغت النسبة 3.5 بالمئة.") == ["بلغت النسبة 3.5 بالمئة."]


def test_a_closing_quotation_mark_belongs_to_the_sentence_before_it() -> None:
    assert parts("قال: «وصلنا.» ثم سكت.") == ["قال: «وصلنا.»", "ثم سكت."]


def test_an_initial_does_not_end_a_sentence() -> None:
    assert parts("قال م. سالم إن الطريق مفتوح.") == ["قال م. سالم إن الطريق مفتوح."]


def test_a_short_line_without_a_mark_is_a_heading_and_opens_a_section() -> None:
    found = sentences("معركة المطار\nبدأت المعركة فجرا.\n&\nهدوء حذر\nعاد السكان.")
    assert [one.heading for one in found] == [True, False, True, False]
    assert found[0].section == found[1].section != found[2].section == found[3].section


def test_the_last_line_is_no_heading() -> None:
    assert not sentences("هدأت المدينة.\nعاد السكان إلى بيوتهم")[-1].heading


def test_a_long_line_is_no_heading() -> None:
    line = "عاد السكان إلى بيوتهم بعد أن غابوا عنها عاما كاملا بسبب القتال\nثم غادروا."
    assert not sentences(line)[0].heading


def test_a_separator_is_no_sentence() -> None:
    assert parts("وصل الوفد.\n***\nغادر الوفد.\n---\nانتهى.") == ["وصل الوفد.", "غادر الوفد.", "انتهى."]


def test_nothing_makes_no_sentence() -> None:
    assert sentences("") == sentences(" \n\t\n") == ()


@given(st.text(alphabet='ابج .؟!\n&*-:،"»«1م', max_size=60))
def test_sentences_are_trimmed_and_follow_each_other(text: str) -> None:
    reached = 0
    for one in sentences(text):
        assert reached <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        reached = one.end


@given(st.text(alphabet="ابج .\n", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(text[one.start : one.end] for one in sentences(text))
    assert [c for c in kept if c.isalpha()] == [c for c in text if c.isalpha()]
