"""Opens the store that a run is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kg.cli.output import say
from kg.cli.settings import Settings
from kg.query.naming import Naming


@contextmanager
def reading(settings: Settings) -> Iterator[Naming]:
    """The store, open for reading, with its names. Raises the errors of ``kg.store.errors``."""
    from kg.store import open_store

    with open_store(settings.store, read_only=True) as store:
        yield Naming(store, note=say)
