"""What became of each input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from kg.extractors.tally import Tally, total


class Status(StrEnum):
    """What became of one input."""

    LOADED = "loaded"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input, and why."""

    status: Status
    name: str
    document: str | None = None
    """IRI of the document; none for an input that could not be read."""
    claims: int = 0
    reasons: tuple[str, ...] = ()
    """Why it was refused or could not be read."""
    kept_at: Path | None = None
    """Where a refused document lies aside with its report."""
    tallies: tuple[Tally, ...] = ()
    """What became of the candidates of each chosen extractor."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of all inputs, in their order."""

    outcomes: tuple[Outcome, ...]

    def of(self, *statuses: Status) -> tuple[Outcome, ...]:
        """The outcomes with one of these statuses."""
        return tuple(outcome for outcome in self.outcomes if outcome.status in statuses)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """What became of all candidates, one tally for each chosen extractor."""
        return total(tally for outcome in self.outcomes for tally in outcome.tallies)

    @property
    def accepted(self) -> tuple[Outcome, ...]:
        """The inputs that are in the store now."""
        return self.of(Status.LOADED, Status.REPLACED, Status.UNCHANGED)

    @property
    def rejected(self) -> tuple[Outcome, ...]:
        """The inputs that are not in the store, each with its reasons."""
        return self.of(Status.REFUSED, Status.UNREADABLE)


Progress: TypeAlias = Callable[[Outcome], None]
"""Told of each outcome once it would survive a loss of power."""
