"""What was loaded and removed, kept beside the graph, so that a loss in the graph can be seen.

JSON Lines, one event a line, written through to the disk. "loaded" follows the flush of the graph, so that
nothing stands here that the graph did not durably hold; "removed" goes before the removal.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kg.store.failures import filing


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. ``digest`` is ``kg.store.digest.digest`` over the document's graph."""

    event: str
    """``loaded`` or ``removed``."""
    document: str
    """SHA-256 of the document's text."""
    name: str
    claims: int
    quads: int
    digest: str
    at: str
    """When, UTC, ISO 8601 with seconds."""


def now() -> str:
    """The time of an event."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Ledger:
    """The events of one store, on disk or, for a store in memory, nowhere."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._kept: list[Entry] = []

    def entries(self) -> tuple[Entry, ...]:
        """All events in order. Lines that a crash or a disk spoiled are left out; ``spoiled`` counts them."""
        return tuple(entry for entry in self._read() if entry is not None)

    def spoiled(self) -> int:
        """How many lines cannot be read."""
        return sum(entry is None for entry in self._read())

    def loaded(self) -> dict[str, Entry]:
        """What should be in the graph: each document that was loaded and not removed since, by hash."""
        standing: dict[str, Entry] = {}
        for entry in self.entries():
            if entry.event == "loaded":
                standing[entry.document] = entry
            else:
                standing.pop(entry.document, None)
        return standing

    def append(self, entries: Iterable[Entry]) -> None:
        """Adds events, on the disk on return. Raises ``DiskFullError`` and ``StoreWriteError``."""
        fresh = list(entries)
        if not fresh:
            return
        if self._path is None:
            self._kept += fresh
            return
        lines = "".join(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in fresh)
        with filing(self._path.parent), self._path.open("a+b") as stream:
            stream.write(_mend(stream) + lines.encode(errors="replace"))
            stream.flush()
            os.fsync(stream.fileno())

    def _read(self) -> list[Entry | None]:
        if self._path is None:
            return list(self._kept)
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return []
        return [_entry(line) for line in content.split(b"\n") if line.strip()]


def _mend(stream: Any) -> bytes:
    """A line end, where the last write broke off inside a line."""
    if stream.seek(0, os.SEEK_END) == 0:
        return b""
    stream.seek(-1, os.SEEK_END)
    return b"" if stream.read(1) == b"\n" else b"\n"


def _entry(line: bytes) -> Entry | None:
    try:
        told = json.loads(line)
        return Entry(**told)
    except (ValueError, TypeError):
        return None
