"""Ambiguous names: they count where the context supports them, and nowhere else."""

from __future__ import annotations

import pytest

from tests.extract.stages import Stages, stages
from tests.extract.worlds import actor, place, world


@pytest.fixture(scope="module")
def small() -> Stages:
    return stages(
        world(
            actor(
                "base-group",
                "تنظيم القاعدة",
                ambiguous=("القاعدة",),
                cues=("جهاديين",),
                blocked_by=("الجوية", "العسكرية"),
            ),
            actor("north-army", "جيش الشمال", type_="StateForce", ambiguous=("الجيش",), country="north"),
            actor("south-army", "جيش الجنوب", type_="StateForce", ambiguous=("الجيش",), country="south"),
            actor("north-party", "حزب الشمال", country="north"),
            place("bab", "مدينة الباب", ambiguous=("الباب",), cues=("الفرات",)),
        )
    )


def who(small: Stages, text: str) -> list[str]:
    readings = (s.actor or s.place for s in small.settled(text))
    return [entity.iri.rpartition("/")[2] if entity else "" for entity in readings]


def test_an_ambiguous_name_alone_means_nobody(small: Stages) -> None:
    assert who(small, "هاجمت القاعدة البلدة") == [""]
    assert who(small, "طرق الباب") == [""]


def test_the_full_name_anywhere_supports_the_short_one(small: Stages) -> None:
    assert who(small, "انسحب تنظيم القاعدة ثم عادت القاعدة") == ["base-group", "base-group"]


def test_a_cue_supports_a_name(small: Stages) -> None:
    assert who(small, "عادت القاعدة مع جهاديين") == ["base-group"]
    assert who(small, "دخلوا الباب في عملية الفرات") == ["bab"]


def test_a_cue_is_a_whole_word(small: Stages) -> None:
    assert who(small, "عادت القاعدة مع جهاديينا") == [""]


def test_a_word_behind_a_name_rules_it_out(small: Stages) -> None:
    text = "هاجم تنظيم القاعدة معسكرا ثم القاعدة الجوية"
    assert who(small, text)[0] == "base-group"
    assert "base-group" not in who(small, text)[1:]


def test_an_army_is_that_of_the_country_the_text_is_about(small: Stages) -> None:
    assert who(small, "قال حزب الشمال إن الجيش تقدم") == ["north-party", "north-army"]
    assert who(small, "تقدم الجيش") == [""]


def test_two_countries_named_alike_leave_the_army_undecided_or_the_first(small: Stages) -> None:
    assert who(small, "جيش الشمال وجيش الجنوب")[:2] == ["north-army", "south-army"]
