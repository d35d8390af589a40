"""A bulk write on its way into the store, kept on the disk until it is in: after a crash it is done again.

Oxigraph's bulk loader is several times as fast as its transactions, and may leave half of what it was given. So all
that is to be written lies in a file first, made durable, with a note that makes it count; whoever opens the store next
finds the note and writes the file again. Writing it twice is the same as once: quads are a set, and the ledger takes an
entry once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.iri import Iris
from kg.store.failures import filing, writing
from kg.store.layout import Layout, write_whole
from kg.store.ledger import Entry, Ledger
from kg.store.protocol import Change
from kg.store.update import update_text


@dataclass(frozen=True, slots=True)
class Bulk:
    """Quads to insert as N-Quads, quads to delete before, and what the ledger says once they are written."""

    insert: tuple[bytes, ...]
    delete: tuple[ox.Quad, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of N-Quads."""
        return sum(map(len, self.insert))


class Pending:
    """The bulk write under way in a store's folder, if there is one."""

    def __init__(self, layout: Layout) -> None:
        self._folder = layout.folder
        self._lines = layout.folder / "pending.nq"
        self._note = layout.folder / "pending.json"

    def keep(self, bulk: Bulk) -> None:
        """Writes ``bulk`` to the disk; from now on it counts. Raises ``DiskFullError`` and ``StoreWriteError``."""
        note = {"delete": update_text(Change(delete=bulk.delete)), "entries": list(map(asdict, bulk.entries))}
        with filing(self._folder):
            try:
                _write_lines(self._lines, bulk.insert)
                write_whole(self._note, json.dumps(note).encode())
            except OSError:
                self._lines.unlink(missing_ok=True)
                raise

    def is_there(self) -> bool:
        """Whether a bulk write counts and is not known to be in."""
        return self._note.exists()

    def copy_to(self, layout: Layout) -> None:
        """Lays what is kept, if anything is, into the folder of another store as well. Raises ``OSError``."""
        if self.is_there():
            import shutil

            other = Pending(layout)
            shutil.copyfile(self._lines, other._lines)
            shutil.copyfile(self._note, other._note)

    def carry_out(self, data: ox.Store, ledger: Ledger) -> None:
        """Writes what is kept into ``data``, flushed, and into the ledger; then forgets it.

        Raises ``DiskFullError``, ``StoreWriteError`` and ``StoreDamagedError``.
        """
        self.write(data)
        self.conclude(ledger)

    def write(self, data: ox.Store) -> None:
        """Writes what is kept into ``data``, flushed; it still counts. Raises as ``carry_out`` does."""
        delete = self._told()["delete"]
        with writing(self._folder):
            # First: a literal may be deleted in the form in which it is stored, and inserted in another form of it.
            if delete:
                data.update(delete)
            # Every term was checked when it was made, and what is made is flushed before it counts.
            data.bulk_load(path=str(self._lines), format=ox.RdfFormat.N_QUADS, lenient=True)
            data.flush()

    def shows_in(self, data: ox.Store, iris: Iris) -> bool:
        """Whether readers of ``data`` may meet a part of it: one of its documents, or a lack of what it deletes."""
        told = self._told()
        graphs = [ox.NamedNode(iris.document_graph(each["document"])) for each in told["entries"]]
        return (
            bool(told["delete"])
            or not graphs
            or any(
                next(data.quads_for_pattern(None, None, None, graph), None) is not None for graph in graphs
            )
        )

    def conclude(self, ledger: Ledger) -> None:
        """Enters what was written into the ledger and forgets it. Raises as ``carry_out`` does."""
        ledger.append_once([Entry(**each) for each in self._told()["entries"]])
        with filing(self._folder):
            self._note.unlink()
            self._lines.unlink()

    def _told(self) -> dict[str, Any]:
        note: dict[str, Any] = json.loads(self._note.read_bytes())
        return note

    def sweep(self) -> None:
        """Forgets what a crash left before it counted."""
        if not self.is_there():
            self._lines.unlink(missing_ok=True)


def _write_lines(path: Path, lines: Iterable[bytes]) -> None:
    with path.open("wb") as stream:
        stream.writelines(lines)
        stream.flush()
        os.fsync(stream.fileno())
