"""Months, weeks and the Hijri calendar, held against the library that has its tables."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hijridate import Gregorian, Hijri
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import calendars
from kg.model import PartialDate, Precision

_YEARS = st.integers(1400, 1450)
_MONTHS = st.integers(1, 12)


@given(year=_YEARS, month=_MONTHS, data=st.data())
def test_a_hijri_day_is_the_day_of_the_tables_and_lies_in_its_month_and_year(
    year: int, month: int, data: st.DataObject
) -> None:
    day = data.draw(st.integers(1, Hijri(year, month, 1).month_length()))
    found = calendars.hijri(year, month, day)
    assert found.precision is Precision.DAY
    assert Gregorian.fromdate(found.earliest).to_hijri().datetuple() == (year, month, day)
    for wider in (calendars.hijri(year, month), calendars.hijri(year)):
        assert wider.earliest <= found.earliest <= wider.latest


@given(year=_YEARS, month=_MONTHS)
def test_hijri_months_and_years_follow_each_other_without_a_gap(year: int, month: int) -> None:
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    assert calendars.hijri(year, month).latest + timedelta(days=1) == calendars.hijri(*following).earliest
    assert calendars.hijri(year).latest + timedelta(days=1) == calendars.hijri(year + 1).earliest


@pytest.mark.parametrize(
    ("hijri", "value"),
    [
        ((1437, 1, 3), "2015-10-16"),
        ((1437, 1, None), "2015-10-14/2015-11-12"),
        ((1437, None, None), "2015-10-14/2016-10-01"),
    ],
)
def test_what_is_no_gregorian_month_or_year_is_a_run_of_days(
    hijri: tuple[int, int | None, int | None], value: str
) -> None:
    assert calendars.hijri(*hijri).value == value


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1437, 1, 31), (1437, 13, 1), (1437, 0, 1), (1437, 2, 0), (1342, 1, 1), (1501, 1, 1)],
)
def test_what_the_hijri_calendar_lacks_is_no_date(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="must be in"):
        calendars.hijri(year, month or 13, day)


def test_a_hijri_month_named_by_a_gregorian_year_must_begin_in_it_once() -> None:
    assert calendars.hijri_within(2014, 9).value == "2014-06-28/2014-07-27"
    with pytest.raises(ValueError, match="2 times in 2030"):
        calendars.hijri_within(2030, 9)


@given(reference=st.dates(date(1985, 1, 1), date(2025, 12, 31)), month=_MONTHS)
def test_the_nearest_hijri_month_is_at_most_a_year_away(reference: date, month: int) -> None:
    last = calendars.hijri_near(reference, month, None, coming=False, strictly=False)
    past = calendars.hijri_near(reference, month, None, coming=False, strictly=True)
    first = calendars.hijri_near(reference, month, None, coming=True, strictly=False)
    assert last.earliest <= reference < last.earliest + timedelta(days=356)
    assert past.latest < reference <= first.latest < reference + timedelta(days=390)


@given(reference=st.dates(date(1950, 1, 1), date(2090, 12, 31)), weekday=st.integers(0, 6))
def test_the_nearest_weekday_lies_within_a_week(reference: date, weekday: int) -> None:
    for coming in (False, True):
        near = calendars.weekday_near(reference, weekday, coming=coming, strictly=False)
        strict = calendars.weekday_near(reference, weekday, coming=coming, strictly=True)
        sign = 1 if coming else -1
        assert near.earliest.weekday() == strict.earliest.weekday() == weekday
        assert 0 <= (near.earliest - reference).days * sign < 7
        assert 1 <= (strict.earliest - reference).days * sign <= 7


@given(reference=st.dates(date(1950, 1, 1), date(2090, 12, 31)), starts=st.integers(0, 6))
def test_weeks_are_seven_days_and_follow_each_other(reference: date, starts: int) -> None:
    this, last = (calendars.weeks_away(reference, count, starts) for count in (0, -1))
    assert this.earliest <= reference <= this.latest
    assert this.earliest.weekday() == starts
    assert last.latest + timedelta(days=1) == this.earliest
    assert (this.latest - this.earliest).days == 6


@given(reference=st.dates(date(1950, 1, 1), date(2090, 12, 31)), count=st.integers(-40, 40))
def test_months_are_counted_over_the_turn_of_the_year(reference: date, count: int) -> None:
    found = calendars.months_away(reference, count).earliest
    assert (found.year - reference.year) * 12 + found.month - reference.month == count


@given(first=st.dates(date(1950, 1, 1), date(2090, 12, 31)), length=st.integers(0, 800))
def test_a_run_of_days_is_written_so_that_it_reads_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = PartialDate.covering(first, last)
    assert (found.earliest, found.latest) == (first, last)


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        (date(2016, 2, 1), date(2016, 2, 29), "2016-02"),
        (date(2015, 1, 1), date(2015, 12, 31), "2015"),
        (date(2015, 5, 3), date(2015, 5, 3), "2015-05-03"),
        (date(2015, 5, 3), date(2015, 5, 7), "2015-05-03/2015-05-07"),
        (date(2014, 1, 1), date(2016, 12, 31), "2014-01-01/2016-12-31"),
    ],
)
def test_a_run_of_days_has_its_shortest_name(first: date, last: date, value: str) -> None:
    assert PartialDate.covering(first, last).value == value


def test_a_run_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        PartialDate.covering(date(2015, 5, 7), date(2015, 5, 3))
