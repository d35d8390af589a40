"""Keeps the graph: named graphs that are written in whole or not at all."""

from kg.location import Place, is_address
from kg.store.digest import digest
from kg.store.documents import document_graphs
from kg.store.embedded import EmbeddedStore
from kg.store.ledger import Entry, Ledger
from kg.store.opening import memory_store, open_store
from kg.store.pending import Bulk
from kg.store.protocol import Change, Limited, Rows, Store, Term

__all__ = [
    "Bulk",
    "Change",
    "EmbeddedStore",
    "Entry",
    "Ledger",
    "Limited",
    "Place",
    "Rows",
    "Store",
    "Term",
    "digest",
    "document_graphs",
    "is_address",
    "memory_store",
    "open_store",
]
