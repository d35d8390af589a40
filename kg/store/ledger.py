"""What was loaded and removed, kept beside the graph, so that a loss in the graph can be seen.

JSON Lines, one event a line, written through to the disk. "loaded" follows the flush of the graph, so that
nothing stands here that the graph did not durably hold; "removed" goes before the removal.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kg.store.failures import filing

_FEW = 10
"""Documents that are looked for one by one before the whole ledger is read."""


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
    path: str | None = None
    """The file that held the text, absolute; None for what came by a pipe, and in lines of older versions."""
    form: str | None = None
    """The format of that file, such as ``txt``."""
    extractor: str | None = None
    """What read it, such as ``rules``; ``(given)`` where its claims came with it; None in lines of older versions."""
    said: Mapping[str, str] = field(default_factory=dict)
    """What else the document was known by: language, title, date, source, url, author."""


def now() -> str:
    """The time of an event."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Ledger:
    """The events of one store, on disk or, for a store in memory, nowhere."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._kept: list[Entry] = []
        self._asked = 0
        self._standing: dict[str, Entry] | None = None

    def entries(self) -> tuple[Entry, ...]:
        """All events in order. Lines that a crash or a disk spoiled are left out; ``spoiled`` counts them."""
        return tuple(entry for entry in self._read() if entry is not None)

    def spoiled(self) -> int:
        """How many lines cannot be read."""
        return sum(entry is None for entry in self._read())

    def loaded(self) -> dict[str, Entry]:
        """What should be in the graph: each document that was loaded and not removed since, by hash."""
        standing: dict[str, Entry] = {}
        _follow(standing, self.entries())
        return standing

    def standing(self, document: str) -> Entry | None:
        """The line under which this document should be in the graph, if it should.

        Few documents are looked for in the file; for many, the whole file is read once. To be asked by the writer
        alone, who knows of every line that comes after.
        """
        self._asked += 1
        if self._standing is None and self._asked <= _FEW:
            return self._last(document)
        if self._standing is None:
            self._standing = self.loaded()
        return self._standing.get(document)

    def append(self, entries: Iterable[Entry]) -> None:
        """Adds events, on the disk on return. Raises ``DiskFullError`` and ``StoreWriteError``."""
        fresh = list(entries)
        if not fresh:
            return
        if self._path is None:
            self._kept += fresh
        else:
            _write(self._path, b"".join(map(_line, fresh)))
        if self._standing is not None:
            _follow(self._standing, fresh)

    def append_once(self, entries: Iterable[Entry]) -> None:
        """Adds those events that are not the last ones of their documents already; raises as ``append`` does."""
        if self._standing is None:
            self._standing = self.loaded()
        standing = self._standing
        self.append([each for each in entries if standing.get(each.document) != each])

    def _read(self) -> list[Entry | None]:
        if self._path is None:
            return list(self._kept)
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return []
        return _entries([line for line in content.split(b"\n") if line.strip()])

    def _last(self, document: str) -> Entry | None:
        if self._path is None:
            return self.loaded().get(document)
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return None
        at = len(content)
        while (at := content.rfind(document.encode(), 0, at)) >= 0:
            end = content.find(b"\n", at)
            entry = _entry(content[content.rfind(b"\n", 0, at) + 1 : end if end >= 0 else len(content)])
            if entry is not None and entry.document == document:
                return entry if entry.event == "loaded" else None
        return None


def _follow(standing: dict[str, Entry], entries: Iterable[Entry]) -> None:
    for entry in entries:
        if entry.event == "loaded":
            standing[entry.document] = entry
        else:
            standing.pop(entry.document, None)


def _write(path: Path, lines: bytes) -> None:
    with filing(path.parent), path.open("a+b") as stream:
        stream.write(_mend(stream) + lines)
        stream.flush()
        os.fsync(stream.fileno())


def _mend(stream: Any) -> bytes:
    """A line end, where the last write broke off inside a line."""
    if stream.seek(0, os.SEEK_END) == 0:
        return b""
    stream.seek(-1, os.SEEK_END)
    return b"" if stream.read(1) == b"\n" else b"\n"


_KEYS = tuple(each.name for each in fields(Entry))
_REQUIRED = _KEYS[: _KEYS.index("path")]
_STRINGS = ("event", "document", "name", "digest", "at")


def _line(entry: Entry) -> bytes:
    told = {key: value for key in _KEYS if (value := getattr(entry, key)) or key in _REQUIRED}
    try:
        return json.dumps(told, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        # Half a character, such as a byte in the name of a file that is not UTF-8: it can only be written escaped.
        return json.dumps(told).encode() + b"\n"


def _entries(lines: list[bytes]) -> list[Entry | None]:
    try:
        # All lines at once take half the time of one after the other.
        told = json.loads(b"[" + b",".join(lines) + b"]")
    except ValueError:
        return [_entry(line) for line in lines]
    return [_made(each) for each in told] if len(told) == len(lines) else [_entry(line) for line in lines]


def _entry(line: bytes) -> Entry | None:
    try:
        return _made(json.loads(line))
    except ValueError:
        return None


def _made(told: Any) -> Entry | None:
    try:
        if not all(isinstance(told[key], str) for key in _STRINGS):
            return None
        # What a later version adds is left alone.
        return Entry(**{key: told[key] for key in _KEYS if key in told})
    except (TypeError, KeyError):
        return None
