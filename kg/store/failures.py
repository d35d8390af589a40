"""Turns what Oxigraph raises into errors that say what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KGError
from kg.store.errors import (
    DiskFullError,
    NoStoreError,
    QuerySyntaxError,
    StoreDamagedError,
    StoreLockedError,
    StoreWriteError,
)
from kg.store.layout import Layout
from kg.store.lock import holder

# Oxigraph gives RocksDB's own words and no error number.
_FULL = ("No space left on device", "File too large", "Disk quota exceeded")
_FULL_NUMBERS = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
_LOCKED = ("lock hold by", "While lock file")
_UNFINISHED = ("Column family not found", "Inserts are only possible on read-write instances")
"""What it says to a reader where the program that was to make its files ended first."""
_CORRUPT = "Corruption"


@contextmanager
def opening(layout: Layout) -> Iterator[None]:
    """While the files are opened.

    Raises ``StoreLockedError``, ``DiskFullError``, ``StoreWriteError``, ``NoStoreError`` and ``StoreDamagedError``.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise unopened(layout, str(error)) from error


def unopened(layout: Layout, problem: str) -> KGError:
    """The error for a store that the engine did not open, for this reason."""
    if any(words in problem for words in _LOCKED):
        return StoreLockedError(layout.folder, holder(layout))
    if any(words in problem for words in _FULL):
        return disk_full(layout.folder, 0)
    if "Permission denied" in problem or "Read-only file system" in problem:
        return StoreWriteError(layout.folder, plain(problem))
    if any(words in problem for words in _UNFINISHED) and not layout.has_history:
        return NoStoreError(layout.folder)
    return StoreDamagedError(layout.folder, plain(problem))


@contextmanager
def reading(folder: Path | None) -> Iterator[None]:
    """While a query or a scan runs. Raises ``QuerySyntaxError`` and ``StoreDamagedError``."""
    try:
        yield
    except SyntaxError as error:
        raise QuerySyntaxError(error.msg) from error
    except (OSError, RuntimeError) as error:
        problem = str(error)
        if problem.startswith(_CORRUPT) or problem.startswith("IO error"):
            raise StoreDamagedError(folder, plain(problem)) from error
        raise QuerySyntaxError(problem) from error


@contextmanager
def writing(folder: Path | None) -> Iterator[None]:
    """While a change is written or flushed.

    Raises ``DiskFullError``, ``StoreWriteError`` and ``StoreDamagedError``.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        problem = str(error)
        if folder is not None and any(words in problem for words in _FULL):
            raise disk_full(folder, 0) from error
        if problem.startswith(_CORRUPT) or folder is None:
            raise StoreDamagedError(folder, plain(problem)) from error
        raise StoreWriteError(folder, plain(problem)) from error


@contextmanager
def filing(folder: Path) -> Iterator[None]:
    """While one of the store's own files, such as the ledger, is written.

    Raises ``DiskFullError`` and ``StoreWriteError``.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL_NUMBERS:
            raise disk_full(folder, 0) from error
        raise StoreWriteError(folder, error.strerror or str(error)) from error


def check_space(folder: Path, needed: int) -> None:
    """Raises ``DiskFullError`` where fewer than ``needed`` bytes are free; even opening takes room."""
    if _free(folder) < needed:
        raise disk_full(folder, needed)


def disk_full(folder: Path, needed: int) -> DiskFullError:
    """The error for a disk without the ``needed`` bytes, or without room for a write that was tried."""
    return DiskFullError(folder, _free(folder), needed)


def _free(folder: Path) -> int:
    # Imported late: it brings every archive format along, and a lookup needs none.
    import shutil

    return shutil.disk_usage(folder).free


def plain(problem: str) -> str:
    """What the engine says, on one line and without its own kinds of errors."""
    return " ".join(problem.removeprefix("IO error: ").removeprefix("Corruption: ").split())
