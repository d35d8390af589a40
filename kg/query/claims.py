"""Claims in short, as they are asked for, and where the answers come from: the graph, or an index beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kg.model import Modality
from kg.namespaces import RW
from kg.query.lookup import look_up_unsorted
from kg.query.said import Said, in_order, said_at, said_between, said_by, said_of
from kg.query.ties import (
    Period,
    Tie,
    Told,
    contradicted,
    disputed_ties,
    inferred_between,
    inferred_of,
    periods,
    said_as,
    ties_between,
    ties_of,
    voices,
)
from kg.rdf import Link
from kg.store import Store

if TYPE_CHECKING:
    from kg.query.cited import Cited
    from kg.query.speakers import Speaker
    from kg.query.tie_groups import Counted, Direction, Group
    from kg.query.tie_pages import TiePage, WhichTies


class Whereabouts(NamedTuple):
    """A place with how much is said to happen there, or to be done to it."""

    place: str
    claims: int
    documents: int


class Weight(NamedTuple):
    """How many say something, and the first and last day that it can be about, ISO 8601, where they are known."""

    voices: int
    earliest: str | None
    latest: str | None


class Claims(Protocol):
    """What is said in a store. Actors and places are IRIs."""

    def of(self, *entities: str) -> tuple[Said, ...]:
        """The claims about any of some actors and places, in no order."""

    def between(self, ones: Sequence[str], others: Sequence[str]) -> tuple[Said, ...]:
        """The claims whose subject is one of ``ones`` and whose object is one of ``others``."""

    def at(self, places: Sequence[str]) -> tuple[Said, ...]:
        """The claims about what is done at any of ``places``, or to it."""

    def by(self, sources: Sequence[str]) -> tuple[Said, ...]:
        """The claims that are ascribed to any of ``sources``, or that one of these published: IRIs and names."""

    def stating(self, links: Collection[Link], modality: Modality | None) -> list[str]:
        """The IRIs of the claims that say any of ``links``, by the names of their documents and where in these."""

    def cite(self, claims: Sequence[str]) -> tuple[Cited, ...]:
        """Those of ``claims`` (IRIs) that the store holds, in their order, with their words."""

    def ties(self, entity: str) -> tuple[Tie, ...]:
        """All that is said between an actor or a place and others, of every modality."""

    def page(self, entity: str, which: WhichTies, offset: int, limit: int) -> TiePage | None:
        """Some of the ties of an actor or a place, as ``kg.query.ties.by_weight`` sorts them.

        ``None`` where that is no less work than to read all of them.
        """

    def ties_between(self, entities: Sequence[str]) -> tuple[Tie, ...]:
        """All that is said among ``entities``."""

    def inferred(self, entity: str, said: Iterable[Tie]) -> tuple[Tie, ...]:
        """The inferred links of ``entity`` that say more than all that is ``said`` of it."""

    def inferred_between(self, entities: Sequence[str], said: Iterable[Tie]) -> tuple[Tie, ...]:
        """The inferred links among ``entities`` that say more than all that is ``said`` among them."""

    def disputed(self, entity: str | None) -> tuple[Tie, ...]:
        """All ties of somebody, or at all, that contradict others, as ``kg.query.ties.contradicted`` says."""

    def voices(self, told: Iterable[Told]) -> dict[Told, frozenset[str]]:
        """Who says each: IRIs of those to whom it is ascribed, else names of publishers, else IRIs of documents."""

    def whereabouts(self) -> tuple[Whereabouts, ...]:
        """All places where something is said to happen, or to which it is done."""

    def speakers(self, entity: str | None) -> tuple[Speaker, ...]:
        """Who speaks of an actor or a place, or at all, those in most documents first."""

    def groups(self, entity: str) -> dict[Group, Counted]:
        """All that is said or inferred of an actor or a place, as groups of ties."""

    def disputes(self, entity: str) -> int:
        """With how many others an actor or a place has ties that contradict each other."""

    def periods(self, links: Iterable[Link], centre: str | None = None) -> dict[Told, Period]:
        """From when to when each link is, in every modality, as ``kg.query.ties.periods`` says."""

    def weights(self, told: Iterable[Told], centre: str | None = None) -> dict[Told, Weight]:
        """How many say each, and from when to when it is; ``centre`` as in ``periods``."""


class GraphClaims:
    """Reads them from the graph, each time anew. A command asks one of these questions, and imports what it needs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, *entities: str) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_of(self._store, entities)

    def between(self, ones: Sequence[str], others: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_between(self._store, ones, others)

    def at(self, places: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_at(self._store, places)

    def by(self, sources: Sequence[str]) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_by(self._store, sources)

    def stating(self, links: Collection[Link], modality: Modality | None) -> list[str]:
        """See ``Claims``."""
        pairs = dict.fromkeys((one, other) for one, _, other in links)
        said = (each for one, other in pairs for each in self.between([one], [other]))
        wanted = frozenset(links)
        chosen = (
            each
            for each in said
            if (each.subject, each.relation, each.object) in wanted and modality in (None, each.modality)
        )
        return [each.claim for each in in_order(chosen)]

    def cite(self, claims: Sequence[str]) -> tuple[Cited, ...]:
        """See ``Claims``."""
        from kg.query.cited import cite

        return cite(self._store, claims)

    def ties(self, entity: str) -> tuple[Tie, ...]:
        """See ``Claims``."""
        return ties_of(self._store, entity)

    def page(self, entity: str, which: WhichTies, offset: int, limit: int) -> TiePage | None:
        """See ``Claims``."""
        return None

    def ties_between(self, entities: Sequence[str]) -> tuple[Tie, ...]:
        """See ``Claims``."""
        return ties_between(self._store, entities)

    def inferred(self, entity: str, said: Iterable[Tie]) -> tuple[Tie, ...]:
        """See ``Claims``."""
        return inferred_of(self._store, entity, said)

    def inferred_between(self, entities: Sequence[str], said: Iterable[Tie]) -> tuple[Tie, ...]:
        """See ``Claims``."""
        return inferred_between(self._store, entities, said)

    def disputed(self, entity: str | None) -> tuple[Tie, ...]:
        """See ``Claims``."""
        if entity is None:
            return disputed_ties(self._store)
        ties = self.ties(entity)
        against = contradicted(ties)
        return tuple(tie for tie in ties if tie.told in against)

    def voices(self, told: Iterable[Told]) -> dict[Told, frozenset[str]]:
        """See ``Claims``."""
        return voices(self._store, told)

    def whereabouts(self) -> tuple[Whereabouts, ...]:
        """See ``Claims``."""
        rows = look_up_unsorted(self._store, "whereabouts")
        return tuple(
            Whereabouts(row["place"], int(row["claims"] or 0), int(row["documents"] or 0))
            for row in rows
            if row["place"]
        )

    def speakers(self, entity: str | None) -> tuple[Speaker, ...]:
        """See ``Claims``."""
        from kg.query.speakers import speakers, speakers_of

        return speakers(self._store) if entity is None else speakers_of(self._store, entity)

    def groups(self, entity: str) -> dict[Group, Counted]:
        """See ``Claims``."""
        from kg.query.tie_groups import counted, grouped

        said = self.ties(entity)
        groups = grouped(entity, (*said, *self.inferred(entity, said)))
        return counted(entity, groups, self._documents(entity, groups))

    def _documents(self, entity: str, groups: Mapping[Group, list[Tie]]) -> dict[Group, int]:
        """How many documents state each group. Claims are read where a document may state several ties of one."""
        found = {group: own[0].documents for group, own in groups.items() if len(own) == 1}
        several = {group for group in groups if group not in found and group[2] is not None}
        mutual = {relation for relation, way, _ in several if way == "both"}
        if several - {group for group in several if group[0] in mutual}:
            for row in look_up_unsorted(self._store, "documents-by-tie", entity=[entity]):
                relation, modality = said_as(row)
                if relation not in mutual:
                    found[relation, _direction(row), modality] = int(row["documents"] or 0)
        if mutual:
            both = [RW + relation for relation in sorted(mutual)]
            for row in look_up_unsorted(self._store, "documents-by-relation", entity=[entity], relation=both):
                relation, modality = said_as(row)
                found[relation, "both", modality] = int(row["documents"] or 0)
        return found

    def disputes(self, entity: str) -> int:
        """See ``Claims``."""
        return len({frozenset((tie.subject, tie.object)) for tie in self.disputed(entity)})

    def periods(self, links: Iterable[Link], centre: str | None = None) -> dict[Told, Period]:
        """See ``Claims``."""
        return periods(self._store, links, centre)

    def weights(self, told: Iterable[Told], centre: str | None = None) -> dict[Told, Weight]:
        """See ``Claims``."""
        wanted = list(told)
        days = self.periods([each[:3] for each in wanted], centre)
        return {
            each: Weight(len(voices), *days.get(each, (None, None)))
            for each, voices in self.voices(wanted).items()
        }


def _direction(row: dict[str, str | None]) -> Direction:
    return "out" if row["direction"] == "out" else "in"
