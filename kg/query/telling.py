"""Which inferred links say more than a link that is there already."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.ontology import load_ontology
from kg.rdf import Link


def telling(said: Iterable[Link], inferred: Iterable[Link]) -> list[Link]:
    """Those of ``inferred`` that tell a reader something beside what is ``said``, sorted.

    A closure also holds each link's other side and each relation above it, and "A is an opponent of B" beside
    "B fights A" tells a reader nothing. ``said`` must hold all asserted links between the same ends.
    """
    told, found = set(said), frozenset(inferred)
    ontology, both = load_ontology(), mirrors()
    below = {relation: ontology.below(relation) for relation in {link[1] for link in found}}
    depth = {relation: len(ontology.above(relation)) for relation in below}
    more = []
    for subject, relation, target in sorted(found, key=lambda link: (-depth[link[1]], link)):
        same = ((subject, each, target) for each in below[relation])
        mirrored = ((target, both[each], subject) for each in below[relation] if each in both)
        if told.isdisjoint((*same, *mirrored)):
            told.add((subject, relation, target))
            more.append((subject, relation, target))
    return sorted(more)


@lru_cache(maxsize=1)
def mirrors() -> dict[str, str]:
    """Relation to its inverse, itself for a symmetric one."""
    ontology = load_ontology()
    both_ways = {each.name: each.name for each in ontology.relations if each.symmetric}
    return both_ways | dict(ontology.axioms.inverses)
