"""Where views come from: a store in a folder, one that is open already, or one on a server."""

from __future__ import annotations

import time
from collections.abc import Hashable
from pathlib import Path

from kg.location import Place, is_address
from kg.resolve.names import Candidate
from kg.store import Store, open_store
from kg.store.layout import Layout
from kg.store.still import Still, is_written, revision_of, signs_of, take_still
from kg.web.homes import make_home
from kg.web.indexing import Indexer
from kg.web.view import View
from kg.web.views import Moment, Source

_SECONDS = 300
"""After which a server is looked at anew: others write there, and nothing tells of it."""


def source_of(place: Place | Store) -> Source:
    """What gives views of ``place``; of a store that is open, to be closed by whoever opened it."""
    if isinstance(place, Path | str):
        return ServerSource(place) if is_address(place) else FolderSource(Path(place))
    return OpenSource(place)


class FolderSource:
    """A store in a folder."""

    def __init__(self, folder: Path) -> None:
        self._layout = Layout(folder)
        # Where no store is, nothing is laid down.
        self._layout.read_mark()
        self._home = make_home(self._layout)
        self._indexer = Indexer(self._layout)

    def signs(self) -> Hashable:
        """How its files look from outside."""
        return signs_of(self._layout)

    def is_busy(self) -> bool:
        """Whether somebody writes."""
        return is_written(self._layout)

    def moment(self) -> Moment:
        """Its files once more. Raises the errors of ``open_store``."""
        still = take_still(self._layout.folder, self._home.fresh())
        self._indexer.begin(still)
        return _FolderMoment(still, self._indexer)

    def close(self) -> None:
        """Removes what was laid down."""
        self._indexer.close()
        self._home.remove()


class _FolderMoment:
    def __init__(self, still: Still, indexer: Indexer) -> None:
        self._still = still
        self._indexer = indexer
        self.revision: str | None = still.revision
        self._stores: list[Store] = []
        self._shown: dict[str, Candidate] = {}

    def view(self) -> View:
        store = self._still.store()
        self._stores.append(store)
        layout = self._still.layout
        return View(store, self._still.revision, layout.data, layout.claims, self._shown)

    def end(self) -> None:
        for store in self._stores:
            store.close()
        self._indexer.end(self._still)


class ServerSource:
    """A store on a SPARQL server. It has no moments: a request sees what the server has when it asks."""

    def __init__(self, address: str) -> None:
        self._address = address
        # A server that is not there shows at once.
        self._first: Store | None = open_store(address, read_only=True)
        self._layout = self._first.layout

    def signs(self) -> Hashable:
        """What this machine wrote there; and what time it is, roughly: nothing tells of what others write."""
        return _slot(), self._layout and revision_of(self._layout)

    def is_busy(self) -> bool:
        """Never: a server keeps readers and writers apart by itself."""
        return False

    def moment(self) -> Moment:
        """The server, asked anew for what it is. Raises the errors of ``open_store``."""
        store, self._first = self._first or open_store(self._address, read_only=True), None
        return _ServerMoment(self._address, store)

    def close(self) -> None:
        """Nothing is left."""


class _ServerMoment:
    def __init__(self, address: str, first: Store) -> None:
        self._address = address
        self._revision = f"{_slot()}-{revision_of(first.layout)}" if first.layout else f"{_slot()}"
        # Others may write there at any time.
        self.revision: str | None = None
        self._stores, self._waiting = [first], [first]

    def view(self) -> View:
        if self._waiting:
            return View(self._waiting.pop(), self._revision)
        store = open_store(self._address, read_only=True)
        self._stores.append(store)
        return View(store, self._revision)

    def end(self) -> None:
        for store in self._stores:
            store.close()


def _slot() -> int:
    return int(time.time() / _SECONDS)


class OpenSource:
    """A store that somebody else opened and closes, as the tests do: all requests see it as it is."""

    revision: str | None = None

    def __init__(self, store: Store) -> None:
        self._store = store

    def signs(self) -> Hashable:
        """Nothing: a change shows by itself."""
        return None

    def is_busy(self) -> bool:
        """Never."""
        return False

    def moment(self) -> Moment:
        """The store itself."""
        return self

    def view(self) -> View:
        """The store itself."""
        return View(self._store, f"{len(self._store.ledger.entries())}")

    def end(self) -> None:
        """Nothing was made."""

    def close(self) -> None:
        """Nothing was made."""
