"""Whose name holds, for each of some words, one that begins with it: the question of a search as you type.

A first word like "brigade" begins tens of thousands of names, and the next one few: these few are looked at then, and
not the many.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from kg.folding import name_words

LAST = "\U0010ffff"
"""Stands behind every letter, so that words from ``x`` to ``x`` and this one begin with ``x``."""
_MANY_NAMES = 5_000
"""From here on it does not matter how many more names a beginning has."""
_FEW_WORDS = 8
"""Different words up to which each of them is looked for in a name."""

Rows = Callable[[str, Sequence[object]], list[Any]]
"""Asks the tables of names."""


class _Piece(NamedTuple):
    """SQL with what stands for its marks."""

    sql: str
    values: tuple[object, ...]


def begun(rows: Rows, typed: str) -> set[int]:
    """The numbers of those with such a name; none where nothing is typed."""
    starts = [_start(word) for word in name_words(typed)]
    if not starts:
        return set()
    found = _names(rows, starts)
    # All in one row: other threads would step in at each of tens of thousands.
    ((numbers,),) = rows(f"SELECT json_group_array(entity) FROM ({found.sql})", found.values)
    return set(json.loads(numbers))


def _start(word: str) -> _Piece:
    """The condition on a word to begin with ``word``, whose article may be the beginning of another word."""
    bare = word.removeprefix("ال")
    forms = sorted({word, bare} if bare else {word})
    condition = " OR ".join(["word >= ? AND word < ?"] * len(forms))
    return _Piece(condition, tuple(bound for form in forms for bound in (form, form + LAST)))


def _names(rows: Rows, starts: Sequence[_Piece]) -> _Piece:
    """What gives number and bearer of each name that holds them all."""
    if len(starts) == 1:
        return _beginning(starts[0])
    sizes = [_size(rows, start) for start in starts]
    fewest = min(range(len(starts)), key=sizes.__getitem__)
    found, also = _beginning(starts[fewest]), list[_Piece]()
    for place, start in enumerate(starts):
        if place == fewest:
            continue
        words = _few_words(rows, start) if sizes[place] > sizes[fewest] else ()
        if words:
            marks = ", ".join("?" * len(words))
            held = f"EXISTS (SELECT 1 FROM begins AS held WHERE held.word IN ({marks}) AND held.name = begins.name)"
            found = _Piece(f"{found.sql} AND {held}", (*found.values, *words))
        else:
            also.append(_beginning(start))
    return _Piece(
        " INTERSECT ".join([found.sql, *(each.sql for each in also)]),
        (*found.values, *(value for each in also for value in each.values)),
    )


def _beginning(start: _Piece) -> _Piece:
    return _Piece(f"SELECT name, entity FROM begins WHERE ({start.sql})", start.values)


def _size(rows: Rows, start: _Piece) -> int:
    sql = f"SELECT COUNT(*) FROM (SELECT 1 FROM begins WHERE {start.sql} LIMIT {_MANY_NAMES})"
    ((size,),) = rows(sql, start.values)
    return int(size)


def _few_words(rows: Rows, start: _Piece) -> tuple[str, ...]:
    """The words that begin so, if they are few; none if they are many."""
    words = rows(f"SELECT word FROM word WHERE {start.sql} LIMIT {_FEW_WORDS + 1}", start.values)
    return tuple(word for (word,) in words) if len(words) <= _FEW_WORDS else ()
