"""Keeps answers as long as the store stands still: what is asked again costs nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from kg.web.view import View

T = TypeVar("T")

_MOST = 2_000
"""Values that are kept of all stores together; the one that was longest not asked for goes first."""


class _Kept:
    def __init__(self) -> None:
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> tuple[bool, Any]:
        with self._lock:
            if key not in self._values:
                return False, None
            self._values.move_to_end(key)
            return True, self._values[key]

    def put(self, key: Hashable, value: object) -> None:
        with self._lock:
            self._values[key] = value
            while len(self._values) > _MOST:
                self._values.popitem(last=False)


_kept = _Kept()


def kept(view: View, question: Hashable, answer: Callable[[], T]) -> T:
    """``answer()``, or what it was when the same ``question`` was last asked of the same content of the same store.

    Answers are shared: nobody may change them. Two who ask at once may both work it out.
    """
    layout = view.store.layout
    if layout is None:
        return answer()
    key = (str(layout.folder), view.store.iris.base, view.revision, question)
    found, value = _kept.get(key)
    if found:
        known: T = value
        return known
    fresh = answer()
    _kept.put(key, fresh)
    return fresh
