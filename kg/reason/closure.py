"""What follows from links: all at once, or kept up to date as links come and go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

from kg.reason.facts import Bundle, Facts, LinkIndex
from kg.reason.matching import Plan, instances, plans
from kg.reason.rules import Link, Rule


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
    Closure(rules, facts).propagate(facts.bundles())
    return facts


class Closure:
    """Asserted links and all that follows from them, kept complete through every change.

    ``facts`` must already hold what follows from its asserted links (``closed`` makes such). Additions are propagated
    semi-naively: each new link once, against all links before it. Removals delete and rederive (DRed; Gupta, Mumick
    and Subrahmanian 1993): what a lost link helped to conclude falls, then whatever still stands on other premises
    comes back. A change costs what it touches, not what the graph holds.
    """

    def __init__(self, rules: Iterable[Rule], facts: Facts | None = None) -> None:
        self._facts: Facts = LinkIndex() if facts is None else facts
        self._forward: dict[str, list[Plan]] = defaultdict(list)
        self._backward: dict[str, list[Rule]] = defaultdict(list)
        self._before: dict[Link, bool] = {}
        for rule in rules:
            self._backward[rule.conclusion.relation].append(rule)
            for relation, plan in plans(rule):
                self._forward[relation].append(plan)

    @property
    def inferred(self) -> frozenset[Link]:
        """All inferred links, without the asserted ones. Costs as much as there are links."""
        return frozenset(link for link in self._facts if link not in self._facts.asserted)

    def add(self, links: Iterable[Link]) -> Delta:
        """Asserts ``links``; those that were only inferred leave the inferred ones."""
        return self.change(add=links)

    def remove(self, links: Iterable[Link]) -> Delta:
        """Asserts ``links`` no longer; those that still follow from others become inferred."""
        return self.change(remove=links)

    def change(self, *, add: Iterable[Link] = (), remove: Iterable[Link] = ()) -> Delta:
        """Removes, then adds, as one change. A link in both stays; one that was not asserted is not missed."""
        asserted = self._facts.asserted
        coming = frozenset(add)
        going = [link for link in frozenset(remove) - coming if link in asserted]
        self._before.clear()
        for link in going:
            self._note(link)
            asserted.discard(link)
        fresh = self._rederivable(self._fell(going))
        for link in coming:
            self._note(link)
            asserted.add(link)
            if link not in self._facts:
                fresh.append(link)
        for link in fresh:
            self._facts.add(link)
        for relation, end, others, outward in self.propagate([(link[1], link[0], {link[2]}, True) for link in fresh]):
            for other in others:
                self._before.setdefault((end, relation, other) if outward else (other, relation, end), False)
        return self._delta()

    def propagate(self, queue: list[Bundle]) -> list[Bundle]:
        """Adds to the facts all that follows from the links in ``queue``, which they hold already, and returns it."""
        facts, forward = self._facts, self._forward
        concluded: list[Bundle] = []

        def conclude(relation: str, end: str, others: Set[str], outward: bool) -> None:  # noqa: FBT001
            known = facts.objects(relation, end) if outward else facts.subjects(relation, end)
            if fresh := others - known:
                facts.add_all(relation, end, fresh, outward=outward)
                bundle = (relation, end, fresh, outward)
                queue.append(bundle)
                concluded.append(bundle)

        while queue:
            relation, end, others, outward = queue.pop()
            for plan in forward.get(relation, ()):
                plan.run(end, others, outward, facts, conclude)
        return concluded

    def _fell(self, going: list[Link]) -> list[Link]:
        """Takes from the facts ``going`` and all inferred links that had one of them among their premises."""
        facts, doomed, queue = self._facts, set(going), list(going)

        def doom(relation: str, end: str, others: Set[str], outward: bool) -> None:  # noqa: FBT001
            known = facts.objects(relation, end) if outward else facts.subjects(relation, end)
            for other in others & known:
                link = (end, relation, other) if outward else (other, relation, end)
                if link not in doomed and link not in facts.asserted:
                    doomed.add(link)
                    queue.append(link)

        while queue:
            subject, relation, target = queue.pop()
            for plan in self._forward.get(relation, ()):
                plan.run(subject, {target}, True, facts, doom)
        for link in doomed:
            self._note(link)
        for link in doomed:
            facts.discard(link)
        return list(doomed)

    def _rederivable(self, fallen: list[Link]) -> list[Link]:
        """Those of ``fallen`` that some rule still concludes from the facts that are left."""
        return [
            link
            for link in fallen
            if any(True for rule in self._backward.get(link[1], ()) for _ in instances(rule, link, self._facts))
        ]

    def _note(self, link: Link) -> None:
        if link not in self._before:
            self._before[link] = link in self._facts and link not in self._facts.asserted

    def _delta(self) -> Delta:
        now = {link: link in self._facts and link not in self._facts.asserted for link in self._before}
        added = frozenset(link for link, before in self._before.items() if now[link] and not before)
        removed = frozenset(link for link, before in self._before.items() if before and not now[link])
        return Delta(added, removed)
