"""Holds a store's folder: one writer alone, or any number of readers.

The lock belongs to the open file, so the system lets go of it however a program ends; what is written in the
file only tells others who holds it. Where the system has no ``flock`` (Windows), Oxigraph's own lock still
keeps a second writer out.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from kg.store.errors import StoreLockedError, StoreWriteError
from kg.store.layout import Layout

_SHOWN = 80
"""Characters of a command line that others are shown."""
PATIENCE = 0.5
"""Seconds to wait for another program that is just ending."""


class FolderLock:
    """A held lock. Made by ``hold_alone`` and ``hold_shared``."""

    def __init__(self, file: IO[bytes] | None, *, alone: bool) -> None:
        self._file = file
        self._alone = alone

    def close(self) -> None:
        """Lets go. A second call does nothing."""
        if self._file is None:
            return
        if self._alone:
            self._file.truncate(0)
        self._file.close()
        self._file = None


def hold_alone(layout: Layout) -> FolderLock:
    """The writer's lock. Raises ``StoreLockedError`` that names the holder, or ``StoreWriteError``."""
    try:
        file = layout.lock.open("a+b")
    except OSError as error:
        raise StoreWriteError(layout.folder, error.strerror or "no reason given") from error
    if not _take(file, alone=True):
        file.close()
        raise StoreLockedError(layout.folder, holder(layout))
    file.truncate(0)
    file.write(json.dumps({"pid": os.getpid(), "program": _program()}).encode())
    file.flush()
    return FolderLock(file, alone=True)


def hold_shared(layout: Layout, *, patience: float = PATIENCE) -> FolderLock:
    """A reader's lock. Raises ``StoreLockedError`` if somebody still writes after ``patience`` seconds."""
    try:
        file = layout.lock.open("rb")
    except OSError:
        # No writer has been here since the folder was copied, or its lock is kept from us.
        return FolderLock(None, alone=False)
    if not _take(file, alone=False, patience=patience):
        file.close()
        raise StoreLockedError(layout.folder, holder(layout))
    return FolderLock(file, alone=False)


def holder(layout: Layout) -> str:
    """Who says in the lock file that they write, such as ``process 4711 (kg load)``."""
    try:
        told = json.loads(layout.lock.read_bytes())
        return f"process {int(told['pid'])} ({told['program']})"
    except (OSError, ValueError, KeyError, TypeError):
        return _reader(layout) or "another program that reads it"


def _reader(layout: Layout) -> str | None:
    """Whoever shares the lock, where the system tells (Linux: proc(5), ``/proc/locks``)."""
    try:
        inode = str(layout.lock.stat().st_ino)
        for line in Path("/proc/locks").read_text().splitlines():
            fields = line.split()
            if fields[1] == "FLOCK" and fields[5].rpartition(":")[2] == inode:
                words = Path(f"/proc/{fields[4]}/cmdline").read_bytes().decode(errors="replace").split("\0")
                return f"process {fields[4]} ({_shortened(words)}), which reads it"
    except (OSError, IndexError):
        pass
    return None


def _program() -> str:
    first = Path(sys.argv[0])
    # "python -m kg" has the file of the module for its first argument.
    name = first.parent.name if first.name == "__main__.py" else first.name
    return _shortened((name, *sys.argv[1:]))


def _shortened(words: Iterable[str]) -> str:
    line = " ".join(filter(None, words))
    return line if len(line) <= _SHOWN else line[: _SHOWN - 2] + " …"


def _take(file: IO[bytes], *, alone: bool, patience: float = PATIENCE) -> bool:
    until = time.monotonic() + patience
    while not _try(file, alone=alone):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


if sys.platform == "win32":

    def _try(file: IO[bytes], *, alone: bool) -> bool:
        return True

else:
    import fcntl

    def _try(file: IO[bytes], *, alone: bool) -> bool:
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
