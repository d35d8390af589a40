"""Runs rules forward: from links that are new to all that follows with their help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kg.iri import is_actor
from kg.reason.facts import OBJECT, SUBJECT, Bundle, Facts
from kg.reason.rules import Pattern, Rule

Sink: TypeAlias = Callable[[Bundle], None]
"""Takes conclusions, new or not."""


@dataclass(frozen=True, slots=True)
class _Step:
    """Joins one more premise: from a slot that is filled to the other end."""

    relation: str
    near: int
    side: int
    """Which end of the premise the near slot is."""
    far: int
    fills: bool
    """Whether the far slot is empty before; otherwise the step only asks whether the link is there."""
    unlike: tuple[int, ...]
    """Slots from which the far one must differ."""
    actor: bool
    """Whether the far slot must hold an actor."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to find all conclusions of a rule in which given links are one given premise.

    Variables become slots: 0 and 1 are subject and object of the links that start it.
    """

    relation: str
    """Of the conclusion."""
    ends: tuple[int, int]
    """The slots of the conclusion's subject and object."""
    width: int
    unlike: bool
    """Whether slots 0 and 1 must differ."""
    actors: tuple[int, ...]
    """Those of slots 0 and 1 that must hold actors."""
    steps: tuple[_Step, ...]

    def run(self, start: Bundle, facts: Facts, sink: Sink) -> None:
        """Sends to ``sink`` every conclusion, new or not, that has a link of ``start`` as this plan's
        premise.
        """
        _, end, side, others = start
        if self.unlike and end in others:
            others = others - {end}
        if side in self.actors and not is_actor(end):
            return
        if 1 - side in self.actors:
            others = {other for other in others if is_actor(other)}
        if not self.steps:
            sink((self.relation, end, self.ends.index(side), others))
            return
        slots = [""] * self.width
        slots[side] = end
        for other in tuple(others):
            slots[1 - side] = other
            self._join(0, slots, facts, sink)

    def _join(self, depth: int, slots: list[str], facts: Facts, sink: Sink) -> None:
        step = self.steps[depth]
        found = facts.others(step.relation, slots[step.near], step.side)
        if not step.fills:
            found = found & {slots[step.far]}
        if found and step.unlike:
            found = found - {slots[slot] for slot in step.unlike}
        if found and step.actor:
            found = {each for each in found if is_actor(each)}
        if not found:
            return
        if depth + 1 < len(self.steps):
            for value in tuple(found):
                slots[step.far] = value
                self._join(depth + 1, slots, facts, sink)
        elif step.fills and step.far in self.ends:
            side = 1 - self.ends.index(step.far)
            sink((self.relation, slots[self.ends[side]], side, found))
        else:
            sink((self.relation, slots[self.ends[SUBJECT]], SUBJECT, {slots[self.ends[OBJECT]]}))


def plans(rule: Rule) -> Iterator[tuple[str, Plan]]:
    """One plan for each premise of ``rule``, with the relation of the links that start it."""
    for start in rule.premises:
        slots = {start.subject: 0, start.object: 1}
        unlike = frozenset(slots) in rule.distinct
        actors = tuple(slots[variable] for variable in start.variables if variable in rule.actors)
        steps = []
        for pattern in in_order([each for each in rule.premises if each is not start], frozenset(slots)):
            side = SUBJECT if pattern.subject in slots else OBJECT
            near, far = pattern.variables[side], pattern.variables[1 - side]
            fills = far not in slots
            differ = tuple(slots[each] for each in slots if fills and frozenset({each, far}) in rule.distinct)
            slots.setdefault(far, len(slots))
            actor = fills and far in rule.actors
            steps.append(_Step(pattern.relation, slots[near], side, slots[far], fills, differ, actor))
        conclusion = rule.conclusion
        ends = (slots[conclusion.subject], slots[conclusion.object])
        yield start.relation, Plan(conclusion.relation, ends, len(slots), unlike, actors, tuple(steps))


def in_order(patterns: list[Pattern], bound: frozenset[str]) -> Iterator[Pattern]:
    """The patterns so that each shares a variable with those before; both ends bound comes first."""
    waiting = list(patterns)
    while waiting:
        best = max(waiting, key=lambda pattern: sum(variable in bound for variable in pattern.variables))
        waiting.remove(best)
        bound |= frozenset(best.variables)
        yield best
