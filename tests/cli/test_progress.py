"""How far long work has come."""

from __future__ import annotations

import pytest

from kg.cli.progress import progress


@pytest.mark.parametrize(
    ("count", "total", "seconds", "expected"),
    [
        (500, None, 2.0, "500 documents, 250 a second"),
        (500, 1000, 2.0, "[##########..........] 500 of 1,000 documents, 250 a second, 0:02 left"),
        (1, 7201, 1.0, "[....................] 1 of 7,201 documents, 1 a second, 2:00:00 left"),
        (100, 800, 10.0, "[##..................] 100 of 800 documents, 10 a second, 1:10 left"),
        (1000, 1000, 4.0, "[####################] 1,000 of 1,000 documents, 250 a second, 0:00 left"),
        (1001, 1000, 4.0, "1,001 documents, 250 a second"),
    ],
)
def test_a_bar_a_rate_and_the_time_left_where_the_total_is_known(
    count: int, total: int | None, seconds: float, expected: str
) -> None:
    assert progress(count, total, seconds) == expected
