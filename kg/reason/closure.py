"""What follows from links: all at once, or kept up to date as links come and go."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kg.rdf import Link
from kg.reason.backward import instances
from kg.reason.facts import SUBJECT, Bundle, Facts, LinkIndex, links_of
from kg.reason.matching import Plan, plans
from kg.reason.rules import Rule


@dataclass(frozen=True, slots=True)
class Delta:
    """How the inferred links change. No link is in both sets."""

    added: frozenset[Link] = frozenset()
    removed: frozenset[Link] = frozenset()


def closure(links: Iterable[Link], rules: Iterable[Rule]) -> frozenset[Link]:
    """All links that follow from ``links`` by ``rules`` and are not themselves in ``links``."""
    asserted = frozenset(links)
    return frozenset(link for link in closed(asserted, rules) if link not in asserted)


def closed(links: Iterable[Link], rules: Iterable[Rule]) -> LinkIndex:
    """``links``, asserted, together with all that follows from them."""
    facts = LinkIndex(links)
    with _uncollected():
        Closure(rules, facts).propagate(facts.bundles())
    return facts


class Closure:
    """Asserted links and all that follows from them, kept complete through every change.

    ``facts`` must already hold what follows from its asserted links (``closed`` makes such). Additions are
    propagated semi-naively: each new link once, against all links before it. Removals delete and rederive
    (DRed; Gupta, Mumick and Subrahmanian 1993): what a lost link helped to conclude falls, then whatever
    still stands on other premises comes back. A change costs what it touches, not what the graph holds.
    """

    def __init__(self, rules: Iterable[Rule], facts: Facts | None = None) -> None:
        self._facts: Facts = LinkIndex() if facts is None else facts
        self._forward: dict[str, list[Plan]] = defaultdict(list)
        self._backward: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            self._backward[rule.conclusion.relation].append(rule)
            for relation, plan in plans(rule):
                self._forward[relation].append(plan)

    @property
    def inferred(self) -> frozenset[Link]:
        """All inferred links, without the asserted ones. Costs as much as there are links."""
        return frozenset(link for link in self._facts if self._is_inferred(link))

    def add(self, links: Iterable[Link]) -> Delta:
        """Asserts ``links``; those that were only inferred leave the inferred ones."""
        return self.change(add=links)

    def remove(self, links: Iterable[Link]) -> Delta:
        """Asserts ``links`` no longer; those that still follow from others become inferred."""
        return self.change(remove=links)

    def change(self, *, add: Iterable[Link] = (), remove: Iterable[Link] = ()) -> Delta:
        """Removes, then adds, as one change. A link in both stays; one not asserted is not missed."""
        facts, asserted = self._facts, self._facts.asserted
        coming = frozenset(add)
        going = [link for link in frozenset(remove) - coming if link in asserted]
        before = {link: self._is_inferred(link) for link in (*coming, *going)}
        for link in going:
            asserted.discard(link)
        doomed = self._doomed(going)
        for link in doomed:
            before.setdefault(link, True)
        for link in doomed:
            facts.discard(link)
        fresh = [link for link in doomed if self._follows(link)]
        fresh += (link for link in coming if link not in facts)
        for link in coming:
            asserted.add(link)
        for link in fresh:
            facts.add(link)
        for bundle in self.propagate([(link[1], link[0], SUBJECT, {link[2]}) for link in fresh]):
            for link in links_of(bundle):
                before.setdefault(link, False)
        now = {link: self._is_inferred(link) for link in before}
        return Delta(
            frozenset(link for link, was in before.items() if now[link] and not was),
            frozenset(link for link, was in before.items() if was and not now[link]),
        )

    def propagate(self, queue: list[Bundle]) -> list[Bundle]:
        """Adds all that follows from the links in ``queue``, which the facts hold already, and returns it."""
        facts, forward = self._facts, self._forward
        concluded: list[Bundle] = []

        def conclude(bundle: Bundle) -> None:
            relation, end, side, _ = bundle
            if fresh := facts.missing(bundle):
                bundle = (relation, end, side, fresh)
                facts.add_all(bundle)
                queue.append(bundle)
                concluded.append(bundle)

        while queue:
            bundle = queue.pop()
            for plan in forward.get(bundle[0], ()):
                plan.run(bundle, facts, conclude)
        return concluded

    def _doomed(self, going: list[Link]) -> set[Link]:
        """``going``, and all inferred links that had one of them among their premises, at any distance."""
        facts, doomed, queue = self._facts, set(going), list(going)

        def doom(bundle: Bundle) -> None:
            relation, end, side, others = bundle
            for link in links_of((relation, end, side, others - facts.missing(bundle))):
                if link not in doomed and link not in facts.asserted:
                    doomed.add(link)
                    queue.append(link)

        while queue:
            subject, relation, target = queue.pop()
            for plan in self._forward.get(relation, ()):
                plan.run((relation, subject, SUBJECT, {target}), facts, doom)
        return doomed

    def _follows(self, link: Link) -> bool:
        """Whether some rule concludes ``link`` from the facts in one step."""
        rules = self._backward.get(link[1], ())
        return any(True for rule in rules for _ in instances(rule, link, self._facts))

    def _is_inferred(self, link: Link) -> bool:
        return link in self._facts and link not in self._facts.asserted


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pauses the search for garbage cycles: a closure makes none, and looking for them doubles its time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
