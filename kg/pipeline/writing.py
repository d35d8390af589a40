"""New documents on their way into the store, with the links and inferences that they hold up."""

from __future__ import annotations

from kg.pipeline.derived import DerivedGraphs
from kg.pipeline.preparing import Prepared
from kg.pipeline.recording import loaded_entry
from kg.pipeline.refusal import take_back
from kg.rdf import Summary
from kg.store import Bulk, Change, Entry, Store
from kg.store.under_way import UnderWay

BULK_BYTES = 500_000
"""N-Quads from which one bulk write is cheaper than one change a document."""
_ONE_BY_ONE = 32
"""Documents that are written as they come, before the others are held back for a bulk write."""


class Batch:
    """Documents that are not in the store yet: written as they come while they are few, together when they are many.

    While one bulk is written, the next gathers.
    """

    def __init__(self, store: Store, derived: DerivedGraphs, reader: str) -> None:
        """``reader`` is what the ledger calls the source of the claims."""
        self._store = store
        self._derived = derived
        self._reader = reader
        self._count = 0
        self._written: list[Prepared] = []
        self._held: dict[str, Prepared] = {}
        self._leaving: frozenset[str] = frozenset()
        """The hashes of the documents that are being written."""
        self._under_way = UnderWay()
        self.size = 0
        """Bytes of N-Quads that are held back."""

    def holds(self, sha256: str) -> bool:
        """Whether a document is held back or being written, so that the store may not show it."""
        return sha256 in self._held or sha256 in self._leaving

    @property
    def is_bulk(self) -> bool:
        """Whether so much is held back that it will be written in bulk."""
        return self.size >= BULK_BYTES

    @property
    def is_writing(self) -> bool:
        """Whether a bulk write has begun and not been finished."""
        return bool(self._leaving)

    @property
    def has_written(self) -> bool:
        """Whether a bulk write waits for nothing but ``finish``."""
        return self.is_writing and self._under_way.is_over()

    def add(self, given: Prepared) -> None:
        """Takes in a document of which the store holds nothing. Raises as ``Store.apply`` does."""
        self._count += 1
        if self._count <= _ONE_BY_ONE:
            self._write(given)
            return
        self._held[given.document.sha256] = given
        self.size += len(given.content)

    def settle(self) -> None:
        """Makes all of them durable, and notes them in the ledger. Raises as ``Store.apply`` does."""
        self.finish()
        if self.is_bulk:
            self.begin()
            self.finish()
        held, self._held, self.size = list(self._held.values()), {}, 0
        for each in held:
            self._write(each)
        self._note_written()

    def begin(self) -> None:
        """Begins to write what is held back, in bulk; what came before is finished first. Raises as ``settle`` does."""
        self.finish()
        self._note_written()
        documents, self._held, self.size = list(self._held.values()), {}, 0
        derived = self._derived.grown([each.summary for each in documents])
        lines = (*(each.content for each in documents), *derived.insert_lines)
        self._under_way = self._store.begin_bulk(
            Bulk(lines, derived.delete, tuple(map(self._entry, documents)))
        )
        self._leaving = frozenset(each.document.sha256 for each in documents)

    def finish(self) -> None:
        """Waits for the bulk write that has begun, if there is one. Raises as ``settle`` does."""
        self._under_way.finish()
        written, self._leaving = self._leaving, frozenset()
        for each in written:
            take_back(self._store.layout, each)

    def _note_written(self) -> None:
        if self._written:
            self._store.flush()
            self._store.ledger.append([self._entry(each) for each in self._written])
            self._written = []

    def _write(self, given: Prepared) -> None:
        graph = self._store.iris.document_graph(given.document.sha256)
        derived = self._derived.change(graph, Summary(), given.summary)
        self._store.apply(Change(delete=derived.delete, insert=(*given.graph, *derived.insert)))
        take_back(self._store.layout, given.document.sha256)
        self._written.append(given)

    def _entry(self, given: Prepared) -> Entry:
        # What came by a pipe may have come from a file before it was removed.
        known = self._store.ledger.standing(given.document.sha256) if given.document.origin is None else None
        return loaded_entry(given, reader=self._reader, known=known)
