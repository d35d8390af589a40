"""What every store can do, whether it is a folder on disk, memory, or a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeAlias, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.iri import Iris
from kg.store.layout import Layout
from kg.store.ledger import Ledger

if TYPE_CHECKING:
    from kg.store.name_index import NameIndex
    from kg.store.pending import Bulk
    from kg.store.under_way import UnderWay

T = TypeVar("T")

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
"""What can stand in a solution. Data of this project holds ``NamedNode`` and ``Literal`` only."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The solutions of a SELECT query. ``None`` marks an unbound variable."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Limited:
    """The answer to a query that was run under limits."""

    rows: Rows
    cut: str | None = None
    """Why rows are missing, as a phrase to show; ``None`` when the answer is whole."""


@dataclass(frozen=True, slots=True)
class Change:
    """One atomic write: graphs to drop, then quads to delete, then quads to insert, in this order."""

    drop: tuple[str, ...] = ()
    """IRIs of graphs; one that is not there is no error."""
    delete: tuple[Quad, ...] = ()
    insert: tuple[Quad, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.drop or self.delete or self.insert)


class Store(Protocol):
    """Named graphs under one base. Queries see the union of all named graphs as the default graph."""

    ledger: Ledger
    """What was loaded and removed, kept beside the graph."""

    @property
    def iris(self) -> Iris:
        """Mints the IRIs of this store's data."""

    @property
    def layout(self) -> Layout | None:
        """The folder on this machine that holds ledger and refused documents; ``None`` in memory."""

    def select(self, sparql: str) -> Rows:
        """The solutions of a SELECT query. Raises ``QuerySyntaxError``."""

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK query. Raises ``QuerySyntaxError``."""

    def construct(self, sparql: str) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, each once. Raises ``QuerySyntaxError``."""

    def quads(self, graph_iri: str | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all, in no fixed order."""

    def graphs(self) -> frozenset[str]:
        """The IRIs of all named graphs that hold something."""

    @property
    def has_names(self) -> bool:
        """Whether the index of names fits the graph, so that ``names`` answers at once."""

    def names(self, question: Callable[[NameIndex], T]) -> T:
        """The answer of the index of names, which is made anew first where it does not fit the graph."""

    def apply(self, change: Change) -> None:
        """Writes the whole of ``change`` or nothing of it. Durable only after ``flush``.

        Raises ``BadChangeError``, ``ReadOnlyStoreError``, ``DiskFullError`` and ``StoreWriteError``.
        """

    def write_bulk(self, bulk: Bulk) -> None:
        """Writes the whole of ``bulk``, durably and into the ledger; a crash leaves it to the next to open the store.

        Raises as ``apply`` does.
        """

    def begin_bulk(self, bulk: Bulk) -> UnderWay:
        """``write_bulk`` beside the caller where that can be, who must ``finish`` it; the next write waits for it.

        Until then the store may show any part of it.
        """

    def flush(self) -> None:
        """Returns when all that was applied would survive a loss of power. Raises as ``apply`` does."""

    def close(self) -> None:
        """Lets go of the store. A closed store answers nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
