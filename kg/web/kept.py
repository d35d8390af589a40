"""Keeps values that cost something to work out, up to some weight together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sized
from contextlib import contextmanager
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class _Value(NamedTuple, Generic[T]):
    weight: int
    value: T


class Kept(Generic[T]):
    """Values up to the weight ``most`` together; the one that was longest not asked for goes first.

    A value weighs what it holds, and one more. Values are shared: nobody may change them.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._weight = 0
        self._values: OrderedDict[Hashable, _Value[T]] = OrderedDict()
        self._lock = Lock()
        self._turns: dict[Hashable, tuple[Lock, int]] = {}
        """Who works at what, and how many want it."""

    def find(self, key: Hashable) -> T | None:
        """What is kept under ``key``; ``None`` where nothing is."""
        known = self._find(key)
        return known.value if known else None

    def get(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """What is kept under ``key``, else ``work_out()``, for which whoever asks the same meanwhile waits.

        ``work_out`` may ask for what its value is made of, and that not for it.
        """
        known = self._find(key)
        if not known:
            with self._turn(key):
                known = self._find(key) or self._put(key, work_out())
        return known.value

    def _find(self, key: Hashable) -> _Value[T] | None:
        with self._lock:
            known = self._values.get(key)
            if known:
                self._values.move_to_end(key)
            return known

    def _put(self, key: Hashable, value: T) -> _Value[T]:
        new = _Value(1 + (len(value) if isinstance(value, Sized) else 0), value)
        with self._lock:
            self._values[key] = new
            self._weight += new.weight
            while self._weight > self._most and len(self._values) > 1:
                self._weight -= self._values.popitem(last=False)[1].weight
        return new

    @contextmanager
    def _turn(self, key: Hashable) -> Iterator[None]:
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
