"""A part of the passages: the one that is looked at while rules are written, or the one that is only measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.errors import InputError

T = TypeVar("T")
_WRITTEN = re.compile(r"(?P<first>\d{1,6})(?:-(?P<last>\d{1,6}))?/(?P<of>\d{1,6})\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """Of passages dealt out in turn onto ``of`` heaps, the heaps ``first`` to ``last``, counted from 1."""

    first: int
    last: int
    of: int

    def __str__(self) -> str:
        return f"{self.first}{f'-{self.last}' if self.last > self.first else ''}/{self.of}"

    def take(self, items: Sequence[T]) -> list[T]:
        """The items of this part, in their order."""
        return [item for number, item in enumerate(items) if self.first <= number % self.of + 1 <= self.last]


def parse_part(written: str) -> Part:
    """The part that is written as ``1/2`` or ``1-3/4``. Raises ``InputError``."""
    match = _WRITTEN.match(written)
    if match:
        part = Part(int(match["first"]), int(match["last"] or match["first"]), int(match["of"]))
        if 1 <= part.first <= part.last <= part.of:
            return part
    raise InputError(
        f"{written!r}", "means no part", "write 1/2 for the first of two, 1-3/4 for three of four"
    )
