"""A stretch of text over which something holds: who speaks, or how surely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scope(Generic[T]):
    """``value`` holds for what stands in ``[start, end)``, offsets into the original text."""

    start: int
    end: int
    value: T

    def covers(self, offset: int) -> bool:
        """Whether a word that begins at ``offset`` is inside."""
        return self.start <= offset < self.end


def covering(scopes: Sequence[Scope[T]], offset: int) -> list[Scope[T]]:
    """The scopes round ``offset``, the innermost first: of two that cross each other, the one that opens later.

    How many letters they hold decides nothing, as some of them cannot be seen.
    """
    return sorted((s for s in scopes if s.covers(offset)), key=lambda s: (-s.start, s.end))
