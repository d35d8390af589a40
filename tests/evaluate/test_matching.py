"""When a found claim counts as an annotated one."""

from __future__ import annotations

import pytest

from kg.evaluate.argument import Argument, is_named, name_key, overlaps
from tests.evaluate.small import FAMILY, at, counts, found, gold, verdict

BRIGADE, TOWN, GUARD, MILITIA = (
    at("Northern Brigade"),
    at("Harbour Town"),
    at("Coast Guard"),
    at("Harbour Militia"),
)
ELSEWHERE = Argument("x", "somebody else", 0, 3, "The")


def span(start: int, end: int) -> Argument:
    return Argument("x", "x", start, end, "x" * (end - start))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (span(10, 20), span(10, 20), True),
        (span(10, 20), span(15, 25), True),
        (span(10, 20), span(16, 26), False),
        (span(10, 12), span(0, 100), True),
        (span(0, 100), span(99, 101), True),
        (span(0, 100), span(98, 104), False),
        (span(10, 20), span(20, 30), False),
        (span(10, 20), span(50, 60), False),
    ],
)
def test_half_of_the_shorter_must_be_shared(one: Argument, other: Argument, *, expected: bool) -> None:
    assert overlaps(one, other) is expected
    assert overlaps(other, one) is expected


def test_a_name_counts_wherever_it_stands() -> None:
    names = {name_key("حركة «النجم»"), name_key("Star Movement")}
    assert is_named(Argument("x", "anything", 0, 11, "حركه النجم"), names)
    assert is_named(Argument("x", "star movement", 0, 2, "it"), names)
    assert not is_named(Argument("x", "Star", 0, 2, "it"), names)


def test_an_argument_far_away_counts_by_the_name_of_the_annotated_actor() -> None:
    pronoun = Argument("actor/northern-brigade", "Northern Brigade", 61, 64, "Its")
    assert counts(verdict([gold(BRIGADE, "attacks", TOWN)], [found(pronoun, "attacks", TOWN)])) == (1, 0, 0)


def test_an_argument_counts_by_any_mention_of_the_annotated_actor() -> None:
    claims = [
        gold(at("Northern Brigade", "the brigade"), "attacks", TOWN),
        gold(at("Its gunmen", "the brigade"), "fights", GUARD),
    ]
    second = Argument(
        "x",
        "unknown",
        *(at("Northern Brigade", nth=2).start, at("Northern Brigade", nth=2).end),
        "Northern Brigade",
    )
    assert counts(verdict(claims, [found(second, "fights", GUARD)])) == (1, 1, 0)


def test_subject_and_object_must_both_agree() -> None:
    claims = [gold(BRIGADE, "attacks", TOWN)]
    assert counts(verdict(claims, [found(ELSEWHERE, "attacks", TOWN)])) == (0, 1, 1)
    assert counts(verdict(claims, [found(BRIGADE, "attacks", GUARD)])) == (0, 1, 1)


def test_a_symmetric_relation_may_be_found_the_other_way_round() -> None:
    claims = [gold(BRIGADE, "fights", GUARD)]
    assert counts(verdict(claims, [found(GUARD, "fights", BRIGADE)])) == (1, 0, 0)


def test_a_directed_relation_may_not() -> None:
    turned = verdict([gold(GUARD, "supports", MILITIA)], [found(MILITIA, "supports", GUARD)])
    assert counts(turned) == (0, 1, 1)
    assert len(turned.turned_round) == 1


def test_membership_and_part_are_one() -> None:
    claims = [gold(GUARD, "partOf", MILITIA)]
    assert counts(verdict(claims, [found(GUARD, "memberOf", MILITIA)])) == (1, 0, 0)
    assert counts(verdict(claims, [found(GUARD, "affiliatedWith", MILITIA)])) == (0, 1, 1)


@pytest.mark.parametrize(
    ("annotated", "other"),
    [
        ("fights", "attacks"),
        ("attacks", "fights"),
        ("presentIn", "deploysTo"),
        ("supports", "givesAirSupportTo"),
        ("supports", "arms"),
        ("partOf", "affiliatedWith"),
    ],
)
def test_a_relation_of_the_same_family_counts_in_the_family_alone(annotated: str, other: str) -> None:
    claims, made = [gold(BRIGADE, annotated, TOWN)], [found(BRIGADE, other, TOWN)]
    assert counts(verdict(claims, made)) == (0, 1, 1)
    assert counts(verdict(claims, made, FAMILY)) == (1, 0, 0)


@pytest.mark.parametrize(
    ("annotated", "other"), [("supports", "alliedWith"), ("opposes", "fights"), ("controls", "presentIn")]
)
def test_relations_of_two_families_never_count_for_each_other(annotated: str, other: str) -> None:
    claims, made = [gold(BRIGADE, annotated, TOWN)], [found(BRIGADE, other, TOWN)]
    assert counts(verdict(claims, made, FAMILY)) == (0, 1, 1)


def test_in_the_family_of_fights_an_attack_has_no_direction() -> None:
    claims, made = [gold(BRIGADE, "attacks", GUARD)], [found(GUARD, "attacks", BRIGADE)]
    assert counts(verdict(claims, made)) == (0, 1, 1)
    assert counts(verdict(claims, made, FAMILY)) == (1, 0, 0)
