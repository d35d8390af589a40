"""What the registry knows of actors and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.model.claims import Entity


class Name(NamedTuple):
    """One way to write an actor or a place. An ambiguous name counts only where the context supports it."""

    text: str
    language: str
    ambiguous: bool = False


class Tenure(NamedTuple):
    """A relation that holds for a time: who commands, belongs to or is allied with whom, and from when until when."""

    relation: str
    target: str
    """IRI of the other actor."""
    start: str | None = None
    end: str | None = None
    """xsd:date, xsd:gYearMonth or xsd:gYear, as written in the registry."""


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """What the registry knows of one actor or place."""

    entity: Entity
    names: tuple[Name, ...]
    is_place: bool
    cues: tuple[str, ...] = ()
    """Words that support an ambiguous name where they stand in the same section."""
    blocked_by: tuple[str, ...] = ()
    """Words that rule a name out where they follow it."""
    tenures: tuple[Tenure, ...] = ()
    within: str | None = None
    """IRI of the place that holds this place."""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """All known actors and places, sorted by IRI."""

    entries: tuple[RegistryEntry, ...]
