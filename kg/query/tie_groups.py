"""The ties of somebody by relation, direction and modality, and how much there is of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kg.model import Modality
from kg.query.telling import mirrors
from kg.query.ties import Tie

Direction: TypeAlias = Literal["out", "in", "both"]
"""Seen from somebody; both, where a relation holds both ways."""
Group: TypeAlias = tuple[str, Direction, Modality | None]
"""A relation by its local name, its direction, and how surely it is said; no modality where it is inferred."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many there are of one group."""

    others: int
    """Actors and places to which its ties lead."""
    documents: int
    claims: int


def direction_of(relation: str, subject: str, entity: str) -> Direction:
    """How a relation of ``subject`` points, seen from ``entity``."""
    if mirrors().get(relation) == relation:
        return "both"
    return "out" if subject == entity else "in"


def grouped(entity: str, ties: Iterable[Tie]) -> dict[Group, list[Tie]]:
    """The ties of each group."""
    groups: dict[Group, list[Tie]] = defaultdict(list)
    for tie in ties:
        groups[tie.relation, direction_of(tie.relation, tie.subject, entity), tie.modality].append(tie)
    return groups


def counted(
    entity: str, groups: Mapping[Group, list[Tie]], documents: Mapping[Group, int]
) -> dict[Group, Counted]:
    """How many there are of each group; ``documents`` tells in how many documents each is."""
    return {
        group: Counted(
            len({tie.object if tie.subject == entity else tie.subject for tie in own}),
            documents.get(group, 0),
            sum(tie.claims for tie in own),
        )
        for group, own in groups.items()
    }
