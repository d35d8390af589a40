"""A store as it stands at one moment, laid down in a folder of its own, to be read for long while others write.

Its tables are hard links where the file system allows them, so that it costs neither time nor bytes.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from kg.store.embedded import EmbeddedStore
from kg.store.errors import StoreLockedError
from kg.store.failures import filing, opening
from kg.store.layout import Layout
from kg.store.lock import hold_shared
from kg.store.opening import open_folder

_TAIL = 4096


class Still:
    """A store's folder at one moment. ``store`` gives as many readers of it as are wanted; ``remove`` ends it."""

    def __init__(self, layout: Layout, revision: str) -> None:
        self.layout = layout
        self.revision = revision
        """What differs after each change, and is the same for the same content of the same folder."""
        self._iris = layout.read_mark()
        with opening(layout):
            self._data = ox.Store.read_only(str(layout.data))

    def store(self) -> EmbeddedStore:
        """A reader, for one thread at a time. All of them share the open files."""
        return EmbeddedStore(self._data, self._iris, self.layout, read_only=True)

    def remove(self) -> None:
        """Removes the folder. Readers that are still at work go on, as their files stay open."""
        import shutil

        shutil.rmtree(self.layout.folder, ignore_errors=True)


def take_still(place: Path, folder: Path) -> Still:
    """Lays the store in ``place`` down in ``folder``, which must not exist; meanwhile nobody writes.

    Raises the errors of ``open_store`` for a reader.
    """
    # Who only asks for ``revision_of`` need not wait for what copies.
    import shutil

    layout, kept = Layout(place), Layout(folder)
    with open_folder(place, read_only=True) as store, filing(folder):
        # Made where it is missing, and there, so that nobody need make it again.
        store.names(lambda _: None)
        folder.mkdir(mode=0o700)
        store.snapshot(kept.data)
        shutil.copyfile(layout.mark, kept.mark)
        for path, target in ((layout.ledger, kept.ledger), (layout.names, kept.names)):
            with suppress(FileNotFoundError):
                shutil.copyfile(path, target)
        if layout.refused.is_dir():
            shutil.copytree(layout.refused, kept.refused)
        revision = revision_of(layout)
    still = Still(kept, revision)
    with still.store() as reader:
        # Readers side by side must not make the index at the same moment.
        reader.names(lambda _: None)
    return still


def revision_of(layout: Layout) -> str:
    """What differs after each change of the store: the end of its ledger, and which run of the engine wrote last."""
    told = hashlib.sha256()
    with suppress(OSError), layout.ledger.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, size - _TAIL))
        told.update(f"{size}\n".encode() + stream.read())
    with suppress(OSError):
        told.update((layout.data / "CURRENT").read_bytes())
    return told.hexdigest()[:16]


def signs_of(layout: Layout) -> tuple[tuple[int, int, int], ...]:
    """What shows at a glance, without reading a file, that a store may have changed."""
    found = []
    for path in (layout.ledger, layout.data / "CURRENT", layout.mark):
        try:
            status = path.stat()
        except OSError:
            found.append((0, 0, 0))
        else:
            found.append((status.st_ino, status.st_size, status.st_mtime_ns))
    return tuple(found)


def is_written(layout: Layout) -> bool:
    """Whether somebody is writing at this moment."""
    try:
        hold_shared(layout, patience=0).close()
    except StoreLockedError:
        return True
    return False
