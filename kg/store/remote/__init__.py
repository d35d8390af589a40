"""Any SPARQL 1.1 server as the store. Imported only where one is opened: an HTTP client takes its time."""

from kg.store.remote.opening import open_server

__all__ = ["open_server"]
