"""Known names in a text."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from kg.extract.gazetteer import Gazetteer
from kg.folding import fold
from kg.model import Registry
from tests.extract.stages import Stages, stages
from tests.extract.worlds import actor, place, world

_WORLD = world(
    actor("dawn", "فجر البادية", "حركة فجر البادية"),
    actor("party", "حزب السهل"),
    actor("party-brigades", "كتائب حزب السهل"),
    actor("father", "أبو سالم الحمد", type_="Person"),
    place("hill", "الزعفرانة", "تل الزعفرانة"),
    place("oman", "عمان"),
)


@pytest.fixture(scope="module")
def small() -> Stages:
    return stages(_WORLD)


def found(small: Stages, text: str) -> list[tuple[str, str]]:
    return [
        (text[m.start : m.end], m.candidates[0][0].entity.iri.rpartition("/")[2]) for m in small.matches(text)
    ]


def test_the_longest_name_wins(small: Stages) -> None:
    assert found(small, "وصلت كتائب حزب السهل") == [("كتائب حزب السهل", "party-brigades")]
    assert found(small, "وصلت حركة فجر البادية") == [("حركة فجر البادية", "dawn")]


def test_what_is_written_onto_a_name_is_no_part_of_it(small: Stages) -> None:
    (match,) = small.matches("ولحزب السهل")
    assert (match.conjunction, match.preposition) == ("و", "ل")
    assert found(small, "ولحزب السهل") == [("حزب السهل", "party")]


def test_lil_is_read_before_a_name_with_an_article(small: Stages) -> None:
    (match,) = small.matches("دعما للزعفرانة")
    assert match.preposition == "ل"
    assert found(small, "دعما للزعفرانة") == [("لزعفرانة", "hill")]


def test_a_name_inside_another_word_is_no_name(small: Stages) -> None:
    assert found(small, "في عمانيات الخليج") == []
    assert found(small, "وعثمان") == []
    assert found(small, "سلعمان") == []


def test_quotation_marks_within_a_name_are_passed_over(small: Stages) -> None:
    assert found(small, 'حركة "فجر البادية" تعلن') == [('حركة "فجر البادية', "dawn")]


def test_a_name_is_not_read_over_the_end_of_a_line(small: Stages) -> None:
    assert found(small, "انتهى كلام الحزب\nالسهل واسع") == []
    assert found(small, "غادر حزب\nالسهل") == []


def test_the_five_nouns_change_their_ending(small: Stages) -> None:
    assert found(small, "التقى أبا سالم الحمد بأبي سالم الحمد") == [
        ("أبا سالم الحمد", "father"),
        ("أبي سالم الحمد", "father"),
    ]


def test_no_registry_finds_no_names(small: Stages) -> None:
    assert Gazetteer(world(), small.lexicon).find(fold("حزب السهل")) == []


def test_matches_never_overlap(small: Stages, stage: Stages) -> None:
    text = "قاتلت كتائب حزب الله العراقية وتنظيم القاعدة في جزيرة العرب قوات الجيش السوري الحر في ريف حلب الشمالي"
    found_in = stage.matches(text)
    assert len(found_in) >= 4
    assert all(one.end <= other.start for one, other in pairwise(found_in))


def test_the_order_of_the_entries_does_not_matter(small: Stages) -> None:
    text = "هاجمت كتائب حزب السهل حركة فجر البادية قرب تل الزعفرانة بحضور أبي سالم الحمد"
    expected = found(small, text)
    assert len(expected) == 4
    for seed in range(5):
        entries = list(_WORLD.entries)
        random.Random(seed).shuffle(entries)
        assert found(stages(Registry(tuple(entries))), text) == expected
