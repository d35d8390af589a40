"""Folders for what a server lays down while it runs: removed when it ends, or by the next server if it was killed."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kg.store.errors import StoreLockedError
from kg.store.layout import Layout
from kg.store.lock import FolderLock, hold_alone

_PREFIX = "rawabit-serving-"


class Home:
    """A folder of this process's own. ``remove`` takes it away."""

    def __init__(self, folder: Path, lock: FolderLock) -> None:
        self.folder = folder
        self._lock = lock
        self._count = 0

    def fresh(self) -> Path:
        """The name of a folder in it that does not exist yet."""
        self._count += 1
        return self.folder / str(self._count)

    def remove(self) -> None:
        """Removes the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.close()


def make_home(store: Layout) -> Home:
    """A folder in that of a store, where links to its files are possible; else among the temporary files.

    What servers left that were killed is removed first.
    """
    try:
        store.serving.mkdir(mode=0o700, exist_ok=True)
        _sweep(store.serving.iterdir())
        return _made(Path(tempfile.mkdtemp(dir=store.serving)))
    except OSError:
        # The store lies where this user must not write; its tables are copied then.
        _sweep(Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"))
        return _made(Path(tempfile.mkdtemp(prefix=_PREFIX)))


def _made(folder: Path) -> Home:
    return Home(folder, hold_alone(Layout(folder)))


def _sweep(folders: Iterable[Path]) -> None:
    """Removes those whose servers are gone. One without a lock is being made just now."""
    for folder in list(folders):
        with suppress(OSError, StoreLockedError):
            if (
                folder.is_dir()
                and not folder.is_symlink()
                and Layout(folder).lock.exists()
                and _is_ours(folder)
            ):
                lock = hold_alone(Layout(folder))
                shutil.rmtree(folder, ignore_errors=True)
                lock.close()


if sys.platform == "win32":

    def _is_ours(folder: Path) -> bool:
        return True

else:
    import os

    def _is_ours(folder: Path) -> bool:
        return folder.stat().st_uid == os.getuid()
