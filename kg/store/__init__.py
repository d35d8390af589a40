"""Keeps the graph: named graphs that are written in whole or not at all."""

from kg.store.embedded import EmbeddedStore, memory_store, open_store
from kg.store.protocol import Change, Rows, Store, Term

__all__ = ["Change", "EmbeddedStore", "Rows", "Store", "Term", "memory_store", "open_store"]
