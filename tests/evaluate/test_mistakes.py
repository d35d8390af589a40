"""What a list of mistakes shows."""

from __future__ import annotations

import pytest

from kg.evaluate import mistakes
from kg.evaluate.sentence import sentence_round
from tests.evaluate.small import TEXT, at, found, gold, verdict

BRIGADE, TOWN, GUARD, MILITIA = (
    at("Northern Brigade"),
    at("Harbour Town"),
    at("Coast Guard"),
    at("Harbour Militia"),
)


def test_each_kind_of_mistake_is_listed_with_its_sentence() -> None:
    claims = [
        gold(BRIGADE, "attacks", TOWN, source=at("Monitor"), modality="denied"),
        gold(GUARD, "supports", MILITIA),
    ]
    made = [
        found(BRIGADE, "attacks", TOWN, rule="en.shell"),
        found(GUARD, "fights", BRIGADE, rule="en.clash"),
    ]
    listed = {each.what.value: each for each in mistakes(verdict(claims, made))}
    assert list(listed) == ["missed", "false", "modality", "source"]
    assert listed["missed"].sentence == (
        "Its gunmen clashed with the Coast Guard. The Coast Guard backs the Harbour Militia."
    )
    assert (listed["false"].subject, listed["false"].rule) == ("Coast Guard", "en.clash")
    assert listed["modality"].modality == "asserted, not denied"
    assert listed["source"].source == "the author, not Monitor"


def test_what_is_right_is_not_listed() -> None:
    assert list(mistakes(verdict([gold(BRIGADE, "attacks", TOWN)], [found(BRIGADE, "attacks", TOWN)]))) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("shelled", "The Northern Brigade shelled Harbour Town, said the Monitor."),
        ("may join", "The Coast Guard may join the Northern Brigade."),
        ("clashed", "Its gunmen clashed with the Coast Guard."),
    ],
)
def test_the_sentence_round_some_words_is_theirs(words: str, expected: str) -> None:
    start = TEXT.index(words)
    assert sentence_round(TEXT, start, start + len(words)) == expected


def test_a_line_ends_a_sentence_and_a_point_within_a_number_does_not() -> None:
    text = "عنوان الخبر\nقصفت الطائرات 3.5 كيلومتر من الطريق؟ نعم"
    start = text.index("الطائرات")
    assert sentence_round(text, start, start + 8) == "قصفت الطائرات 3.5 كيلومتر من الطريق؟"
