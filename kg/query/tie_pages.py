"""Which ties of an actor or a place are asked for, some at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kg.model import Modality
from kg.query.telling import mirrors
from kg.query.tie_groups import Direction
from kg.query.ties import Tie
from kg.rdf import Link


@dataclass(frozen=True, slots=True)
class WhichTies:
    """Those of one actor or place; any where nothing is said."""

    relations: frozenset[str] = frozenset()
    modalities: frozenset[Modality] = frozenset()
    """Of what documents say."""
    direction: Direction = "both"
    """Relations that hold both ways run in any direction."""
    said: bool = True
    inferred: bool = True
    other: str | None = None
    """The other end."""

    def takes(self, tie: Tie, entity: str | None = None) -> bool:
        """Whether a tie is asked for; directions count as seen from ``entity``."""
        surely = (
            self.inferred
            if tie.modality is None
            else self.said and (not self.modalities or tie.modality in self.modalities)
        )
        return surely and self.fits(tie.link, entity)

    def fits(self, link: Link, entity: str | None = None) -> bool:
        """Whether a link is asked for, however surely it is said."""
        subject, relation, target = link
        return (
            (not self.relations or relation in self.relations)
            and (self.other is None or self.other in (subject, target))
            and (
                entity is None
                or self.direction == "both"
                or (subject if self.direction == "out" else target) == entity
                or mirrors().get(relation) == relation
            )
        )


class TiePage(NamedTuple):
    """Some ties, and how many there are."""

    ties: tuple[Tie, ...]
    total: int


def page_of(entity: str, ties: Iterable[Tie], which: WhichTies, offset: int, limit: int) -> TiePage:
    """Those of ``ties``, all of ``entity`` and sorted, that are asked for, from the ``offset``-th on."""
    chosen = [tie for tie in ties if which.takes(tie, entity)]
    return TiePage(tuple(chosen[offset : offset + limit]), len(chosen))
