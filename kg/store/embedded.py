"""The default store: Oxigraph in a folder, or in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.iri import Iris
from kg.store.protocol import Change, Rows
from kg.store.update import update_text


class EmbeddedStore:
    """Named graphs held by Oxigraph. Made by ``open_store`` and ``memory_store``."""

    def __init__(self, data: ox.Store, iris: Iris) -> None:
        self._data = data
        self._iris = iris

    @property
    def iris(self) -> Iris:
        """Mints the IRIs of this store's data."""
        return self._iris

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def select(self, sparql: str) -> Rows:
        """The solutions of a SELECT query. Raises ``QuerySyntaxError``."""
        found = self._data.query(sparql, use_default_graph_as_union=True)
        assert isinstance(found, ox.QuerySolutions)
        variables = tuple(variable.value for variable in found.variables)
        return Rows(variables, tuple(tuple(solution) for solution in found))

    def ask(self, sparql: str) -> bool:
        """The answer to an ASK query. Raises ``QuerySyntaxError``."""
        return bool(self._data.query(sparql, use_default_graph_as_union=True))

    def construct(self, sparql: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, each once. Raises ``QuerySyntaxError``."""
        found = self._data.query(sparql, use_default_graph_as_union=True)
        assert isinstance(found, ox.QueryTriples)
        return list(dict.fromkeys(found))

    def quads(self, graph_iri: str | None = None) -> Iterator[ox.Quad]:
        """The quads of one graph, or of all, in no fixed order."""
        graph = ox.NamedNode(graph_iri) if graph_iri is not None else None
        return self._data.quads_for_pattern(None, None, None, graph)

    def graphs(self) -> frozenset[str]:
        """The IRIs of all named graphs that hold something."""
        names = (name for name in self._data.named_graphs() if isinstance(name, ox.NamedNode))
        return frozenset(name.value for name in names if next(self.quads(name.value), None) is not None)

    def apply(self, change: Change) -> None:
        """Writes the whole of ``change`` or nothing of it. Durable only after ``flush``."""
        if change:
            self._data.update(update_text(change))

    def flush(self) -> None:
        """Returns when all that was applied would survive a loss of power."""
        self._data.flush()

    def close(self) -> None:
        """Lets go of the store. A closed store answers nothing."""
        del self._data


def memory_store(iris: Iris | None = None) -> EmbeddedStore:
    """An empty store in memory, gone when it is let go."""
    return EmbeddedStore(ox.Store(), iris or Iris())


def open_store(path: Path | str, iris: Iris | None = None, *, read_only: bool = False) -> EmbeddedStore:
    """The store in a folder, made there if it is missing and may be written."""
    from kg.store.layout import Layout

    layout = Layout(Path(path))
    if read_only:
        return EmbeddedStore(ox.Store.read_only(str(layout.data)), layout.read_mark())
    if not layout.mark.exists():
        layout.create(iris or Iris())
    return EmbeddedStore(ox.Store(str(layout.data)), layout.read_mark())
