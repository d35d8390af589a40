"""Keeps the index of names true to the graph, or knows that it is not.

The index lies beside the graph. Before the first change of a name in a run its mark is wiped, and when the writer ends
it is set to how the ledger then looks. An index with another mark is made anew when somebody next looks for a name: a
crash, an older program or a folder that was put back costs time, and no answer.
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kg import folding
from kg.iri import is_actor, is_place
from kg.namespaces import RDF, RW, SKOS
from kg.store.layout import Layout
from kg.store.name_index import NameIndex
from kg.store.name_tables import Kind
from kg.store.protocol import Change

T = TypeVar("T")
KINDS = {
    SKOS + "prefLabel": Kind.PREFERRED,
    SKOS + "altLabel": Kind.ALTERNATIVE,
    SKOS + "hiddenLabel": Kind.HIDDEN,
    RW + "ambiguousLabel": Kind.AMBIGUOUS,
}
_LABELS = tuple(map(ox.NamedNode, KINDS))
_TYPE = ox.NamedNode(RDF + "type")
_IN_LINES = tuple(f"> {label} ".encode() for label in _LABELS)
_VERSION = 2
"""To be raised with every change of the index's tables."""
_TAIL = 4096
"""Bytes of the ledger's end that tell one ledger from another."""
_KEPT = 200_000
"""Names of bulk writes that are kept in mind, so that one that comes again costs nothing."""


class Naming:
    """The names of a graph with their index; in memory where there is no ``layout``."""

    def __init__(self, layout: Layout | None, *, read_only: bool) -> None:
        self._layout = layout
        self._read_only = read_only
        self._mark = _mark(layout)
        """What a true index is marked with; of a writer, when it began."""
        self._index: NameIndex | None = None
        self._true = False
        """Whether ``_index`` follows the graph."""
        self._dirty = False
        self._seen: set[bytes] = set()

    def is_there(self) -> bool:
        """Whether there is an index that is true, so that ``ask`` need not make one."""
        try:
            return self._open()
        except sqlite3.Error:
            self.forget()
            return False

    def ask(self, data: ox.Store, question: Callable[[NameIndex], T]) -> T:
        """The answer of a true index of the names in ``data``; it is made first if there is none."""
        if self.is_there() and self._index is not None:
            try:
                return question(self._index)
            except sqlite3.Error:
                self.forget()
        return question(self._make(data))

    def touched(self, data: ox.Store, change: Change) -> list[ox.Quad]:
        """Of what ``change`` is about to do, the quads that tell a name or a class. Wipes the mark if there are any."""
        found = [quad for quad in (*change.delete, *change.insert) if _tells(quad)]
        for graph in map(ox.NamedNode, change.drop):
            for label in (*_LABELS, _TYPE):
                found += filter(_tells, data.quads_for_pattern(None, label, None, graph))
        if found:
            self.wipe()
        return found

    def follow(self, data: ox.Store, touched: Iterable[ox.Quad]) -> None:
        """Brings the index to what ``data`` now says of the names in ``touched``."""
        if not self._true:
            return
        try:
            for triple in dict.fromkeys(quad.triple for quad in touched):
                self._follow(data, triple)
        except sqlite3.Error:
            self.forget()

    def follow_lines(self, data: ox.Store, pieces: Iterable[bytes]) -> None:
        """Takes in the names in the N-Quads of a bulk write."""
        if self._true:
            fresh = b"".join(line + b"\n" for piece in pieces for line in self._name_lines(piece))
            self.follow(data, ox.parse(fresh, format=ox.RdfFormat.N_QUADS))

    def close(self) -> None:
        """Marks an index that follows the graph as true, and lets go of it."""
        if self._index is not None:
            with suppress(sqlite3.Error):
                if self._true and self._dirty and not self._read_only:
                    self._index.save(_mark(self._layout))
                self._index.close()
        self._index, self._true = None, False

    @property
    def _path(self) -> Path | None:
        return self._layout.names if self._layout else None

    def _open(self) -> bool:
        """Whether there is a true index, which is then open."""
        if self._index is None and self._path is not None and not self._dirty and self._path.exists():
            self._index = NameIndex(self._path, writable=not self._read_only)
            self._true = self._index.mark() == self._mark
            if not self._true:
                self.forget()
        return self._true

    def _make(self, data: ox.Store) -> NameIndex:
        """Makes the index of all names: in the store's folder, or in memory where that cannot be written."""
        self.forget()
        path = self._path
        if path is not None:
            draft = path.with_name(f"{path.name}.{os.getpid()}")
            try:
                index = NameIndex(draft)
                _fill(index, data)
                index.save(self._mark if self._read_only else "")
                index.close()
                # What a killed writer left there would be taken for a part of the new file.
                _journal(path).unlink(missing_ok=True)
                draft.replace(path)
                self._index = NameIndex(path, writable=not self._read_only)
            except (OSError, sqlite3.Error):
                for left in (draft, _journal(draft)):
                    with suppress(OSError):
                        left.unlink(missing_ok=True)
                self._layout = None
        if self._index is None:
            self._index = NameIndex()
            _fill(self._index, data)
        self._true = self._dirty = True
        return self._index

    def wipe(self) -> None:
        """Wipes the mark, before a change: from now on until ``close``, nobody takes the file for true."""
        if self._layout is None:
            self.forget()
        if self._dirty or self._layout is None:
            return
        try:
            if self._open() and self._index is not None:
                self._index.save("")
            self._dirty = True
        except sqlite3.Error:
            self.forget()

    def forget(self) -> None:
        """Lets go of an index that is not true; a writer removes it."""
        if self._index is not None:
            with suppress(sqlite3.Error):
                self._index.close()
        self._index, self._true = None, False
        if self._path is not None and not self._read_only:
            with suppress(OSError):
                _journal(self._path).unlink(missing_ok=True)
                self._path.unlink(missing_ok=True)

    def _follow(self, data: ox.Store, triple: ox.Triple) -> None:
        assert self._index is not None
        subject, label, name = triple.subject, triple.predicate, triple.object
        if not isinstance(subject, ox.NamedNode):
            return
        if label == _TYPE:
            if self._index.knows(subject.value):
                self._index.type(subject.value, _class(data, subject))
            return
        kind = KINDS[label.value]
        if not isinstance(name, ox.Literal):
            return
        if next(data.quads_for_pattern(subject, label, name, None), None) is None:
            self._index.discard(subject.value, kind, name.value, name.language or "")
            return
        if not self._index.knows(subject.value):
            self._index.type(subject.value, _class(data, subject))
        self._index.add(subject.value, kind, name.value, name.language or "")

    def _name_lines(self, piece: bytes) -> Iterator[bytes]:
        for label in _IN_LINES:
            at = piece.find(label)
            while at >= 0:
                end = piece.find(b"\n", at)
                line = piece[piece.rfind(b"\n", 0, at) + 1 : end if end >= 0 else len(piece)]
                told = line.rpartition(b" <")[0]
                if told not in self._seen:
                    if len(self._seen) < _KEPT:
                        self._seen.add(told)
                    yield line
                at = piece.find(label, at + 1)


