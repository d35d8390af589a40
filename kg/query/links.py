"""The links of an actor or a place, each with what holds it up, filtered as a user asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from kg.iri import is_place
from kg.model import Modality
from kg.namespaces import RW
from kg.query.claims_in import claims_in
from kg.query.lookup import look_up_unsorted
from kg.query.said import Said, in_order
from kg.query.telling import mirrors, telling
from kg.store import Store

if TYPE_CHECKING:
    from kg.query.claims import Claims
    from kg.rdf import Link as PlainLink


@dataclass(frozen=True, slots=True)
class Link:
    """One link of one modality. Actors and places are IRIs, ``relation`` a local name in the ontology."""

    subject: str
    relation: str
    object: str
    modality: Modality
    statements: tuple[Said, ...] = ()
    """What says so; empty for an inferred link."""
    hop: int = 1
    """How many links away from the one who was asked about, from 1."""

    @property
    def inferred(self) -> bool:
        """Whether it follows from other links, and no document says it."""
        return not self.statements


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which links to give. Empty or ``None`` means any."""

    relations: frozenset[str] = frozenset()
    direction: Literal["out", "in", "both"] = "both"
    modalities: frozenset[Modality] = frozenset({Modality.ASSERTED})
    sources: frozenset[str] = frozenset()
    """IRIs of sources, or names of publishers."""
    since: date | None = None
    until: date | None = None
    """Links that can be about a day from ``since`` to ``until``, both inclusive."""
    undated: bool = False
    """Only claims for which no day is known, and whose documents have none."""
    others: frozenset[str] = frozenset()
    inferred: bool = True
    said: bool = True
    """Whether what documents state counts, beside what is inferred."""

    def takes(self, statement: Said) -> bool:
        """Whether a claim counts, apart from direction."""
        said_by = {*statement.sources, statement.publisher or ""}
        return (
            self.said
            and (not self.relations or statement.relation in self.relations)
            and (not self.modalities or statement.modality in self.modalities)
            and (not self.sources or bool(self.sources & said_by))
            and (not self.since or date.fromisoformat(statement.latest or "0001-01-01") >= self.since)
            and (not self.until or date.fromisoformat(statement.earliest or "9999-12-31") <= self.until)
            and (not self.undated or not (statement.earliest or statement.latest))
        )

    def points(self, near: frozenset[str], subject: str, relation: str, target: str) -> bool:
        """Whether a link runs in the wanted direction, seen from an end that is ``near``."""
        if self.direction == "both" or mirrors().get(relation) == relation:
            return True
        return (subject if self.direction == "out" else target) in near

    def takes_inferred(self) -> bool:
        """Whether inferred links count: they have no source, no day and no doubt of their own."""
        unsourced = not (self.sources or self.since or self.until or self.undated)
        certain = not self.modalities or Modality.ASSERTED in self.modalities
        return self.inferred and unsourced and certain


def links_of(
    store: Store, entity: str, wanted: Wanted, *, hops: int = 1, claims: Claims | None = None
) -> tuple[Link, ...]:
    """The links of ``entity``, and of those they lead to, up to ``hops`` away; nearest first.

    Places are not gone through: two actors in one city have no link for that. ``claims`` are those of ``store``, read
    by whatever way is the fastest unless they are given.
    """
    claims = claims or claims_in(store)
    found: dict[tuple[str, str, str, Modality], Link] = {}
    reached, frontier = {entity}, [entity]
    for hop in range(1, hops + 1):
        for link in _touching(store, claims, frontier, wanted, hop):
            found.setdefault((link.subject, link.relation, link.object, link.modality), link)
        ends = (end for link in found.values() if link.hop == hop for end in (link.subject, link.object))
        frontier = sorted({end for end in ends if end not in reached and not is_place(end)})
        reached.update(frontier)
        if not frontier:
            break
    return tuple(found.values())


def _touching(
    store: Store, claims: Claims, entities: Sequence[str], wanted: Wanted, hop: int
) -> Iterator[Link]:
    said: dict[tuple[str, str, str, Modality], list[Said]] = defaultdict(list)
    near = frozenset(entities)
    for each in in_order(_about(claims, entities, sorted(wanted.others))):
        if wanted.takes(each) and wanted.points(near, each.subject, each.relation, each.object):
            said[each.subject, each.relation, each.object, each.modality].append(each)
    for (subject, relation, target, modality), own in said.items():
        yield Link(subject, relation, target, modality, tuple(own), hop)
    if wanted.takes_inferred():
        for subject, relation, target in _telling(store, near):
            asked = not wanted.relations or relation in wanted.relations
            between = not wanted.others or bool(wanted.others & {subject, target})
            if asked and between and wanted.points(near, subject, relation, target):
                yield Link(subject, relation, target, Modality.ASSERTED, (), hop)


def _about(claims: Claims, entities: Sequence[str], others: Sequence[str]) -> Iterable[Said]:
    """The claims about any of ``entities``, and any of ``others`` if there are some."""
    if not others:
        return claims.of(*entities)
    both = (*claims.between(entities, others), *claims.between(others, entities))
    return {each.claim: each for each in both}.values()


def _telling(store: Store, near: frozenset[str]) -> list[PlainLink]:
    """The inferred links that say more than a link that is there already."""
    return telling(_plain(store, near, "links"), _plain(store, near, "inferred"))


def _plain(store: Store, near: frozenset[str], graph: str) -> Iterator[PlainLink]:
    for row in look_up_unsorted(store, "neighbours", entity=sorted(near), graph=[store.iris.graph(graph)]):
        entity, other = row["entity"] or "", row["other"] or ""
        relation = (row["relation"] or "").removeprefix(RW)
        yield (entity, relation, other) if row["direction"] == "out" else (other, relation, entity)
