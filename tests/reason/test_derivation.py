from __future__ import annotations

from itertools import combinations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.rdf import Link
from kg.reason import Derivation, closure, load_rules, why
from kg.reason.closure import closed
from kg.reason.derivation import derivations
from tests.reason.worlds import ACTORS, link, links, rule, worlds


def leaves(found: tuple[Derivation, ...]) -> list[frozenset[Link]]:
    return [derivation.leaves for derivation in found]


def test_a_derivation_is_a_tree_of_rules_down_to_asserted_links() -> None:
    (found,) = why(link("a", "opponentOf", "c"), links("a arms b, b attacks c"), load_rules())
    assert found.link == link("a", "opponentOf", "c")
    assert found.rule is not None
    assert found.rule.wording == "Whoever supports one side of a fight is an opponent of the other side."
    supports, fights = found.premises
    assert (supports.link, fights.link) == (link("a", "supports", "b"), link("b", "fights", "c"))
    assert supports.premises == (Derivation(link("a", "arms", "b")),)
    assert found.leaves == links("a arms b, b attacks c")


def test_an_asserted_link_explains_itself_before_anything_else() -> None:
    found = why(link("a", "supports", "b"), links("a supports b, a arms b"), load_rules())
    assert leaves(found) == [frozenset(links("a supports b")), frozenset(links("a arms b"))]
    assert found[0] == Derivation(link("a", "supports", "b"))


def test_every_way_to_conclude_is_found_and_the_shortest_comes_first() -> None:
    world = links("a supports b, b fights c, a supports d, d fights c, a attacks c")
    found = why(link("a", "opponentOf", "c"), world, load_rules())
    assert leaves(found) == [
        frozenset(links("a attacks c")),
        frozenset(links("a supports b, b fights c")),
        frozenset(links("a supports d, d fights c")),
    ]


def test_a_derivation_that_needs_more_than_another_is_left_out() -> None:
    world = links("a partOf b, b partOf c, a partOf c")
    assert leaves(why(link("a", "affiliatedWith", "c"), world, load_rules())) == [
        frozenset(links("a partOf c")),
        frozenset(links("a partOf b, b partOf c")),
    ]
    assert leaves(why(link("a", "partOf", "b"), world, load_rules())) == [frozenset(links("a partOf b"))]


def test_what_does_not_follow_has_no_derivation() -> None:
    assert why(link("a", "opponentOf", "c"), links("a supports b"), load_rules()) == ()
    assert why(link("x", "supports", "y"), (), load_rules()) == ()


def test_a_cycle_gives_no_endless_derivation() -> None:
    world = links("a partOf b, b partOf c, c partOf a, a fights x, x fights a")
    assert leaves(why(link("a", "partOf", "c"), world, load_rules())) == [
        frozenset(links("a partOf b, b partOf c"))
    ]
    found = why(link("x", "opponentOf", "a"), world, load_rules())
    assert leaves(found) == [frozenset(links("x fights a")), frozenset(links("a fights x"))]


def test_a_limit_is_kept_and_said() -> None:
    sides = [f"s{number}" for number in range(12)]
    world = links(", ".join(f"a supports {side}, {side} fights z" for side in sides))
    facts = closed(world, load_rules())
    target = link("a", "opponentOf", "z")
    cut = derivations(target, facts, load_rules(), limit=5)
    assert (len(cut.found), cut.complete) == (5, False)
    exact = derivations(target, facts, load_rules(), limit=12)
    assert (len(exact.found), exact.complete) == (12, True)


def test_of_many_on_one_side_only_those_that_fight_the_other_lead_to_it() -> None:
    sides = [f"s{number}" for number in range(40)]
    supported = links(", ".join(f"a supports {side}" for side in sides))
    fought = links(", ".join(f"{side} fights z" for side in (*sides[::10], "t1", "t2")))
    found = why(link("a", "opponentOf", "z"), supported | fought, load_rules())
    assert set(leaves(found)) == {
        frozenset(links(f"a supports {side}, {side} fights z")) for side in sides[::10]
    }


def test_a_tangle_of_thousands_of_steps_still_has_an_explanation() -> None:
    names = [f"n{number}" for number in range(40)]
    world = links(", ".join(f"{one} partOf {other}" for one in names for other in names if one != other))
    world -= links("n0 partOf n39")
    found = derivations(link("n0", "partOf", "n39"), closed(world, load_rules()), load_rules(), limit=3)
    assert [len(each.leaves) for each in found.found] == [2, 2, 2]
    assert not found.complete


def test_the_same_question_gives_the_same_answer_in_the_same_order() -> None:
    world = links("a supports b, b fights c, a supports d, d fights c, a funds e, e attacks c")
    target = link("a", "opponentOf", "c")
    assert why(target, sorted(world), load_rules()) == why(target, sorted(world, reverse=True), load_rules())


@given(worlds(size=7), st.sampled_from(ACTORS), st.sampled_from(ACTORS), st.data())
@settings(deadline=None, max_examples=60)
def test_the_derivations_are_exactly_the_smallest_sets_that_suffice(
    world: set[Link], one: str, other: str, data: st.DataObject
) -> None:
    everything = closure(world, load_rules()) | world
    assume(everything)
    target = data.draw(st.sampled_from(sorted(everything)))
    found = leaves(why(target, world, load_rules(), limit=1000))
    assert len(found) == len(set(found))
    assert set(found) == smallest_that_suffice(target, world)


def smallest_that_suffice(target: Link, world: set[Link]) -> set[frozenset[Link]]:
    found: set[frozenset[Link]] = set()
    for size in range(1, len(world) + 1):
        for chosen in map(frozenset, combinations(sorted(world), size)):
            new = not any(smaller <= chosen for smaller in found)
            if new and (target in chosen or target in closure(chosen, load_rules())):
                found.add(chosen)
    return found


@given(worlds(size=10))
@settings(deadline=None, max_examples=40)
def test_every_step_of_every_derivation_is_a_true_use_of_its_rule(world: set[Link]) -> None:
    for target in sorted(closure(world, load_rules()))[:5]:
        for derivation in why(target, world, load_rules()):
            for step in derivation.steps():
                premises = {premise.link for premise in step.premises}
                if step.rule is None:
                    assert step.link in world
                else:
                    assert step.link in closure(premises, [step.rule]) | premises


def test_a_rule_with_the_same_premise_twice_needs_it_once() -> None:
    twice = rule("x p y, x p z -> y q z")
    (found,) = why(link("b", "q", "c"), links("a p b, a p c"), [twice])
    assert found.leaves == links("a p b, a p c")
