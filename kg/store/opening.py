"""Opens a store: in a folder, for writing or for reading, or in memory."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import overload

import pyoxigraph as ox

from kg.iri import Iris
from kg.location import Place, is_address
from kg.store.embedded import RESERVE, EmbeddedStore
from kg.store.errors import BaseMismatchError, DiskFullError, NoStoreError, StoreDamagedError
from kg.store.failures import check_space, opening
from kg.store.layout import Layout
from kg.store.lock import FolderLock, hold_alone, hold_shared
from kg.store.pending import Pending
from kg.store.protocol import Store


def memory_store(iris: Iris | None = None) -> EmbeddedStore:
    """An empty store in memory, gone when it is let go."""
    return EmbeddedStore(ox.Store(), iris or Iris())


@overload
def open_store(
    place: Path, iris: Iris | None = None, *, read_only: bool = False, reserve: int = RESERVE
) -> EmbeddedStore: ...


@overload
def open_store(
    place: Place, iris: Iris | None = None, *, read_only: bool = False, reserve: int = RESERVE
) -> Store: ...


def open_store(
    place: Place, iris: Iris | None = None, *, read_only: bool = False, reserve: int = RESERVE
) -> Store:
    """The store in a folder, or on the server at an address.

    Raises as ``open_folder`` does; for a server the errors of ``kg.store.remote.opening.open_server``.
    """
    if is_address(place):
        # Imported late: a folder needs no HTTP client.
        from kg.store.remote import open_server

        return open_server(place, iris, read_only=read_only)
    return open_folder(Path(place), iris, read_only=read_only, reserve=reserve)


def open_folder(
    path: Path, iris: Iris | None = None, *, read_only: bool = False, reserve: int = RESERVE
) -> EmbeddedStore:
    """The store in a folder. For writing it is made there if nothing is, with the base of ``iris``.

    One program may write, alone; several may read. ``reserve`` is how many bytes a write leaves free on the
    disk. Raises ``NoStoreError`` (reading only), ``NotAStoreError``, ``StoreVersionError``,
    ``BaseMismatchError``, ``StoreLockedError``, ``StoreDamagedError``, ``StoreWriteError`` and
    ``DiskFullError``.
    """
    layout = Layout(path)
    if layout.swap.exists():
        # A repair or restoration was cut short. Imported late: hardly anybody ever meets one.
        from kg.store.swap import finish_swap

        with closing(hold_alone(layout)):
            finish_swap(layout)
    if read_only:
        found = _with_base(layout, iris)
        if Pending(layout).is_there():
            _carry_out_for_reading(layout, found, reserve)
        return _open(layout, found, hold_shared(layout), read_only=True, reserve=reserve)
    if _is_new(layout):
        layout.prepare()
        lock = hold_alone(layout)
        try:
            if _is_new(layout):
                check_space(layout.folder, reserve)
                layout.create(iris or Iris())
            found = _with_base(layout, iris)
        except BaseException:
            lock.close()
            raise
    else:
        found = _with_base(layout, iris)
        lock = hold_alone(layout)
    return _open(layout, found, lock, read_only=False, reserve=reserve)


def _carry_out_for_reading(layout: Layout, iris: Iris, reserve: int) -> None:
    """Ends the bulk write in whose midst somebody ended, because readers would see half of it.

    On a full disk it may wait while nothing of it can be seen; else raises ``DiskFullError``.
    """
    try:
        open_folder(layout.folder, iris, reserve=reserve).close()
    except DiskFullError:
        with opening(layout):
            seen = Pending(layout).shows_in(_read(layout), iris)
        if seen:
            raise


def open_held(layout: Layout, iris: Iris, *, reserve: int = RESERVE) -> EmbeddedStore:
    """A store for writing whose folder the caller holds alone, and goes on holding. Raises as ``open_store`` does."""
    with opening(layout):
        data = _write(layout, reserve)
    return _finished(EmbeddedStore(data, iris, layout, reserve=reserve), data, layout)


def _is_new(layout: Layout) -> bool:
    try:
        layout.read_mark()
    except NoStoreError:
        return True
    return False


def _with_base(layout: Layout, iris: Iris | None) -> Iris:
    found = layout.read_mark()
    if iris is not None and iris != found:
        raise BaseMismatchError(layout.folder, found.base, iris.base)
    return found


def _open(layout: Layout, iris: Iris, lock: FolderLock, *, read_only: bool, reserve: int) -> EmbeddedStore:
    try:
        with opening(layout):
            data = _read(layout) if read_only else _write(layout, reserve)
    except BaseException:
        lock.close()
        raise
    store = EmbeddedStore(data, iris, layout, lock=lock, read_only=read_only, reserve=reserve)
    return store if read_only else _finished(store, data, layout)


def _finished(store: EmbeddedStore, data: ox.Store, layout: Layout) -> EmbeddedStore:
    """The store, after the bulk write that a crash cut short was carried out."""
    pending = Pending(layout)
    try:
        if pending.is_there():
            pending.carry_out(data, store.ledger)
        else:
            pending.sweep()
    except BaseException:
        store.close()
        raise
    return store


def must_have_data(layout: Layout) -> None:
    """Raises ``NoStoreError`` where the program that was to make the store ended first, or ``StoreDamagedError``."""
    _must_not_be_gone(layout)
    if not (layout.data / "CURRENT").exists():
        raise NoStoreError(layout.folder)


def _must_not_be_gone(layout: Layout) -> None:
    """Raises ``StoreDamagedError`` where something was, and Oxigraph would begin anew and remove the rest."""
    if layout.has_history and not layout.data.exists():
        raise StoreDamagedError(layout.folder, "its folder 'data' is gone")
    if not (layout.data / "CURRENT").exists() and any(layout.data.glob("*.sst")):
        raise StoreDamagedError(layout.folder, "its file data/CURRENT is gone")


def _read(layout: Layout) -> ox.Store:
    must_have_data(layout)
    return ox.Store.read_only(str(layout.data))


def _write(layout: Layout, reserve: int) -> ox.Store:
    _must_not_be_gone(layout)
    check_space(layout.folder, reserve)
    return ox.Store(str(layout.data))
