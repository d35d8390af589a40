"""The default store: Oxigraph in a folder, or in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.iri import Iris
from kg.store.errors import QuerySyntaxError, ReadOnlyStoreError, StoreClosedError
from kg.store.failures import check_space, reading, writing
from kg.store.layout import Layout
from kg.store.ledger import Ledger
from kg.store.lock import FolderLock
from kg.store.pending import Bulk, Pending
from kg.store.protocol import Change, Rows, Store
from kg.store.tables import record_tables
from kg.store.under_way import UnderWay
from kg.store.update import update_text

if TYPE_CHECKING:
    from kg.store.name_index import NameIndex
    from kg.store.naming import Naming

T = TypeVar("T")

RESERVE = 200_000_000
"""Bytes that stay free on the disk: with less, RocksDB can fail to open what it wrote."""

_WRITTEN_PER_BYTE = 4
"""Bytes on disk for a byte of an update, at most: the log, three indexes, and their merging."""


class EmbeddedStore(Store):
    """Named graphs held by Oxigraph. Made by ``kg.store.open_store`` and ``kg.store.memory_store``."""

    def __init__(
        self,
        data: ox.Store,
        iris: Iris,
        layout: Layout | None = None,
        *,
        lock: FolderLock | None = None,
        read_only: bool = False,
        reserve: int = RESERVE,
    ) -> None:
        self._data: ox.Store | None = data
        self._iris = iris
        self._layout = layout
        self._lock = lock
        self._read_only = read_only
        self.reserve = reserve
        """Bytes that a write leaves free on the disk."""
        self.ledger = Ledger(layout.ledger if layout else None)
        self._under_way = UnderWay()
        if not read_only:
            # A writer must know how the ledger looks before it adds to it.
            _ = self._naming

    @property
    def iris(self) -> Iris:
        """Mints the IRIs of this store's data."""
        return self._iris

    @property
    def layout(self) -> Layout | None:
        """The folder of the store, or ``None`` in memory."""
        return self._layout

    def select(self, sparql: str) -> Rows:
        """The solutions of a SELECT query. Raises ``QuerySyntaxError``."""
        with reading(self._folder):
            found = self._open.query(sparql, use_default_graph_as_union=True)
            if not isinstance(found, ox.QuerySolutions):
                raise QuerySyntaxError("it is not a SELECT query")
            variables = tuple(variable.value for variable in found.variables)
            return Rows(variables, tuple(tuple(solution) for solution in found))

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK query. Raises ``QuerySyntaxError``."""
        with reading(self._folder):
            found = self._open.query(sparql, use_default_graph_as_union=True)
            if not isinstance(found, ox.QueryBoolean):
                raise QuerySyntaxError("it is not an ASK query")
            return bool(found)

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, each once. Raises ``QuerySyntaxError``."""
        with reading(self._folder):
            found = self._open.query(sparql, use_default_graph_as_union=True)
            if not isinstance(found, ox.QueryTriples):
                raise QuerySyntaxError("it is not a CONSTRUCT or DESCRIBE query")
            return list(dict.fromkeys(found))

    def quads(self, graph_iri: str | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph, or of all, in no fixed order, as they stand at the time of the call."""
        graph = ox.NamedNode(graph_iri) if graph_iri is not None else None
        with reading(self._folder):
            return self._scan(self._open.quads_for_pattern(None, None, None, graph))

    def _scan(self, quads: Iterator[ox.Quad]) -> Iterator[ox.Quad]:
        with reading(self._folder):
            yield from quads

    @property
    def has_names(self) -> bool:
        """Whether the index of names fits the graph, so that ``names`` answers at once."""
        return self._naming.is_there()

    def names(self, question: Callable[[NameIndex], T]) -> T:
        """The answer of the index of names, which is made anew first where it does not fit the graph."""
        with reading(self._folder):
            return self._naming.ask(self._open, question)

    def graphs(self) -> frozenset[str]:
        """The IRIs of all named graphs that hold something."""
        with reading(self._folder):
            names = [name for name in self._open.named_graphs() if isinstance(name, ox.NamedNode)]
            return frozenset(name.value for name in names if self._holds(name))

    def _holds(self, graph: ox.NamedNode) -> bool:
        return next(self._open.quads_for_pattern(None, None, None, graph), None) is not None

    def apply(self, change: Change) -> None:
        """Writes the whole of ``change`` or nothing of it. Durable only after ``flush``.

        Raises ``BadChangeError``, ``ReadOnlyStoreError``, ``DiskFullError`` and ``StoreWriteError``.
        """
        if not change:
            return
        self._begin_write()
        update = update_text(change)
        if self._layout is not None:
            check_space(self._layout.folder, self.reserve + _WRITTEN_PER_BYTE * len(update.encode()))
        touched = self._naming.touched(self._open, change)
        with writing(self._folder):
            self._open.update(update)
        self._naming.follow(self._open, touched)

    def write_bulk(self, bulk: Bulk) -> None:
        """Writes the whole of ``bulk``, durably and into the ledger; after a crash the next to open does it.

        Faster than ``apply`` from some thousands of quads on. Raises as ``apply`` does.
        """
        self.begin_bulk(bulk).finish()

    def begin_bulk(self, bulk: Bulk) -> UnderWay:
        """``write_bulk`` beside the caller, who must ``finish`` it; until then the store may show any part of it."""
        self._begin_write()
        if self._layout is None:
            self.apply(Change(delete=bulk.delete))
            with writing(None):
                self._open.bulk_load(b"".join(bulk.insert), format=ox.RdfFormat.N_QUADS)
            self.ledger.append(bulk.entries)
            self._naming.forget()
            return UnderWay()
        check_space(self._layout.folder, self.reserve + _WRITTEN_PER_BYTE * bulk.size)
        self._naming.wipe()
        pending, data = Pending(self._layout), self._open

        def write() -> None:
            pending.keep(bulk)
            pending.write(data)

        def conclude() -> None:
            pending.conclude(self.ledger)
            self._naming.follow_lines(self._open, bulk.insert)

        self._under_way = UnderWay(write, conclude)
        return self._under_way

    def flush(self) -> None:
        """Returns when all that was applied would survive a loss of power. Raises as ``apply`` does."""
        self._begin_write()
        with writing(self._folder):
            self._open.flush()

    def snapshot(self, folder: Path) -> bool:
        """Copies the store's data into ``folder``, which must not exist. False for a store in memory."""
        if self._layout is None:
            return False
        with writing(self._folder):
            self._open.backup(folder)
        return True

    def close(self) -> None:
        """Lets go of the store. A closed store answers nothing."""
        if self._data is None:
            return
        # What it has written counts, and whoever opens the store next enters it into the ledger.
        self._under_way.wait()
        if "_naming" in self.__dict__:
            self._naming.close()
        self._data = None
        if not self._read_only and self._layout is not None:
            # Without them, damage is seen later; that is no reason to fail here.
            with suppress(OSError):
                record_tables(self._layout)
        if self._lock is not None:
            self._lock.close()

    @cached_property
    def _naming(self) -> Naming:
        # A reader who asks for no name need not load SQLite.
        from kg.store.naming import Naming

        return Naming(self._layout, read_only=self._read_only)

    @property
    def _folder(self) -> Path | None:
        return self._layout.folder if self._layout else None

    @property
    def _open(self) -> ox.Store:
        if self._data is None:
            raise StoreClosedError(self._folder)
        return self._data

    def _begin_write(self) -> None:
        if self._read_only and self._layout is not None:
            raise ReadOnlyStoreError(self._layout.folder)
        self._under_way.finish()
