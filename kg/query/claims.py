"""Claims in short, as they are asked for, and where the answers come from: the graph, or an index beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, NamedTuple, Protocol, TypeAlias

from kg.model import Modality
from kg.namespaces import RW
from kg.query.cited import Cited, cite
from kg.query.lookup import look_up_unsorted
from kg.query.said import Said, in_order, said_at, said_between, said_by, said_of
from kg.query.speakers import Speaker, speakers, speakers_of
from kg.query.ties import Period, Tie, Told, disputed_ties, periods, ties_between, ties_of, voices
from kg.rdf import Link
from kg.store import Store

Direction: TypeAlias = Literal["out", "in", "both"]
"""Seen from somebody; both, where a relation holds both ways."""
Group: TypeAlias = tuple[str, Direction, Modality]
"""A relation by its local name, its direction, and how surely it is said."""


class Whereabouts(NamedTuple):
    """A place with how much is said to happen there, or to be done to it."""

    place: str
    claims: int
    documents: int


class Claims(Protocol):
    """What is said in a store. Actors and places are IRIs."""

    def of(self, entity: str) -> tuple[Said, ...]:
        """The claims about an actor or a place, in no order."""

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

    def ties_between(self, entities: Sequence[str]) -> tuple[Tie, ...]:
        """All that is said among ``entities``."""

    def disputed(self) -> tuple[Tie, ...]:
        """All ties of the store that contradict others, as ``kg.query.ties.contradicted`` says."""

    def voices(self, told: Iterable[Told]) -> dict[Told, frozenset[str]]:
        """Who says each: IRIs of those to whom it is ascribed, else names of publishers, else IRIs of documents."""

    def whereabouts(self) -> tuple[Whereabouts, ...]:
        """All places where something is said to happen, or to which it is done."""

    def speakers(self, entity: str | None) -> tuple[Speaker, ...]:
        """Who speaks of an actor or a place, or at all, those in most documents first."""

    def documents(self, entity: str, mutual: Collection[str]) -> dict[Group, int]:
        """How many documents state each relation of an actor or a place; those in ``mutual`` point both ways."""

    def periods(self, links: Iterable[Link], centre: str | None = None) -> dict[Told, Period]:
        """From when to when each link is, in every modality, as ``kg.query.ties.periods`` says."""


class GraphClaims:
    """Reads them from the graph, each time anew."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, entity: str) -> tuple[Said, ...]:
        """See ``Claims``."""
        return said_of(self._store, entity)

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
        return in_order(
            self._store,
            [
                each
                for each in said
                if (each.subject, each.relation, each.object) in wanted and modality in (None, each.modality)
            ],
        )

    def cite(self, claims: Sequence[str]) -> tuple[Cited, ...]:
        """See ``Claims``."""
        return cite(self._store, claims)

    def ties(self, entity: str) -> tuple[Tie, ...]:
        """See ``Claims``."""
        return ties_of(self._store, entity)

    def ties_between(self, entities: Sequence[str]) -> tuple[Tie, ...]:
        """See ``Claims``."""
        return ties_between(self._store, entities)

    def disputed(self) -> tuple[Tie, ...]:
        """See ``Claims``."""
        return disputed_ties(self._store)

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
        return speakers(self._store) if entity is None else speakers_of(self._store, entity)

    def documents(self, entity: str, mutual: Collection[str]) -> dict[Group, int]:
        """See ``Claims``."""
        found = {}
        for row in look_up_unsorted(self._store, "documents-by-tie", entity=[entity]):
            relation, modality = _of(row)
            if relation not in mutual:
                found[relation, _direction(row), modality] = int(row["documents"] or 0)
        both = [RW + relation for relation in sorted(mutual)]
        for row in (
            look_up_unsorted(self._store, "documents-by-relation", entity=[entity], relation=both)
            if both
            else ()
        ):
            relation, modality = _of(row)
            found[relation, "both", modality] = int(row["documents"] or 0)
        return found

    def periods(self, links: Iterable[Link], centre: str | None = None) -> dict[Told, Period]:
        """See ``Claims``."""
        return periods(self._store, links, centre)


def _of(row: dict[str, str | None]) -> tuple[str, Modality]:
    return (row["relation"] or "").removeprefix(RW), Modality((row["modality"] or "").removeprefix(RW))


def _direction(row: dict[str, str | None]) -> Direction:
    return "out" if row["direction"] == "out" else "in"
