"""The store on a SPARQL 1.1 server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.errors import KGError
from kg.iri import Iris
from kg.store.errors import QuerySyntaxError, ReadOnlyStoreError, StoreClosedError, StoreTimeoutError
from kg.store.layout import Layout
from kg.store.ledger import Entry, Ledger
from kg.store.lock import FolderLock
from kg.store.pending import Bulk
from kg.store.protocol import Change, Limited, Rows, Store
from kg.store.remote.errors import (
    AccessError,
    DistrustedQueryError,
    RefusedWriteError,
    ServerFailedError,
    UnknownOutcomeError,
    UnreachableError,
)
from kg.store.remote.http import Bounds
from kg.store.remote.journal import Journal, Waiting
from kg.store.remote.limited import answer_within
from kg.store.remote.names import index_of
from kg.store.remote.service import Service, quad_of
from kg.store.remote.steps import one_by_one, steps, undoing
from kg.store.remote.text import read_construct
from kg.store.remote.who import myself
from kg.store.under_way import UnderWay

if TYPE_CHECKING:
    from kg.store.name_index import NameIndex

T = TypeVar("T")
_GATEWAY = frozenset({502, 503, 504})
"""A proxy's own words: what the server behind it does is not known."""


COPIED = 500_000
"""Triples that are fetched at most to answer a query here."""


