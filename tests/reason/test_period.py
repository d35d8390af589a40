from __future__ import annotations

from datetime import date

from kg.reason.period import Period, shared_period


def days(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


OCTOBER = days("2015-10-01", "2015-10-31")
YEAR_2015 = days("2015-01-01", "2015-12-31")
SIXTEENTH = days("2015-10-16", "2015-10-16")
JUNE_2016 = days("2016-06-01", "2016-06-30")


def test_premises_share_the_days_that_fall_into_all() -> None:
    assert shared_period([[YEAR_2015], [OCTOBER]]) == Period(*OCTOBER)
    assert shared_period([[YEAR_2015], [OCTOBER], [SIXTEENTH]]) == Period(*SIXTEENTH)


def test_the_last_day_of_one_and_the_first_of_another_can_be_shared() -> None:
    assert shared_period([[days("2015-01-01", "2015-10-16")], [SIXTEENTH]]) == Period(*SIXTEENTH)


def test_dates_without_a_common_day_do_not_overlap() -> None:
    period = shared_period([[OCTOBER], [JUNE_2016]])
    assert not period.overlap
    assert period.earliest is None


def test_a_premise_with_several_claims_holds_on_any_of_their_days() -> None:
    assert shared_period([[OCTOBER, JUNE_2016], [JUNE_2016]]) == Period(*JUNE_2016)
    assert shared_period([[OCTOBER, JUNE_2016]]) == Period(OCTOBER[0], JUNE_2016[1])


def test_without_any_date_the_period_is_unknown() -> None:
    period = shared_period([[], []])
    assert period == Period(undated=2)
    assert period.overlap
    assert period.earliest is None


def test_a_premise_without_a_date_narrows_nothing_and_is_counted() -> None:
    assert shared_period([[], [OCTOBER]]) == Period(*OCTOBER, undated=1)


def test_nothing_at_all_is_unknown() -> None:
    assert shared_period([]) == Period()
