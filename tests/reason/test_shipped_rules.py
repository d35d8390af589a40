"""What the ontology and the rule files that travel with the program infer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from kg.rdf import Link
from kg.reason import closure, load_rules
from kg.reason.ruleset import gather_rules
from tests.reason.worlds import links, naive, worlds


@pytest.mark.parametrize(
    ("given_links", "expected"),
    [
        ("a supports b, b fights c", "a opponentOf c, c opponentOf a, b opponentOf c, c opponentOf b"),
        ("a arms b, b attacks c", "a opponentOf c"),
        ("a supports b, c fights b", "a opponentOf c"),
        ("a fights b", "a opponentOf b, b opponentOf a, b fights a"),
        ("a supports c, b supports c", "a alignedWith b, b alignedWith a"),
        ("a funds c, b givesAirSupportTo c", "a alignedWith b"),
        ("a trains b", "a supports b"),
        ("a attacks b", "a fights b, b fights a"),
        ("a commands b", "b commandedBy a, b answersTo a"),
        ("a commandedBy b", "b commands a, a answersTo b"),
        ("p memberOf a, a commandedBy b", "p answersTo b"),
        ("a partOf b, b partOf c, d commands c", "a partOf c, a affiliatedWith c, a answersTo d"),
        ("p memberOf a, a partOf b", "p affiliatedWith a, p affiliatedWith b"),
        ("a deploysTo place/p", "a presentIn place/p"),
        ("a presentIn place/p, place/p within place/q", "a presentIn place/q"),
        ("a alliedWith b", "b alliedWith a"),
        ("a negotiatesWith b", "b negotiatesWith a"),
    ],
)
def test_it_follows(given_links: str, expected: str) -> None:
    assert links(expected) <= closure(links(given_links), load_rules())


@pytest.mark.parametrize(
    ("given_links", "not_expected"),
    [
        ("a supports b, b supports c", "a supports c"),
        ("a supports b, b opposes c", "a opponentOf c"),
        ("a supports b, c supports d, b fights d", "a opponentOf c"),
        ("a fights c, b fights c", "a alignedWith b"),
        ("c supports a, c supports b", "a alignedWith b"),
        ("a supports b, b fights a", "a opponentOf a"),
        ("a supports b", "a alignedWith a"),
        ("a attacks place/p", "a fights place/p"),
        ("a attacks place/p, b attacks place/p", "a opponentOf b"),
        ("a supports b, b attacks place/p", "a opponentOf place/p"),
        ("a partOf b, c partOf b", "a partOf c"),
        ("a partOf b", "a answersTo b"),
        ("a alliedWith b, b alliedWith c", "a alliedWith c"),
    ],
)
def test_it_does_not_follow(given_links: str, not_expected: str) -> None:
    assert not links(not_expected) & closure(links(given_links), load_rules())


@given(worlds())
@settings(deadline=None)
def test_nothing_is_ever_inferred_of_a_thing_and_itself(world: set[Link]) -> None:
    assert not [link for link in closure(world, load_rules()) if link[0] == link[2]]


@given(worlds())
@settings(deadline=None)
def test_what_is_inferred_is_not_what_was_asserted(world: set[Link]) -> None:
    assert not closure(world, load_rules()) & world


@given(worlds(size=9))
@settings(deadline=None, max_examples=40)
def test_the_closure_is_what_trying_everything_finds(world: set[Link]) -> None:
    assert closure(world, load_rules()) == naive(world, load_rules())


def test_a_rule_file_that_says_what_an_axiom_says_gives_it_its_words() -> None:
    opponents = [
        rule for rule in load_rules() if rule.conclusion.relation == "opponentOf" and len(rule.premises) == 2
    ]
    assert [rule.name for rule in opponents] == ["opponent-by-support"]


def test_without_rule_files_the_axioms_stand_alone() -> None:
    from kg.ontology import axioms

    assert {rule.kind for rule in gather_rules(axioms(), [], {})} == {
        "sub-property",
        "inverse",
        "symmetric",
        "transitive",
        "chain",
    }