class RemoteStore(Store):
    """Named graphs held by a server. Made by ``kg.store.open_store``."""

    def __init__(
        self, service: Service, iris: Iris, journal: Journal, *, lock: FolderLock | None, read_only: bool
    ) -> None:
        self._service = service
        self._iris = iris
        self._journal = journal
        self._lock = lock
        self._read_only = read_only
        self._closed = False
        self._copy: ox.Store | None = None
        self._names: NameIndex | None = None
        # Holds nothing: it reads queries as the embedded store does, before they are sent.
        self._grammar = ox.Store()
        self.ledger = Ledger(journal.layout.ledger)

    @property
    def iris(self) -> Iris:
        """Mints the IRIs of this store's data."""
        return self._iris

    @property
    def layout(self) -> Layout:
        """The folder on this machine that holds ledger and refused documents."""
        return self._journal.layout

    @property
    def product(self) -> str:
        """What the server calls itself."""
        return self._service.known.product.strip() or "without a name"

    @property
    def place(self) -> str:
        """The server's address, to be shown."""
        return self._service.place

    def select(self, sparql: str) -> Rows:
        """The solutions of a SELECT query. Raises ``QuerySyntaxError`` and the errors of the server."""
        variables = self._variables(sparql)
        if self._open.distrusts(sparql):
            solutions = self._copied().query(sparql, use_default_graph_as_union=True)
            assert isinstance(solutions, ox.QuerySolutions)
            return Rows(variables, tuple(map(tuple, solutions)))
        return self._open.select(sparql, variables)

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK query. Raises as ``select`` does."""
        if not isinstance(self._read(sparql), ox.QueryBoolean):
            raise QuerySyntaxError("it is not an ASK query")
        if self._open.distrusts(sparql):
            return bool(self._copied().query(sparql, use_default_graph_as_union=True))
        return self._open.ask(sparql)

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT query, each once. Raises as ``select`` does, for a DESCRIBE too.

        The server is asked for rows, of which it can be told whether they are all; the triples are made here.
        """
        if not isinstance(self._read(sparql), ox.QueryTriples):
            raise QuerySyntaxError("it is not a CONSTRUCT query")
        construct = read_construct(sparql)
        if self._open.distrusts(sparql):
            return construct.triples(self.select(construct.select).rows)
        return construct.triples(self._open.select(construct.select, construct.variables or ("any",)).rows)

    def quads(self, graph_iri: str | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph as they stand at the time of the call, or of all, each graph as it is reached."""
        if graph_iri is None:
            return (quad for graph in sorted(self.graphs()) for quad in self.quads(graph))
        graph = ox.NamedNode(graph_iri)
        rows = self._open.whole("?s ?p ?o", f"GRAPH {graph} {{ ?s ?p ?o }}", by="?s")
        return iter([quad_of(row, graph) for row in rows])

    def graphs(self) -> frozenset[str]:
        """The IRIs of all named graphs that hold something."""
        rows = self._open.whole("DISTINCT ?g", "GRAPH ?g { ?s ?p ?o }", by="?g")
        return frozenset(name.value for (name,) in rows if isinstance(name, ox.NamedNode))

    @property
    def has_names(self) -> bool:
        """Whether the index of names was made, so that ``names`` answers at once."""
        return self._names is not None

    def names(self, question: Callable[[NameIndex], T]) -> T:
        """The answer of the index of names. It is made of what the server holds, in memory: others may write there."""
        if self._names is None:
            self._names = index_of(self._open)
        return question(self._names)

    def apply(self, change: Change) -> None:
        """Writes the whole of ``change`` or nothing of it; how durable it is then is the server's affair.

        Raises ``BadChangeError``, ``ReadOnlyStoreError``, ``RefusedWriteError``, ``UnknownOutcomeError`` and the
        errors of the folder on this machine.
        """
        if not change:
            return
        self._write(change, ())

    def write_bulk(self, bulk: Bulk) -> None:
        """Writes the whole of ``bulk``, and into the ledger; after a crash the next to open does it.

        Raises as ``apply`` does.
        """
        insert = tuple(
            ox.Quad(quad.subject, quad.predicate, quad.object, quad.graph_name)
            for lines in bulk.insert
            for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)
        )
        self._write(Change(delete=bulk.delete, insert=insert), bulk.entries)

    def begin_bulk(self, bulk: Bulk) -> UnderWay:
        """``write_bulk``; nothing is left to wait for."""
        self.write_bulk(bulk)
        return UnderWay()

    def complete(self) -> bool:
        """Ends a change that was cut short, if there is one. Raises as ``apply`` does."""
        waiting = self._journal.unfinished()
        if waiting is not None:
            self._send(waiting)
        return waiting is not None

    def _write(self, change: Change, entries: tuple[Entry, ...]) -> None:
        self._must_be_writable()
        unfinished, by = self._iris.graph("unfinished"), myself()
        told = steps(change, unfinished, by)
        dropped = [quad for graph in change.drop for quad in self.quads(graph)]
        waiting = Waiting(tuple(told), tuple(steps(undoing(change, dropped), unfinished, by)), entries)
        self._journal.begin(waiting)
        self._copy = self._names = None
        self._send(waiting)

    def _send(self, waiting: Waiting) -> None:
        try:
            self._open.tell(waiting.steps)
        except (StoreTimeoutError, UnreachableError) as error:
            raise self._unknown(error) from error
        except (ServerFailedError, AccessError) as error:
            if isinstance(error, ServerFailedError) and error.status in _GATEWAY:
                raise self._unknown(error) from error
            self._take_back(waiting.undo)
            problem = error.problem if isinstance(error, ServerFailedError) else str(error)
            raise RefusedWriteError(self.place, problem) from error
        self.ledger.append_once(waiting.entries)
        self._journal.end()

    def flush(self) -> None:
        """Nothing: a server says that it has written when, by its own settings, it has."""
        self._must_be_writable()

    def answer_within(self, sparql: str, *, seconds: float, rows: int, size: int) -> Limited | None:
        """The answer to a query of any form, read until a limit is reached. ``size`` is in bytes.

        ``None`` where the server would answer wrongly, and a copy has to be asked. Raises ``QuerySyntaxError``,
        ``DistrustedQueryError`` and the errors of the server.
        """
        if self._open.distrusts(sparql):
            self._must_be_small()
            return None
        return answer_within(self._open, sparql, Bounds(seconds, size), rows)

    def close(self) -> None:
        """Lets go of the store. A closed store answers nothing."""
        self._closed = True
        self._service.close()
        if self._lock is not None:
            self._lock.close()

    def _copied(self) -> ox.Store:
        """The whole store on this machine, for queries that the server would answer wrongly.

        Raises ``DistrustedQueryError`` where it is too large for that.
        """
        if self._copy is None:
            self._must_be_small()
            copy = ox.Store()
            copy.bulk_extend(self.quads())
            self._copy = copy
        return self._copy

    def _must_be_small(self) -> None:
        (count,) = self._open.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }", ["n"]).rows[0]
        size = int(getattr(count, "value", 0))
        if size > COPIED:
            raise DistrustedQueryError(self.place, size, COPIED)

    def _read(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """What kind of query this is, and that it is one: nothing else may reach an address that takes updates."""
        try:
            return self._grammar.query(sparql)
        except SyntaxError as error:
            raise QuerySyntaxError(error.msg) from error

    def _variables(self, sparql: str) -> tuple[str, ...]:
        """The variables of a SELECT, in the order in which the embedded store gives them."""
        found = self._read(sparql)
        if not isinstance(found, ox.QuerySolutions):
            raise QuerySyntaxError("it is not a SELECT query")
        return tuple(variable.value for variable in found.variables)

    def _unknown(self, error: KGError) -> UnknownOutcomeError:
        return UnknownOutcomeError(self.place, str(error).partition(";")[0])

    def _take_back(self, undo: tuple[str, ...]) -> None:
        """Undoes what the server did of a change before it failed; most did nothing."""
        if self._open.ask(f"ASK {{ GRAPH <{self._iris.graph('unfinished')}> {{ ?s ?p ?o }} }}"):
            self._journal.begin(Waiting(undo, undo))
            try:
                self._open.tell(undo)
            except ServerFailedError:
                self._take_back_in_parts(undo)
        self._journal.end()

    def _take_back_in_parts(self, undo: tuple[str, ...]) -> None:
        """Undoes what can be undone: what the server cannot take out, it never took in, as it is too large."""
        for step in undo:
            try:
                self._open.tell([step])
            except ServerFailedError:
                if not step.startswith("DELETE"):
                    raise
                for each in one_by_one(step):
                    with suppress(ServerFailedError):
                        self._open.tell([each])

    @property
    def _open(self) -> Service:
        if self._closed:
            raise StoreClosedError(self.place)
        return self._service

    def _must_be_writable(self) -> None:
        if self._read_only:
            raise ReadOnlyStoreError(self.place)
