"""Days, months, years and other runs of days, as a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year, as ``2015-10-16``, ``2015-10`` or ``2015``; or any other run of days.

    A run that is neither is written by its first and last day, ``2015-10-14/2015-11-12`` (ISO 8601): a week, a month
    of the Hijri calendar, "from the 3rd to the 7th of May".
    """

    value: str
    precision: Precision

    @classmethod
    def covering(cls, first: date, last: date) -> PartialDate:
        """The days from ``first`` to ``last``, both included, by their shortest name. Raises ``ValueError``."""
        if last < first:
            raise ValueError(f"{last} is before {first}")
        if first == last:
            return cls(first.isoformat(), Precision.DAY)
        for value, precision in (
            (f"{first.year:04d}-{first.month:02d}", Precision.MONTH),
            (f"{first.year:04d}", Precision.YEAR),
        ):
            named = cls(value, precision)
            if (named.earliest, named.latest) == (first, last):
                return named
        return cls(f"{first.isoformat()}/{last.isoformat()}", Precision.INTERVAL)

    @property
    def earliest(self) -> date:
        """The first day that the value can mean."""
        return _first_day(self.value)

    @property
    def latest(self) -> date:
        """The last day that the value can mean, inclusive."""
        if self.precision is Precision.INTERVAL:
            return date.fromisoformat(self.value.partition("/")[2])
        first = self.earliest
        if self.precision is Precision.DAY:
            return first
        if self.precision is Precision.YEAR:
            return date(first.year, 12, 31)
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)


@lru_cache(maxsize=4096)
def _first_day(value: str) -> date:
    """The first day of a date as it is written; the days of one document are asked for again and again."""
    year, month, day = [*map(int, value.partition("/")[0].split("-")), 1, 1][:3]
    return date(year, month, day)
