"""Parts of the passages, so that what is looked at and what is measured stay apart."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.evaluate import parse_part


@pytest.mark.parametrize(
    ("written", "expected"),
    [("1/2", "ace"), ("2/2", "bd"), ("1/1", "abcde"), ("4/4", "d"), ("1-3/4", "abce"), ("6/6", "")],
)
def test_a_part_takes_its_turn(written: str, expected: str) -> None:
    part = parse_part(written)
    assert "".join(part.take("abcde")) == expected
    assert str(part) == written


def test_the_parts_of_a_whole_share_nothing_and_leave_nothing() -> None:
    taken = [item for number in (1, 2, 3) for item in parse_part(f"{number}/3").take(range(10))]
    assert sorted(taken) == list(range(10))


@pytest.mark.parametrize(
    "written", ["", "1", "0/2", "3/2", "1/0", "2-1/3", "a/b", "1/2/3", "-1/2", "1-/2", "١/٢"]
)
def test_what_means_no_part_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="write 1/2"):
        parse_part(written)