def _fill(index: NameIndex, data: ox.Store) -> None:
    names: dict[tuple[str, Kind, str, str], None] = {}
    for label in _LABELS:
        query = f"SELECT DISTINCT ?who ?name WHERE {{ ?who {label} ?name }}"
        for who, name in data.query(query, use_default_graph_as_union=True):  # type: ignore[union-attr]
            if isinstance(who, ox.NamedNode) and isinstance(name, ox.Literal):
                names[who.value, KINDS[label.value], name.value, name.language or ""] = None
    bearers = dict.fromkeys(iri for iri, *_ in names)
    index.fill(((iri, _class(data, ox.NamedNode(iri))) for iri in bearers), names)


def _class(data: ox.Store, who: ox.NamedNode) -> str:
    quad = next(data.quads_for_pattern(who, _TYPE, None, None), None)
    return str(getattr(quad.object, "value", "")) if quad is not None else ""


def _tells(quad: ox.Quad) -> bool:
    if quad.predicate.value in KINDS:
        return True
    return (
        quad.predicate == _TYPE
        and isinstance(quad.subject, ox.NamedNode)
        and (is_actor(quad.subject.value) or is_place(quad.subject.value))
    )


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _mark(layout: Layout | None) -> str:
    """How the ledger looks, and by which rules the index was made."""
    rules = zlib.crc32(Path(folding.__file__).read_bytes() + unicodedata.unidata_version.encode())
    size, tail = 0, b""
    if layout is not None:
        with suppress(OSError), layout.ledger.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(0, size - _TAIL))
            tail = stream.read()
    return f"{_VERSION}-{rules:08x}-{size}-{zlib.crc32(tail):08x}"
