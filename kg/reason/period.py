"""When several claims can hold together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Interval: TypeAlias = tuple[date, date]
"""First and last day, both inclusive."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that all dated premises share.

    ``earliest`` and ``latest`` are ``None`` where nothing is dated, and where the dates share no day.
    ``undated`` counts the premises without a date; they narrow nothing. Dates say when something was reported
    to hold, not when it ended, so premises that share no day weaken a conclusion but do not refute it.
    """

    earliest: date | None = None
    latest: date | None = None
    undated: int = 0
    overlap: bool = True
    """False where the dates of the premises share no day."""


def shared_period(premises: Iterable[Iterable[Interval]]) -> Period:
    """The days that fall, for each premise with dates, into at least one of its intervals."""
    shared: list[Interval] | None = None
    undated = 0
    for intervals in map(list, premises):
        if not intervals:
            undated += 1
        elif shared is None:
            shared = intervals
        else:
            pairs = ((one, other) for one in shared for other in intervals)
            both = ((max(one[0], other[0]), min(one[1], other[1])) for one, other in pairs)
            shared = sorted({interval for interval in both if interval[0] <= interval[1]})
    if shared is None:
        return Period(undated=undated)
    if not shared:
        return Period(undated=undated, overlap=False)
    return Period(min(first for first, _ in shared), max(last for _, last in shared), undated)
