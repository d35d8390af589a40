"""Matches rules against facts: forward from one premise, backward from a conclusion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from kg.iri import is_actor
from kg.reason.facts import Facts
from kg.reason.rules import Link, Pattern, Rule

Sink: TypeAlias = Callable[[str, str, Set[str], bool], None]
"""Takes conclusions in bulk: the relation, one end, all other ends, and whether the one end is the subject."""


@dataclass(frozen=True, slots=True)
class _Step:
    """Joins one more premise: from a bound end to the other, which is new (``reach``) or bound as well."""

    relation: str
    near: int
    far: int
    outward: bool
    """Whether the near end is the subject."""
    reach: bool
    differ: tuple[int, ...]
    """Slots that must differ from the far end once it is bound."""
    actor: bool
    """Whether the far end, once it is bound, must be an actor."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to find all conclusions of a rule in which a given link is one given premise."""

    rule: Rule
    relation: str
    subject: int
    target: int
    width: int
    differ: bool
    """Whether the two ends of the start must differ."""
    actors: tuple[int, ...]
    """Ends of the start (0 the subject, 1 the object) that must be actors."""
    steps: tuple[_Step, ...]

    def run(self, end: str, others: Set[str], outward: bool, facts: Facts, sink: Sink) -> None:  # noqa: FBT001
        """Sends to ``sink`` every conclusion, new or not, that has one of the given links as this plan's premise.

        The links go from ``end`` to each of ``others``, or the other way where they are not ``outward``.
        """
        here, there = (0, 1) if outward else (1, 0)
        if self.differ and end in others:
            others = others - {end}
        if here in self.actors and not is_actor(end):
            return
        if there in self.actors:
            others = {other for other in others if is_actor(other)}
        if not self.steps:
            sink(self.relation, end, others, self.subject == here)
            return
        slots = [""] * self.width
        slots[here] = end
        for other in tuple(others):
            slots[there] = other
            self._join(0, slots, facts, sink)

    def _join(self, depth: int, slots: list[str], facts: Facts, sink: Sink) -> None:
        step = self.steps[depth]
        find = facts.objects if step.outward else facts.subjects
        found = find(step.relation, slots[step.near])
        if not step.reach:
            found = found & {slots[step.far]}
        if not found:
            return
        if unlike := {slots[slot] for slot in step.differ}:
            found = found - unlike
        if step.actor:
            found = {each for each in found if is_actor(each)}
        last = depth + 1 == len(self.steps)
        if last and step.reach and step.far == self.target:
            sink(self.relation, slots[self.subject], found, True)
        elif last and step.reach and step.far == self.subject:
            sink(self.relation, slots[self.target], found, False)
        elif last:
            if found:
                sink(self.relation, slots[self.subject], {slots[self.target]}, True)
        else:
            for value in tuple(found):
                slots[step.far] = value
                self._join(depth + 1, slots, facts, sink)


def plans(rule: Rule) -> Iterator[tuple[str, Plan]]:
    """One plan for each premise of ``rule``, with the relation of the links that start it."""
    for start in rule.premises:
        slots = {start.subject: 0, start.object: 1}
        differ = frozenset(slots) in rule.distinct
        actors = tuple(slots[variable] for variable in start.variables if variable in rule.actors)
        steps = []
        for pattern in _order([each for each in rule.premises if each is not start], set(slots)):
            outward = pattern.subject in slots
            near, far = pattern.variables if outward else (pattern.object, pattern.subject)
            reach = far not in slots
            unlike = tuple(slots[each] for each in slots if reach and frozenset({each, far}) in rule.distinct)
            slots.setdefault(far, len(slots))
            actor = reach and far in rule.actors
            steps.append(_Step(pattern.relation, slots[near], slots[far], outward, reach, unlike, actor))
        conclusion = rule.conclusion
        yield (
            start.relation,
            Plan(
                rule,
                conclusion.relation,
                slots[conclusion.subject],
                slots[conclusion.object],
                len(slots),
                differ,
                actors,
                tuple(steps),
            ),
        )


def instances(rule: Rule, conclusion: Link, facts: Facts) -> Iterator[tuple[Link, ...]]:
    """Every way in which ``rule`` concludes ``conclusion`` from ``facts``: its premises, in the rule's order."""
    subject, relation, target = conclusion
    if relation != rule.conclusion.relation:
        return
    binding = {rule.conclusion.subject: subject, rule.conclusion.object: target}
    if not _allowed(rule, binding):
        return
    for found in _extend(rule, _backward_order(rule), binding, facts):
        yield tuple(pattern.link(found) for pattern in rule.premises)


def _extend(rule: Rule, rest: tuple[Pattern, ...], binding: dict[str, str], facts: Facts) -> Iterator[dict[str, str]]:
    if not rest:
        yield binding
        return
    pattern, later = rest[0], rest[1:]
    if pattern.subject in binding and pattern.object in binding:
        if pattern.link(binding) in facts:
            yield from _extend(rule, later, binding, facts)
        return
    if pattern.subject in binding:
        free, found = pattern.object, facts.objects(pattern.relation, binding[pattern.subject])
    else:
        free, found = pattern.subject, facts.subjects(pattern.relation, binding[pattern.object])
    for value in tuple(found):
        longer = {**binding, free: value}
        if _allowed(rule, longer):
            yield from _extend(rule, later, longer, facts)


def _allowed(rule: Rule, binding: dict[str, str]) -> bool:
    """Whether what is bound so far breaks no condition of the rule."""
    for pair in rule.distinct:
        one, other = pair
        if one in binding and binding[one] == binding.get(other):
            return False
    return all(is_actor(binding[variable]) for variable in rule.actors if variable in binding)


@lru_cache(maxsize=1024)
def _backward_order(rule: Rule) -> tuple[Pattern, ...]:
    return tuple(_order(list(rule.premises), set(rule.conclusion.variables)))


def _order(patterns: list[Pattern], bound: set[str]) -> Iterator[Pattern]:
    """The patterns so that each shares a variable with those before it; those with both ends bound come first."""
    waiting, bound = list(patterns), set(bound)
    while waiting:
        best = max(waiting, key=lambda pattern: sum(variable in bound for variable in pattern.variables))
        waiting.remove(best)
        bound |= set(best.variables)
        yield best
