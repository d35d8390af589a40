"""From the slots of a date expression to the days it means, seen from the day its document appeared.

What is not certain is none: without the document's date "yesterday" is no date, and neither is 30 February.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kg.extract import calendars
from kg.languages.dates import DateWords
from kg.model import PartialDate, Precision

Fields = Mapping[str, Sequence[Any]]
"""What the words of an expression mean, by the slots they fill, in text order."""
_MOST_OFF = 2
"""Days by which "yesterday, Friday" may miss the date under which an article was published."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """How an expression is to be understood: in which pack, seen from when, and looking back or ahead."""

    words: DateWords
    published: PartialDate | None
    coming: bool = False
    year: int | None = None
    """The year of another date in the sentence, for a day and month without one."""

    @property
    def day(self) -> date:
        """The day of publication; a document without one has no "yesterday"."""
        if self.published is None or self.published.precision is not Precision.DAY:
            raise ValueError("the document's day is not known")
        return self.published.earliest


def resolve(fields: Fields, reading: Reading) -> PartialDate | None:
    """The days that an expression means, or None where they are not certain or do not exist."""
    try:
        found = _resolved(fields, reading)
        if found is not None and "since" in fields:
            return calendars.spanning(found, PartialDate.covering(reading.day, reading.day))
    except (ValueError, OverflowError):
        return None
    return found


def _resolved(fields: Fields, reading: Reading) -> PartialDate | None:
    if "bound" in fields:
        return None
    if "number" in fields:
        return _numeric(fields, reading)
    if "hijri_month" in fields or "hijri" in fields.get("era", ()):
        return _hijri(fields, reading)
    if "month" in fields:
        return _in_month(fields, reading)
    if "relative_day" in fields:
        return _relative_day(fields, reading)
    if "weekday" in fields:
        return _weekday(fields, reading)
    if "day" in fields:
        return _of_a_month_not_named(fields, reading)
    if "unit" in fields or "pair" in fields or "plural" in fields:
        return _counted(fields, reading) if "ago" in fields else _unit(fields, reading)
    if "year" not in fields:
        # "This (Thursday)".
        return None
    years = [_gregorian(year) for year in fields["year"]]
    return calendars.spanning(calendars.year_of(years[0]), calendars.year_of(years[-1]))


def _gregorian(year: int) -> int:
    if year < 1900:
        raise ValueError(f"{year} is no year of our time")
    return year


def _numeric(fields: Fields, reading: Reading) -> PartialDate:
    year, numbers = _gregorian(fields["year"][0]), fields["number"]
    if len(numbers) == 1:
        return calendars.month_of(year, numbers[0])
    if next(iter(name for name in fields if name in {"year", "number"})) == "year":
        return calendars.day_of(year, numbers[0], numbers[1])
    first, second = numbers
    order = reading.words.numeric_order
    if order == "day_first":
        return calendars.day_of(year, second, first)
    if order == "month_first":
        return calendars.day_of(year, first, second)
    if first == second or max(first, second) > _MONTHS:
        return calendars.day_of(year, min(first, second), max(first, second))
    calendars.month_of(year, min(first, second))
    return calendars.year_of(year)


def _in_month(fields: Fields, reading: Reading) -> PartialDate | None:
    months, days = fields["month"], fields.get("day", ())
    if "year" not in fields and "unit" in fields:
        if fields["unit"][0] != "year":
            raise ValueError("a month of another")
        return _days_or_months(_unit(fields, reading).earliest.year, months, days)
    if "year" not in fields:
        return _without_year(months, days, fields, reading)
    year = _gregorian(fields["year"][0])
    return _days_or_months(year, months, days)


def _days_or_months(year: int, months: Sequence[int], days: Sequence[int]) -> PartialDate:
    """A day, a month, or the run between two; a month may stand there by two of its names."""
    if not days:
        return calendars.spanning(calendars.month_of(year, months[0]), calendars.month_of(year, months[-1]))
    if len(days) == 1 and len(set(months)) > 1:
        raise ValueError("one day in two months")
    first = calendars.day_of(year, months[0], days[0])
    return calendars.spanning(first, calendars.day_of(year, months[-1], days[-1]))


def _without_year(
    months: Sequence[int], days: Sequence[int], fields: Fields, reading: Reading
) -> PartialDate | None:
    if reading.year is not None and not {"past", "current", "coming"} & fields.keys():
        return _days_or_months(reading.year, months, days)
    published = reading.published
    if published is None or published.precision is Precision.YEAR:
        return None
    year = published.earliest.year
    if "current" in fields:
        return _days_or_months(year, months, days)
    coming = "coming" in fields or (reading.coming and "past" not in fields)
    strictly = "past" in fields or "coming" in fields
    found = [each for at in (year - 1, year, year + 1) if (each := _existing(at, months, days)) is not None]
    if coming:
        reached = [
            d
            for d in found
            if (d.earliest > published.latest if strictly else d.latest >= published.earliest)
        ]
        return reached[0] if reached else None
    reached = [
        d for d in found if (d.latest < published.earliest if strictly else d.earliest <= published.latest)
    ]
    return reached[-1] if reached else None


def _existing(year: int, months: Sequence[int], days: Sequence[int]) -> PartialDate | None:
    try:
        return _days_or_months(year, months, days)
    except ValueError:
        return None


def _hijri(fields: Fields, reading: Reading) -> PartialDate:
    month = fields["hijri_month"][0] if "hijri_month" in fields else None
    days = fields.get("day", ())
    if "year" in fields:
        year = fields["year"][0]
        if year >= 1900:
            if month is None or days:
                raise ValueError("a Gregorian year dates no Hijri day")
            return calendars.hijri_within(year, month)
        first = calendars.hijri(year, month, days[0] if days else None)
        return calendars.spanning(first, calendars.hijri(year, month, days[-1])) if days else first
    if month is None:
        raise ValueError("no month and no year")
    coming = "coming" in fields or (reading.coming and "past" not in fields)
    strictly = "coming" in fields or "past" in fields
    return calendars.hijri_near(
        reading.day, month, days[0] if days else None, coming=coming, strictly=strictly
    )


def _relative_day(fields: Fields, reading: Reading) -> PartialDate:
    day = reading.day + timedelta(days=fields["relative_day"][0])
    if "weekday" in fields and day.weekday() != fields["weekday"][0]:
        named = calendars.weekday_near(
            reading.day, fields["weekday"][0], coming=day > reading.day, strictly=False
        )
        if abs((named.earliest - day).days) > _MOST_OFF:
            raise ValueError("the weekday is another")
        return named
    return PartialDate.covering(day, day)


def _weekday(fields: Fields, reading: Reading) -> PartialDate:
    coming = "coming" in fields or (reading.coming and "past" not in fields)
    strictly = "coming" in fields or "past" in fields
    weekdays = fields["weekday"]
    last = calendars.weekday_near(reading.day, weekdays[-1], coming=coming, strictly=strictly)
    if len(weekdays) == 1:
        return last
    if (weekdays[1] - weekdays[0]) % 7 != 1:
        raise ValueError("the weekdays are no night")
    return calendars.spanning(PartialDate.covering(*[last.earliest - timedelta(days=1)] * 2), last)


def _of_a_month_not_named(fields: Fields, reading: Reading) -> PartialDate:
    """ "The 17th of this month"."""
    away = -1 if "past" in fields else 1 if "coming" in fields else 0
    first = calendars.months_away(reading.day, away).earliest
    return calendars.day_of(first.year, first.month, fields["day"][0])


def _unit(fields: Fields, reading: Reading) -> PartialDate:
    """ "Last week", "this year"."""
    away = -1 if "past" in fields else 1 if "coming" in fields else 0
    unit = fields["unit"][0]
    published = reading.published
    if published is None:
        raise ValueError("the document has no date")
    if unit == "year":
        return calendars.year_of(published.earliest.year + away)
    if unit == "month" and published.precision is not Precision.YEAR:
        return calendars.months_away(published.earliest, away)
    if unit == "week":
        return calendars.weeks_away(reading.day, away, reading.words.week_starts)
    raise ValueError(f"no {unit} can be told")


def _counted(fields: Fields, reading: Reading) -> PartialDate | None:
    """ "Three days ago". Weeks are rounded: the day lies within half a week of the one that is counted to."""
    unit = next(fields[name][0] for name in ("unit", "plural", "pair") if name in fields)
    count = 2 if "pair" in fields else fields["count"][0] if "count" in fields else 1
    if unit == "day":
        if "about" in fields:
            return None
        day = reading.day - timedelta(days=count)
        return PartialDate.covering(day, day)
    if unit == "week":
        day = reading.day - timedelta(weeks=count)
        return PartialDate.covering(day - timedelta(days=3), day + timedelta(days=3))
    if unit == "month":
        return calendars.months_away(reading.day, -count)
    return calendars.year_of(reading.day.year - count)
