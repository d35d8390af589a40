"""Words in a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a document. Half-open code points, so ``text[start:end] == quote``."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"not a span: {self.start}-{self.end} for {len(self.quote)} characters")
