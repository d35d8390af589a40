"""One to one, and as many as possible."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.pairing import pair

_WISHES = st.dictionaries(st.integers(0, 5), st.lists(st.integers(0, 5), max_size=4, unique=True), max_size=5)


def test_each_gets_its_first_wish_where_no_two_want_the_same() -> None:
    assert pair({0: [3, 4], 1: [5]}) == {0: 3, 1: 5}


def test_one_gives_way_to_another_that_has_no_other_wish() -> None:
    assert pair({0: [3, 4], 1: [3]}) == {0: 4, 1: 3}


def test_of_two_that_want_the_only_one_the_first_has_it() -> None:
    assert pair({0: [3], 1: [3]}) == {0: 3}


@given(_WISHES)
def test_as_many_are_paired_as_any_way_of_pairing_could(wishes: dict[int, list[int]]) -> None:
    pairs = pair(wishes)
    assert all(value in wishes[key] for key, value in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
    most = 0
    for order in permutations(wishes):
        taken: set[int] = set()
        for key in order:
            taken.update([value for value in wishes[key] if value not in taken][:1])
        most = max(most, len(taken))
    assert len(pairs) >= most
