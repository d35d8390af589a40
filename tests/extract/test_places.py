"""Places with the nouns that say what they are, countrysides, and places that nobody has listed."""

from __future__ import annotations

import pytest

from tests.extract.stages import Stages


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("ريف حماة الشمالي", "northern-hama-countryside"),
        ("الريف الشمالي لحماة", "northern-hama-countryside"),
        ("الريف الشمالي لمحافظة حماة", "northern-hama-countryside"),
        ("ريف حماة", "hama-countryside"),
        ("ريف منبج الجنوبي", "southern-manbij-countryside"),
    ],
)
def test_a_countryside_is_named_by_its_direction_and_its_city(stage: Stages, text: str, slug: str) -> None:
    assert stage.phrases(text) == [(text, slug)]


def test_a_noun_before_a_place_belongs_to_it(stage: Stages) -> None:
    assert stage.phrases("وصلوا إلى بلدة مضايا") == [("بلدة مضايا", "madaya")]


def test_a_noun_and_an_unknown_word_make_an_unlisted_place(stage: Stages) -> None:
    assert stage.phrases("في قرية كردشين") == [("قرية كردشين", "كردشين")]


def test_a_definite_noun_alone_is_a_short_form_that_means_nothing_yet(stage: Stages) -> None:
    assert stage.phrases("في المدينة") == [("المدينة", "")]


def test_an_indefinite_noun_alone_is_no_place(stage: Stages) -> None:
    assert stage.phrases("في قرية") == []


def test_a_countryside_of_nothing_is_no_place(stage: Stages) -> None:
    assert stage.phrases("يعيش في ريف جميل") == []
