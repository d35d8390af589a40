"""Keeps the graph: named graphs that are written in whole or not at all."""

from kg.store.digest import digest
from kg.store.embedded import EmbeddedStore
from kg.store.ledger import Entry, Ledger
from kg.store.opening import memory_store, open_store
from kg.store.pending import Bulk
from kg.store.protocol import Change, Rows, Store, Term

__all__ = [
    "Bulk",
    "Change",
    "EmbeddedStore",
    "Entry",
    "Ledger",
    "Rows",
    "Store",
    "Term",
    "digest",
    "memory_store",
    "open_store",
]
