"""What lies on this machine for a store on a server: its mark, what is known of the server, and a change under way."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kg.store.failures import filing
from kg.store.layout import Layout, write_whole
from kg.store.ledger import Entry


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change on its way to the server, as ``kg.store.remote.steps`` makes its steps."""

    steps: tuple[str, ...]
    undo: tuple[str, ...]
    """The steps that take it back."""
    entries: tuple[Entry, ...] = ()
    """What the ledger says once it is written."""


def folder_of(url: str) -> Path:
    """Where the ledger of the server at ``url`` lies: below the user's data folder, by the hash of the address."""
    data = os.environ.get("XDG_DATA_HOME")
    home = Path(data) if data else Path.home() / ".local" / "share"
    return home / "rawabit" / "servers" / hashlib.sha256(url.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Known:
    """What was found out about a server, once."""

    query: str
    """The address that takes queries."""
    product: str = ""
    """As its ``Server`` header says."""
    update: str | None = None
    """The address that takes updates, where one was looked for."""
    union: str | None = None
    """The parameter with which its default graph is the union of all; empty where it is so without."""
    hidden: tuple[str, ...] = field(default=())
    """Graphs of the server's own, which no query is to see."""


class Journal:
    """The files of one server, beside ledger and refused documents, in a folder as a store has it."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._known = layout.folder / "server.json"
        self._change = layout.folder / "unfinished.json"

    def known(self) -> Known | None:
        """What was found out before; ``None`` where nothing was, or it cannot be read."""
        try:
            told: dict[str, Any] = json.loads(self._known.read_bytes())
            return Known(**{**told, "hidden": tuple(told["hidden"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, known: Known) -> None:
        """Notes what was found out. Raises ``DiskFullError`` and ``StoreWriteError``."""
        with filing(self.layout.folder):
            write_whole(self._known, json.dumps(asdict(known), indent=2).encode() + b"\n")

    def begin(self, waiting: Waiting) -> None:
        """Notes, durably, what is about to be sent. Raises ``DiskFullError`` and ``StoreWriteError``."""
        with filing(self.layout.folder):
            write_whole(self._change, json.dumps(asdict(waiting)).encode())

    def end(self) -> None:
        """The server has done it, or has taken all of it back."""
        with filing(self.layout.folder):
            self._change.unlink(missing_ok=True)

    def unfinished(self) -> Waiting | None:
        """The change whose end was not seen; ``None`` where all is done."""
        try:
            told = json.loads(self._change.read_bytes())
        except FileNotFoundError:
            return None
        entries = tuple(Entry(**each) for each in told["entries"])
        return Waiting(tuple(told["steps"]), tuple(told["undo"]), entries)
