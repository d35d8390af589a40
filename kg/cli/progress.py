"""Shows on stderr how far long work has come, where a person is watching."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

_EVERY = 0.2
"""Seconds between two signs of life."""


class Counting:
    """Counts steps on one line of stderr, which it clears in the end. Silent where stderr is no terminal."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._count = 0
        self._last = self._start = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def step(self, _: object = None) -> None:
        """Counts one more."""
        self._count += 1
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._last > _EVERY:
            self._last, self._shown = now, True
            rate = self._count / (now - self._start)
            sys.stderr.write(f"\r\x1b[K{self._doing}: {self._count:,} documents, {rate:,.0f} a second")
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
