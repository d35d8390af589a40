"""How two actors hang together: the shortest chains of links between them.

The search goes out from both ends at once, and on from the side whose links are fewer: what lies between two actors is
small, while some actors are linked with half of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from pyoxigraph import NamedNode

from kg.iri import is_place
from kg.namespaces import RW
from kg.rdf import Link
from kg.store import Store

_AT_ONCE = 1_000
"""Actors that one query asks for."""
_FIRST_LIMIT = 1_000
"""Links that are read of one side before the other is tried; four times as many in each further round."""
_FEW_PAIRS, _MANY_PAIRS = 64, 20_000
"""Up to so many pairs of actors are asked for one by one at once, or once both sides have many links."""

_Step = tuple[str, str, Link]
"""From an actor to another one, with the link that is walked."""
_Steps = dict[str, list[tuple[str, Link]]]
"""From whom a chain can come to an actor, and by which links."""


def shortest_paths(
    store: Store,
    start: str,
    goal: str,
    *,
    longest: int = 6,
    most: int = 5,
    inferred: bool = False,
    places: bool = False,
) -> tuple[tuple[Link, ...], ...]:
    """Up to ``most`` of the shortest chains from ``start`` to ``goal``, of at most ``longest`` links each.

    Links are walked both ways. Only with ``places`` does a chain lead through a place. Of several chains the first are
    given, in the order of IRIs from ``goal`` back to ``start``.
    """
    if start == goal:
        return ()
    graphs = [store.iris.graph(name) for name in (("links", "inferred") if inferred else ("links",))]
    steps = _Search(_Links(store, graphs), start, goal, places=places).steps(longest)
    chains = _walk_back(steps, start, goal)
    return tuple(chain for chain, _ in zip(chains, range(most), strict=False))


class _Side:
    """Whom one end reaches in so many links, and how; ``frontier`` are the farthest."""

    def __init__(self, end: str) -> None:
        self.reached = {end}
        self.frontier = {end}
        self.steps: list[_Step] = []
        """Outwards, those of nearer actors first."""

    def grow(self, steps: Iterable[_Step]) -> None:
        fresh = [step for step in steps if step[1] not in self.reached]
        self.steps += fresh
        self.frontier = {there for _, there, _ in fresh}
        self.reached |= self.frontier


class _Search:
    def __init__(self, links: _Links, start: str, goal: str, *, places: bool) -> None:
        self._links = links
        self._start, self._goal = _Side(start), _Side(goal)
        self._ends = {start, goal}
        self._places = places

    def steps(self, longest: int) -> _Steps:
        """The steps of all shortest chains; none where every chain is longer than ``longest``."""
        for _ in range(longest):
            near, far = self._start.frontier, self._goal.frontier
            if not near or not far:
                break
            middle = self._links.between(near, far) if len(near) * len(far) <= _FEW_PAIRS else []
            middle = middle or self._advance()
            if middle:
                return self._joined(middle)
            if shared := self._start.frontier & self._goal.frontier:
                return self._joined((), shared)
        return {}

    def _advance(self) -> list[_Step]:
        """Takes one side a link farther, or gives the links between both where each has very many."""
        near, far = self._start.frontier, self._goal.frontier
        sides = sorted((self._start, self._goal), key=lambda side: len(side.frontier))
        limit, asked = _FIRST_LIMIT, len(near) * len(far) <= _FEW_PAIRS
        while True:
            for side in sides:
                steps = self._links.of(side.frontier, limit)
                if steps is not None:
                    side.grow(step for step in steps if self._leads_on(step[1]))
                    return []
            if not asked and len(near) * len(far) <= _MANY_PAIRS:
                asked = True
                if middle := self._links.between(near, far):
                    return middle
            limit *= 4

    def _leads_on(self, there: str) -> bool:
        return self._places or there in self._ends or not is_place(there)

    def _joined(self, middle: Iterable[_Step], shared: Iterable[str] = ()) -> _Steps:
        """Both halves as steps towards the goal, without those that end nowhere."""
        steps: _Steps = defaultdict(list)
        for here, there, link in (*self._start.steps, *middle):
            steps[there].append((here, link))
        joined = {there for _, there, _ in middle} | set(shared)
        for here, there, link in reversed(self._goal.steps):
            if there in joined:
                joined.add(here)
                steps[here].append((there, link))
        return steps


class _Links:
    """The links of a store, walked both ways."""

    def __init__(self, store: Store, graphs: Iterable[str]) -> None:
        self._store = store
        self._graphs = tuple(map(NamedNode, graphs))

    def of(self, ends: Set[str], limit: int) -> list[_Step] | None:
        """The links of all ``ends``; None where they are more than ``limit``."""
        found: list[_Step] = []
        asked = sorted(ends)
        for first in range(0, len(asked), _AT_ONCE):
            here = _values("here", asked[first : first + _AT_ONCE])
            for graph in self._graphs:
                for there, out in (("?here ?relation ?there", True), ("?there ?relation ?here", False)):
                    room = limit - len(found) + 1
                    found += self._rows(f"{here} GRAPH {graph} {{ {there} }}", out=out, limit=room)
                    if len(found) > limit:
                        return None
        return found

    def between(self, near: Set[str], far: Set[str]) -> list[_Step]:
        """The links that join one of ``near`` with one of ``far``, from the former to the latter."""
        ends = f"{_values('here', sorted(near))} {_values('there', sorted(far))}"
        return [
            step
            for graph in self._graphs
            for pattern, out in (("?here ?relation ?there", True), ("?there ?relation ?here", False))
            for step in self._rows(f"{ends} GRAPH {graph} {{ {pattern} }}", out=out)
        ]

    def _rows(self, pattern: str, *, out: bool, limit: int | None = None) -> Iterator[_Step]:
        end = "" if limit is None else f" LIMIT {limit}"
        for row in self._store.select(f"SELECT ?here ?relation ?there WHERE {{ {pattern} }}{end}").rows:
            here, relation, there = (str(getattr(term, "value", "")) for term in row)
            name = relation.removeprefix(RW)
            yield here, there, ((here, name, there) if out else (there, name, here))


def _values(name: str, iris: Iterable[str]) -> str:
    return f"VALUES ?{name} {{ {' '.join(str(NamedNode(iri)) for iri in iris)} }}"


def _walk_back(steps: _Steps, start: str, end: str) -> Iterator[tuple[Link, ...]]:
    if end == start:
        yield ()
        return
    for before, link in sorted(set(steps.get(end, ()))):
        for chain in _walk_back(steps, start, before):
            yield (*chain, link)
