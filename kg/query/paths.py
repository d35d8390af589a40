"""How two actors hang together: the shortest chains of links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.iri import is_place
from kg.namespaces import RW
from kg.query.lookup import look_up
from kg.rdf import Link
from kg.store import Store


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

    Links are walked both ways. Only with ``places`` does a chain lead through a place.
    """
    graphs = [store.iris.graph(name) for name in (("links", "inferred") if inferred else ("links",))]
    steps: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    reached, frontier = {start}, [start]
    for _ in range(longest):
        if goal in reached or not frontier:
            break
        fresh: set[str] = set()
        for here, there, link in _steps(store, frontier, graphs):
            if there not in reached and (places or there == goal or not is_place(there)):
                steps[there].append((here, link))
                fresh.add(there)
        reached |= fresh
        frontier = sorted(fresh)
    chains = _walk_back(steps, start, goal) if start != goal and goal in reached else iter(())
    return tuple(chain for chain, _ in zip(chains, range(most), strict=False))


def _steps(store: Store, entities: Sequence[str], graphs: Sequence[str]) -> Iterator[tuple[str, str, Link]]:
    for row in look_up(store, "neighbours", entity=entities, graph=graphs):
        here, there = row["entity"] or "", row["other"] or ""
        relation = (row["relation"] or "").removeprefix(RW)
        out = row["direction"] == "out"
        yield here, there, ((here, relation, there) if out else (there, relation, here))


def _walk_back(steps: dict[str, list[tuple[str, Link]]], start: str, end: str) -> Iterator[tuple[Link, ...]]:
    if end == start:
        yield ()
        return
    for before, link in sorted(set(steps[end])):
        for chain in _walk_back(steps, start, before):
            yield (*chain, link)
