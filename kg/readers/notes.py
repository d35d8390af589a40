"""What a reader has to say of a document that it reads all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

_NAMED = 3


class Notes:
    """Passes notes on to ``tell``: the first three of a kind by name, then how many more there were."""

    def __init__(self, tell: Callable[[str], None] | None = None) -> None:
        self._tell = tell
        self._counts: Counter[str] = Counter()

    def add(self, name: str, kind: str) -> None:
        """Notes ``kind``, a sentence without a subject, of the document ``name``."""
        self._counts[kind] += 1
        if self._tell is not None and self._counts[kind] <= _NAMED:
            self._tell(f"{name}: {kind}")

    def finish(self) -> None:
        """Says how many notes were kept back, and starts anew."""
        for kind, count in self._counts.items():
            if self._tell is not None and count > _NAMED:
                self._tell(f"{count - _NAMED:,} more documents: {kind}")
        self._counts.clear()
