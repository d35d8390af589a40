"""Why a link holds: every smallest set of asserted links from which it follows, each as a tree of steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count, product
from typing import TypeAlias

from kg.rdf import Link
from kg.reason.backward import instances
from kg.reason.closure import closed
from kg.reason.facts import Facts
from kg.reason.rules import Rule

LIMIT = 25
"""How many derivations are looked for unless told otherwise; a busy pair of actors can have thousands."""

_MANY = 20_000
_FEW = 64
"""Past ``_MANY`` steps back from a link, only ``_FEW`` are kept for each further link: those nearest to
assertions.
"""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A link, and how it follows. Without a rule it is asserted, and ends its branch of the tree."""

    link: Link
    rule: Rule | None = None
    premises: tuple[Derivation, ...] = ()

    @property
    def leaves(self) -> frozenset[Link]:
        """The asserted links on which it all rests."""
        return frozenset(step.link for step in self.steps() if step.rule is None)

    def steps(self) -> Iterator[Derivation]:
        """This step and all below it, premises after what they support."""
        yield self
        for premise in self.premises:
            yield from premise.steps()


@dataclass(frozen=True, slots=True)
class Derivations:
    """Minimal derivations of one link, and whether these are all."""

    found: tuple[Derivation, ...]
    complete: bool


def why(
    link: Link, links: Iterable[Link], rules: Iterable[Rule], *, limit: int = LIMIT
) -> tuple[Derivation, ...]:
    """The minimal derivations of ``link`` from the asserted ``links``: none of their sets of leaves holds
    another.

    The fewest leaves come first, then the fewest steps. At most ``limit`` are given. Empty where the link
    does not follow. An asserted link is its own first derivation.
    """
    rules = tuple(rules)
    return derivations(link, closed(links, rules), rules, limit=limit).found


def derivations(link: Link, facts: Facts, rules: Iterable[Rule], *, limit: int = LIMIT) -> Derivations:
    """As ``why``, over facts that already hold all that follows from their asserted links."""
    if link not in facts:
        return Derivations((), complete=True)
    by_relation: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        by_relation[rule.conclusion.relation].append(rule)
    search = _Search(link, facts, limit)
    search.look_back(by_relation)
    return search.smallest_first()


@dataclass(frozen=True, slots=True)
class _Instance:
    rule: Rule
    conclusion: Link
    premises: tuple[Link, ...]


_Way: TypeAlias = tuple[frozenset[Link], int, Derivation]
"""Leaves, number of steps, tree."""


class _Search:
    """Finds the derivations of one link: first all steps that could lead to it, then the sets of leaves that
    do.
    """

    def __init__(self, link: Link, facts: Facts, limit: int) -> None:
        self._link = link
        self._facts = facts
        self._limit = limit
        self._complete = True
        self._links = [link]
        self._using: dict[Link, list[_Instance]] = defaultdict(list)
        self._reached: dict[Link, list[_Way]] = defaultdict(list)
        self._heap: list[tuple[int, int, list[Link], int, frozenset[Link], Derivation]] = []
        self._count = count()
        self._offered: dict[tuple[Link, frozenset[Link]], int] = {}

    def look_back(self, rules: dict[str, list[Rule]]) -> None:
        """Collects every instance of a rule on any way from asserted links to the link."""
        seen, many = {self._link}, 0
        for current in self._links:
            steps = [
                _Instance(rule, current, premises)
                for rule in rules[current[1]]
                for premises in instances(rule, current, self._facts)
                if self._link not in premises
            ]
            steps.sort(key=lambda step: (self._distance(step), step.rule.name, step.premises))
            many += len(steps)
            if many > _MANY and len(steps) > _FEW:
                steps, self._complete = steps[:_FEW], False
            for step in steps:
                for premise in dict.fromkeys(step.premises):
                    self._using[premise].append(step)
                    if premise not in seen:
                        seen.add(premise)
                        self._links.append(premise)

    def smallest_first(self) -> Derivations:
        """Knuth's generalisation of Dijkstra's algorithm, kept going for every set that holds no smaller one.

        A conclusion rests on at least as many leaves as each of its premises and takes more steps, so what
        comes off the heap only grows: a set of leaves that holds none of those before it is minimal.
        """
        for link in self._links:
            if link in self._facts.asserted:
                self._offer((frozenset({link}), 0, Derivation(link)))
        while self._heap:
            _, size, _, _, leaves, derivation = heappop(self._heap)
            known = self._reached[derivation.link]
            if any(earlier <= leaves for earlier, _, _ in known):
                continue
            if len(known) >= self._limit * (1 if derivation.link == self._link else 4):
                self._complete = False
                if derivation.link == self._link:
                    break
                continue
            known.append((leaves, size, derivation))
            for instance in self._using[derivation.link]:
                for united, total, below in self._combined(instance, derivation.link):
                    self._offer((united, total + 1, Derivation(instance.conclusion, instance.rule, below)))
        return Derivations(tuple(way[2] for way in self._reached[self._link]), self._complete)

    def _distance(self, step: _Instance) -> int:
        return sum(premise not in self._facts.asserted for premise in step.premises)

    def _offer(self, way: _Way) -> None:
        leaves, size, derivation = way
        key = (derivation.link, leaves)
        if size < self._offered.get(key, size + 1):
            self._offered[key] = size
            heappush(self._heap, (len(leaves), size, sorted(leaves), next(self._count), leaves, derivation))

    def _combined(
        self, instance: _Instance, latest: Link
    ) -> Iterator[tuple[frozenset[Link], int, tuple[Derivation, ...]]]:
        """Every way to fill the premises of ``instance`` from what is reached, with the newest way for
        ``latest``.
        """
        ways = [
            self._reached[premise][-1:] if premise == latest else self._reached[premise]
            for premise in instance.premises
        ]
        for chosen in product(*ways):
            leaves = frozenset().union(*(way[0] for way in chosen))
            yield leaves, sum(way[1] for way in chosen), tuple(way[2] for way in chosen)
