"""Stretches of text over which something holds."""

from __future__ import annotations

from kg.extract.scopes import Scope, covering


def test_a_scope_covers_its_first_offset_and_not_its_last() -> None:
    scope = Scope(2, 5, "x")
    assert [scope.covers(offset) for offset in (1, 2, 4, 5)] == [False, True, True, False]


def test_the_narrowest_scope_comes_first() -> None:
    wide, narrow, aside = Scope(0, 20, "wide"), Scope(5, 9, "narrow"), Scope(12, 15, "aside")
    assert covering([wide, narrow, aside], 6) == [narrow, wide]
    assert covering([wide, narrow, aside], 30) == []
