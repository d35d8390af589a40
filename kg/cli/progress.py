"""Shows on stderr how far long work has come, where a person is watching."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

_EVERY = 0.2
"""Seconds between two signs of life."""
_BAR = 20
"""Columns of the bar."""


class Counting:
    """Counts steps on one line of stderr, which it clears in the end. Silent where stderr is no terminal.

    Where ``total`` is known, with a bar and the time that is left at the rate so far.
    """

    def __init__(self, doing: str, total: int | None = None, *, of: str = "documents") -> None:
        self._doing = doing
        self._of = of
        self._total = total
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
            sys.stderr.write(
                f"\r\x1b[K{self._doing}: {progress(self._count, self._total, now - self._start, of=self._of)}"
            )
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Takes the line away, so that something else can be said there."""
        if self._shown:
            self._shown = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def watched() -> bool:
    """Whether a person sees how far the work has come."""
    return sys.stderr.isatty()


def progress(count: int, total: int | None, seconds: float, *, of: str = "documents") -> str:
    """How many documents of how many after so many seconds, at which rate, and how long it still takes."""
    rate = count / seconds
    if total is None or total < count:
        return f"{count:,} {of}, {rate:,.0f} a second"
    bar = ("#" * (_BAR * count // total)).ljust(_BAR, ".")
    left = round((total - count) / rate)
    hours, minutes, rest = left // 3600, left // 60 % 60, left % 60
    clock = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return f"[{bar}] {count:,} of {total:,} {of}, {rate:,.0f} a second, {clock} left"
