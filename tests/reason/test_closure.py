from __future__ import annotations

import gc
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from hypothesis.stateful import rule as action

from kg.rdf import Link
from kg.reason import Closure, Delta, Rule, closure, load_rules
from kg.reason.closure import closed
from kg.reason.facts import LinkIndex
from tests.reason.worlds import ACTORS, links, naive, rule, worlds

_VARIABLES = st.sampled_from(["x", "y", "z"])
_RELATIONS = st.sampled_from(["p", "q", "r"])
_PATTERNS = st.tuples(_VARIABLES, _RELATIONS, _VARIABLES).filter(lambda each: each[0] != each[2])


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Rules of up to three premises that hang together, with any inequalities."""
    premises = draw(st.lists(_PATTERNS, min_size=1, max_size=3))
    for earlier, later in pairwise(premises):
        if not {earlier[0], earlier[2]} & {later[0], later[2]}:
            premises = [earlier]
            break
    bound = sorted({variable for premise in premises for variable in (premise[0], premise[2])})
    subject, target = draw(st.permutations(bound).map(lambda each: each[:2]))
    pairs = [f"{one} {other}" for one in bound for other in bound if one < other]
    distinct = tuple(draw(st.sets(st.sampled_from(pairs))))
    body = ", ".join(" ".join(premise) for premise in premises)
    return rule(f"{body} -> {subject} {draw(_RELATIONS)} {target}", distinct=distinct)


_LINKS = st.tuples(st.sampled_from(ACTORS[:4]), _RELATIONS, st.sampled_from(ACTORS[:4]))


@given(st.sets(_LINKS, max_size=7), st.lists(rules(), max_size=4).map(tuple))
@settings(deadline=None)
def test_any_rules_infer_what_trying_everything_finds(world: set[Link], made_up: tuple[Rule, ...]) -> None:
    assert closure(world, made_up) == naive(world, made_up)


@given(
    st.sets(_LINKS, max_size=8),
    st.sets(_LINKS, max_size=3),
    st.lists(rules(), max_size=4).map(tuple),
    st.data(),
)
@settings(deadline=None)
def test_any_change_under_any_rules_ends_where_starting_anew_ends(
    world: set[Link], coming: set[Link], made_up: tuple[Rule, ...], data: st.DataObject
) -> None:
    going = data.draw(st.sets(st.sampled_from(sorted(world)))) if world else set()
    kept = Closure(made_up, closed(world, made_up))
    before = kept.inferred
    delta = kept.change(add=coming, remove=going)
    after = closure((world - going) | coming, made_up)
    assert kept.inferred == after
    assert delta == Delta(after - before, before - after)


class AnyHistory(RuleBasedStateMachine):
    """A closure that is changed again and again stays what it would be if computed anew."""

    @initialize()
    def begin(self) -> None:
        self.closure = Closure(load_rules())
        self.asserted: set[Link] = set()
        self.inferred: frozenset[Link] = frozenset()

    @action(some=worlds(size=4))
    def add(self, some: set[Link]) -> None:
        self._apply(self.closure.add(some))
        self.asserted |= some

    @action(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        some = (
            data.draw(st.sets(st.sampled_from(sorted(self.asserted)), max_size=3)) if self.asserted else set()
        )
        self._apply(self.closure.remove(some))
        self.asserted -= some

    @invariant()
    def the_same_as_anew(self) -> None:
        assert self.closure.inferred == self.inferred == closure(self.asserted, load_rules())

    def _apply(self, delta: Delta) -> None:
        assert not delta.added & self.inferred
        assert delta.removed <= self.inferred
        self.inferred = (self.inferred - delta.removed) | delta.added


AnyHistory.TestCase.settings = settings(deadline=None, max_examples=25, stateful_step_count=12)
TestAnyHistory = AnyHistory.TestCase


def test_an_empty_closure_infers_nothing() -> None:
    assert closure([], load_rules()) == frozenset()
    assert Closure(load_rules()).add([]) == Delta()


def test_a_link_that_was_inferred_and_is_now_stated_is_no_longer_inferred() -> None:
    kept = Closure(load_rules())
    kept.add(links("a fights b"))
    assert kept.add(links("b fights a")) == Delta(removed=frozenset(links("b fights a")))


def test_a_link_that_is_no_longer_stated_but_still_follows_becomes_inferred() -> None:
    kept = Closure(load_rules())
    kept.add(links("a arms b, a supports b"))
    assert kept.remove(links("a supports b")) == Delta(added=frozenset(links("a supports b")))


def test_a_conclusion_falls_only_with_its_last_premise() -> None:
    kept = Closure(load_rules())
    kept.add(links("a supports b, b fights c, a supports d, d fights c"))
    both = frozenset(links("a opponentOf c, c opponentOf a"))
    assert not kept.remove(links("a supports b")).removed & both
    assert both <= kept.remove(links("d fights c")).removed


def test_links_that_hold_each_other_up_in_a_circle_fall_together() -> None:
    kept = Closure(load_rules())
    kept.add(links("a fights b"))
    kept.remove(links("a fights b"))
    assert kept.inferred == frozenset()


def test_removing_what_is_not_there_changes_nothing() -> None:
    kept = Closure(load_rules())
    kept.add(links("a fights b"))
    assert kept.remove(links("b fights a, c supports d")) == Delta()


def test_adding_twice_changes_nothing() -> None:
    kept = Closure(load_rules())
    kept.add(links("a supports b, b fights c"))
    assert kept.add(links("b fights c")) == Delta()


def test_a_link_that_goes_and_comes_in_one_change_stays() -> None:
    kept = Closure(load_rules())
    kept.add(links("a fights b"))
    assert kept.change(add=links("a fights b"), remove=links("a fights b")) == Delta()


def test_an_index_gives_back_what_it_was_given() -> None:
    index = LinkIndex(links("a p b, a p c"))
    index.add(*links("b p c"))
    index.discard(*links("a p b"))
    index.discard(*links("x p y"))
    assert set(index) == links("a p c, b p c")


def test_the_collection_of_garbage_goes_on_after_a_closure() -> None:
    closure(links("a fights b"), load_rules())
    assert gc.isenabled()
