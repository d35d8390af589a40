"""Values that are kept take no more than they may, and who asks finds what was asked for last."""

from __future__ import annotations

from kg.web.kept import Kept


def test_what_was_longest_not_asked_for_goes_first() -> None:
    kept: Kept[bytes] = Kept(30)
    for key in ("one", "two", "three"):
        kept.get(key, lambda: b"nine more")
    assert kept.find("one") == b"nine more"
    kept.get("four", lambda: b"nine more")
    assert kept.find("two") is None
    assert [key for key in ("one", "three", "four") if kept.find(key)] == ["one", "three", "four"]


def test_a_value_that_is_larger_than_all_may_be_is_kept_until_the_next() -> None:
    kept: Kept[bytes] = Kept(10)
    assert kept.get("large", lambda: b"a" * 100) == b"a" * 100
    assert kept.find("large") == b"a" * 100
    kept.get("small", lambda: b"")
    assert kept.find("large") is None
    assert kept.find("small") == b""


def test_what_is_empty_or_false_is_worked_out_once() -> None:
    kept: Kept[int] = Kept(10)
    assert kept.get("none", lambda: 0) == 0
    assert kept.get("none", lambda: 1) == 0
