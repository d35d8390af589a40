"""Shortest paths over made graphs, against a search that tries every chain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.iri import Iris, is_place
from kg.query import paths
from kg.query.paths import shortest_paths
from kg.rdf import Link, link_quads
from kg.store import Change, Store, memory_store

IRIS = Iris()
ENDS = [
    *(IRIS.actor(f"a{number}") for number in range(7)),
    *(IRIS.place(f"p{number}") for number in range(2)),
]
LINKS = st.frozensets(
    st.tuples(st.sampled_from(ENDS), st.sampled_from(["fights", "supports"]), st.sampled_from(ENDS)),
    max_size=16,
)


def graph(links: frozenset[Link], inferred: frozenset[Link]) -> Store:
    store = memory_store(IRIS)
    quads = (*link_quads(links, "links", IRIS), *link_quads(inferred, "inferred", IRIS))
    store.apply(Change(insert=quads))
    return store


def every_shortest_chain(
    links: frozenset[Link], start: str, goal: str, *, longest: int, places: bool
) -> list[tuple[Link, ...]]:
    """By trying every chain: of one link, of two, … until one arrives; sorted from the goal back."""
    chains: list[tuple[tuple[str, ...], tuple[Link, ...]]] = [((start,), ())]
    for _ in range(longest):
        longer = []
        for been, chain in chains:
            for link in links:
                for here, there in {(link[0], link[2]), (link[2], link[0])}:
                    if (
                        here == been[-1]
                        and there not in been
                        and (places or there == goal or not is_place(there))
                    ):
                        longer.append(((*been, there), (*chain, link)))
        arrived = [each for each in longer if each[0][-1] == goal]
        if arrived:
            back = {(tuple(zip(been[-2::-1], chain[::-1], strict=True)), chain) for been, chain in arrived}
            return [chain for _, chain in sorted(back)]
        chains = longer
    return []


def limits(patch: pytest.MonkeyPatch, *, first: int, few: int, many: int, at_once: int) -> None:
    patch.setattr(paths, "_FIRST_LIMIT", first)
    patch.setattr(paths, "_FEW_PAIRS", few)
    patch.setattr(paths, "_MANY_PAIRS", many)
    patch.setattr(paths, "_AT_ONCE", at_once)


@pytest.mark.parametrize(
    "sizes",
    [
        pytest.param({"first": 1000, "few": 64, "many": 20_000, "at_once": 1000}, id="as they are"),
        pytest.param({"first": 1, "few": 0, "many": 1, "at_once": 2}, id="one side grows"),
        pytest.param({"first": 1, "few": 0, "many": 1000, "at_once": 1}, id="pairs are asked for late"),
    ],
)
@settings(max_examples=60)
@given(
    links=LINKS,
    inferred=LINKS,
    ends=st.permutations(ENDS),
    longest=st.integers(1, 6),
    most=st.integers(1, 4),
    places=st.booleans(),
    walk_inferred=st.booleans(),
)
def test_the_paths_are_those_that_trying_every_chain_finds(
    *,
    sizes: dict[str, int],
    links: frozenset[Link],
    inferred: frozenset[Link],
    ends: list[str],
    longest: int,
    most: int,
    places: bool,
    walk_inferred: bool,
) -> None:
    start, goal = ends[:2]
    walked = links | inferred if walk_inferred else links
    with pytest.MonkeyPatch.context() as patch:
        limits(patch, **sizes)
        found = shortest_paths(
            graph(links, inferred),
            start,
            goal,
            longest=longest,
            most=most,
            inferred=walk_inferred,
            places=places,
        )
    assert list(found) == every_shortest_chain(walked, start, goal, longest=longest, places=places)[:most]
