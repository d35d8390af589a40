"""Calendar arithmetic: months, weeks and the Hijri calendar. What does not exist is a ``ValueError``."""

from __future__ import annotations

from datetime import date, timedelta

from kg.model import PartialDate, Precision

_MONTHS = 12
_WEEK = 7


def day_of(year: int, month: int, day: int) -> PartialDate:
    """A day of the Gregorian calendar."""
    return PartialDate(date(year, month, day).isoformat(), Precision.DAY)


def month_of(year: int, month: int) -> PartialDate:
    """A month of the Gregorian calendar."""
    return PartialDate(f"{date(year, month, 1):%Y-%m}", Precision.MONTH)


def year_of(year: int) -> PartialDate:
    """A year of the Gregorian calendar."""
    return PartialDate(f"{date(year, 1, 1):%Y}", Precision.YEAR)


def hijri(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """A day, month or year of the Hijri calendar, by the tables of Umm al-Qura (1343 to 1500).

    Where the new moon was seen a day later the calendar in use is a day behind the tables. A month or year that is
    none of the Gregorian calendar is an interval.
    """
    from hijridate import Hijri

    try:
        if day is not None:
            found = Hijri(year, month or 1, day).to_gregorian()
            return day_of(found.year, found.month, found.day)
        first = Hijri(year, month or 1, 1)
        last = Hijri(year, month or _MONTHS, 1)
        start = first.to_gregorian()
        end = last.to_gregorian() + timedelta(days=last.month_length() - 1)
    except OverflowError as error:
        raise ValueError(str(error)) from error
    return PartialDate.covering(date(start.year, start.month, start.day), date(end.year, end.month, end.day))


def hijri_within(year: int, month: int, day: int | None = None) -> PartialDate:
    """The day or month of the Hijri calendar that begins in a Gregorian year; it must be only one."""
    about = round((year - 622) * 33 / 32)
    found = [hijri(each, month, day) for each in range(about - 1, about + 3)]
    beginning = [each for each in found if each.earliest.year == year]
    if len(beginning) != 1:
        raise ValueError(f"month {month} of the Hijri calendar begins {len(beginning)} times in {year}")
    return beginning[0]


def hijri_near(reference: date, month: int, day: int | None, *, coming: bool, strictly: bool) -> PartialDate:
    """The last such day or month that had begun on ``reference``, or the first that had not ended.

    ``strictly``: the last that had ended, or the first that had not begun.
    """
    about = round((reference.year - 622) * 33 / 32)
    found = [hijri(each, month, day) for each in range(about - 2, about + 4)]
    if coming:
        return next(d for d in found if (d.earliest > reference if strictly else d.latest >= reference))
    return next(d for d in reversed(found) if (d.latest < reference if strictly else d.earliest <= reference))


def months_away(reference: date, count: int) -> PartialDate:
    """The month that lies ``count`` months after that of ``reference``."""
    index = reference.year * _MONTHS + reference.month - 1 + count
    return month_of(index // _MONTHS, index % _MONTHS + 1)


def weeks_away(reference: date, count: int, starts: int) -> PartialDate:
    """The calendar week that lies ``count`` weeks after that of ``reference``; Monday is day 0 of ``starts``."""
    first = reference - timedelta(days=(reference.weekday() - starts) % _WEEK) + timedelta(weeks=count)
    return PartialDate.covering(first, first + timedelta(days=_WEEK - 1))


def weekday_near(reference: date, weekday: int, *, coming: bool, strictly: bool) -> PartialDate:
    """The nearest such weekday not after ``reference``, or not before it; ``strictly`` leaves out the day itself."""
    distance = (weekday - reference.weekday() if coming else reference.weekday() - weekday) % _WEEK
    if strictly and distance == 0:
        distance = _WEEK
    return PartialDate.covering(*[reference + timedelta(days=distance if coming else -distance)] * 2)


def spanning(first: PartialDate, last: PartialDate) -> PartialDate:
    """From the first day of one date to the last of another, which must not be earlier."""
    return PartialDate.covering(first.earliest, last.latest)
