"""Keeps what was worked out as long as the store stands still: what is asked again costs nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sized
from contextlib import contextmanager
from threading import Lock
from typing import Any, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel

from kg.web.view import View

T = TypeVar("T")

_MOST_ITEMS = 400_000
"""What values may hold together; a value that holds nothing counts as one."""
_MOST_BYTES = 100_000_000
"""What answers may take together."""


class _Kept:
    """Values up to some weight together; the one that was longest not asked for goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._values: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._lock = Lock()
        self._turns: dict[Hashable, tuple[Lock, int]] = {}
        """Who works at what, and how many want it."""

    @contextmanager
    def turn(self, key: Hashable) -> Iterator[None]:
        """One after the other who want the same: the first works it out, and the others find it."""
        with self._lock:
            lock, waiting = self._turns.get(key, (Lock(), 0))
            self._turns[key] = lock, waiting + 1
        try:
            with lock:
                yield
        finally:
            with self._lock:
                lock, waiting = self._turns.pop(key)
                if waiting > 1:
                    self._turns[key] = lock, waiting - 1

    def get(self, key: Hashable) -> tuple[bool, Any]:
        with self._lock:
            if key not in self._values:
                return False, None
            self._values.move_to_end(key)
            return True, self._values[key][1]

    def put(self, key: Hashable, value: object) -> None:
        weight = 1 + (len(value) if isinstance(value, Sized) else 0)
        with self._lock:
            self._weight += weight - self._values.pop(key, (0, None))[0]
            self._values[key] = weight, value
            while self._weight > self._most and len(self._values) > 1:
                self._weight -= self._values.popitem(last=False)[1][0]


_values, _answers = _Kept(_MOST_ITEMS), _Kept(_MOST_BYTES)


def kept(view: View, question: Hashable, answer: Callable[[], T]) -> T:
    """``answer()``, or what it was when the same ``question`` was last asked of the same content of the same store.

    Values are shared: nobody may change them. Whoever asks the same meanwhile waits, so that ``answer`` may ask for
    what it is made of, and that not for it.
    """
    return _from(_values, view, question, answer)


def told(view: View, request: Request, answer: Callable[[], BaseModel], *more: Hashable) -> Response:
    """``answer()`` as JSON, worked out once for each address that is asked for; ``more`` is what it does not say."""

    def written() -> bytes:
        return answer().model_dump_json(by_alias=True).encode("utf-8", "backslashreplace")

    question = (request.method, request.url.path, request.url.query, *more)
    return Response(_from(_answers, view, question, written), media_type="application/json")


def _from(kept: _Kept, view: View, question: Hashable, answer: Callable[[], T]) -> T:
    layout = view.store.layout
    if layout is None:
        return answer()
    key = (str(layout.folder), view.store.iris.base, view.revision, question)
    found, value = kept.get(key)
    if not found:
        with kept.turn(key):
            found, value = kept.get(key)
            if not found:
                value = answer()
                kept.put(key, value)
    known: T = value
    return known
