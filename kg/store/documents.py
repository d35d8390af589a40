"""Which of a store's graphs are those of documents."""

from __future__ import annotations

from kg.store.protocol import Store


def document_graphs(store: Store) -> tuple[str, ...]:
    """The IRIs of the graphs of all documents, sorted."""
    return tuple(sorted(graph for graph in store.graphs() if graph.startswith(store.iris.document_graphs)))
