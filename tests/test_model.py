"""Spans slice back, and dates know their first and last day."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import PartialDate, Precision, Span
from tests.building import document


def test_a_span_is_the_words_between_its_ends() -> None:
    source = document("حزب الله 🕌 في حلب")
    start = source.text.index("🕌")
    span = source.span(start, start + 1)
    assert span.quote == "🕌"
    assert source.text[span.start : span.end] == span.quote


@pytest.mark.parametrize(("start", "end", "quote"), [(-1, 2, "abc"), (3, 3, ""), (5, 4, "a"), (0, 2, "abc")])
def test_what_is_no_span_cannot_be_made(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end, quote)


@pytest.mark.parametrize(
    ("value", "precision", "earliest", "latest"),
    [
        ("2015-10-16", Precision.DAY, date(2015, 10, 16), date(2015, 10, 16)),
        ("2015-12", Precision.MONTH, date(2015, 12, 1), date(2015, 12, 31)),
        ("2016-02", Precision.MONTH, date(2016, 2, 1), date(2016, 2, 29)),
        ("2015", Precision.YEAR, date(2015, 1, 1), date(2015, 12, 31)),
    ],
)
def test_a_date_covers_the_days_it_can_mean(
    value: str, precision: Precision, earliest: date, latest: date
) -> None:
    partial = PartialDate(value, precision)
    assert (partial.earliest, partial.latest) == (earliest, latest)
