"""A copy of a whole store, made at one moment and checked before it is called one; and a store put back from it.

A backup is a folder laid out as a store is, with a note of what must be in it, so that it can be read as it is with
``--store``. On the same file system its tables are hard links: they are never changed once written.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.namespaces import RW
from kg.store.embedded import EmbeddedStore
from kg.store.errors import BackupDamagedError, BackupExistsError, BackupFailedError, NotABackupError
from kg.store.failures import filing
from kg.store.layout import Layout, sync, write_whole
from kg.store.ledger import Ledger, now
from kg.store.lock import hold_alone, hold_shared
from kg.store.opening import open_folder
from kg.store.survey import COUNT, count_apart
from kg.store.swap import finish_swap, staging, swap, sync_tree
from kg.store.tables import record_tables

NOTE = "backup.json"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made or put back."""

    at: Path
    documents: int
    made: str
    """When, UTC, ISO 8601 with seconds."""
    linked: bool
    """Whether its tables are hard links, which share their bytes with the store, and not copies."""
    missing: tuple[str, ...] = ()
    """Names of documents that the store should hold and does not: of those the backup has none either."""
    newer: tuple[str, ...] = ()
    """Names of documents that the replaced store held and the backup does not."""
    aside: Path | None = None
    """Where the replaced store is kept, if it held such documents or could not be read."""


def make_backup(source: Path | str, target: Path | str, *, copy: bool = False) -> Backup:
    """Backs the store in ``source`` up into ``target``, which must not exist. With ``copy``, no bytes are shared.

    No writer can come between. Raises ``BackupExistsError``, ``BackupFailedError``, ``BackupDamagedError`` and the
    errors of ``open_folder``.
    """
    place = Path(target)
    if place.exists() or place.is_symlink():
        raise BackupExistsError(place)
    # A store that is not there is not to be made.
    open_folder(Path(source), read_only=True).close()
    with open_folder(Path(source), reserve=0) as store, _draft(place) as draft:
        assert store.layout is not None
        store.flush()
        _lay_down(store, store.layout, draft, copy=copy)
        made = _note(store, store.layout, draft)
        _check(draft, made)
        write_whole(draft.folder / NOTE, json.dumps(made, ensure_ascii=False, indent=1).encode() + b"\n")
        sync_tree(draft.folder)
    return Backup(place, made["documents"], made["made"], _shares(place), tuple(made["missing"]))


@contextmanager
def _draft(place: Path) -> Iterator[Layout]:
    """A folder beside ``place`` that takes its name in the end, or is gone."""
    draft = place.with_name(f".{place.name}-{os.getpid()}")
    try:
        draft.mkdir()
        yield Layout(draft)
        # Onto a folder that holds something, no system moves another.
        draft.rename(place)
        sync(place.parent)
    except OSError as error:
        raise BackupFailedError(place, error.strerror or str(error)) from error
    finally:
        if draft.exists():
            shutil.rmtree(draft)


def _lay_down(store: EmbeddedStore, layout: Layout, draft: Layout, *, copy: bool) -> None:
    linked = draft.folder / "linked" if copy else draft.data
    store.snapshot(linked)
    if copy:
        # The engine may merge tables at any moment; what it has linked stays as it is.
        shutil.copytree(linked, draft.data)
        shutil.rmtree(linked)
    if layout.tables.exists():
        shutil.copyfile(layout.tables, draft.tables)
    record_tables(draft)
    _lay_down_rest(layout, draft)


def _lay_down_rest(layout: Layout, draft: Layout) -> None:
    draft.refused.mkdir()
    if layout.refused.is_dir():
        for path in layout.refused.iterdir():
            shutil.copyfile(path, draft.refused / path.name)
    draft.ledger.touch()
    if layout.ledger.exists():
        shutil.copyfile(layout.ledger, draft.ledger)
    shutil.copyfile(layout.mark, draft.mark)


def _note(store: EmbeddedStore, layout: Layout, draft: Layout) -> dict[str, Any]:
    count = int(getattr(store.select(COUNT).rows[0][0], "value", 0))
    standing = Ledger(layout.ledger).loaded()
    # To look every document up takes long, and is only of use where some are missing.
    there = _documents(store) if count < len(standing) else standing.keys()
    return {
        "made": now(),
        "documents": count,
        "missing": sorted(entry.name for sha256, entry in standing.items() if sha256 not in there),
        "files": _sizes(draft),
        "ledger": _sha256(draft.ledger),
    }


def _documents(store: EmbeddedStore) -> set[str]:
    rows = store.select(f"SELECT ?sha256 WHERE {{ ?document <{RW}sha256> ?sha256 }}").rows
    return {str(getattr(sha256, "value", "")) for (sha256,) in rows}


def restore_backup(source: Path | str, target: Path | str) -> Backup:
    """Puts the backup in ``source`` into the place of the store in ``target``, which is made where there is none.

    What it replaces stays until the new store is whole, and after that too where it held documents that the backup
    does not hold. Raises ``NotABackupError``, ``BackupDamagedError`` and the errors of ``open_folder``.
    """
    kept, layout = Layout(Path(source)), Layout(Path(target))
    made = read_note(kept)
    if not layout.mark.exists() and not layout.swap.exists():
        layout.prepare()
    with closing(hold_alone(layout)), closing(hold_shared(kept)):
        finish_swap(layout)
        before = Ledger(layout.ledger)
        draft = staging(layout)
        with filing(layout.folder):
            _link_or_copy(kept.data, draft.data)
            _lay_down_rest(kept, draft)
        _check(draft, made)
        standing = Ledger(draft.ledger).loaded()
        newer = sorted(entry.name for sha256, entry in before.loaded().items() if sha256 not in standing)
        spoiled = before.spoiled()
        aside: Path | None = swap(layout)
        if aside is not None and not newer and not spoiled:
            shutil.rmtree(aside)
            aside = None
    linked = _shares(layout.folder)
    return Backup(layout.folder, made["documents"], made["made"], linked, newer=tuple(newer), aside=aside)


def _link_or_copy(folder: Path, target: Path) -> None:
    """The same files once more: tables, which never change, as hard links where the file system allows it."""
    target.mkdir()
    for path in folder.iterdir():
        if path.suffix != ".sst" or not _link(path, target / path.name):
            shutil.copyfile(path, target / path.name)


def _link(path: Path, target: Path) -> bool:
    try:
        target.hardlink_to(path)
    except OSError:
        return False
    return True


def read_note(layout: Layout) -> dict[str, Any]:
    """What must be in a backup. Raises ``NotABackupError``."""
    try:
        told = json.loads((layout.folder / NOTE).read_bytes())
        if {"made", "documents", "files", "ledger"} <= told.keys():
            return dict(told)
    except (OSError, ValueError, AttributeError):
        pass
    raise NotABackupError(layout.folder)


def _check(layout: Layout, made: dict[str, Any]) -> None:
    """Raises ``BackupDamagedError`` where files or documents are not what the note says."""
    sizes = _sizes(layout)
    wrong = sorted(name for name in made["files"] if sizes.get(name) != made["files"][name])
    if wrong:
        raise BackupDamagedError(layout.folder, f"{wrong[0]} is not as it was written")
    if _sha256(layout.ledger) != made["ledger"]:
        raise BackupDamagedError(layout.folder, "its ledger is not as it was written")
    found = _count(layout)
    if found != made["documents"]:
        raise BackupDamagedError(layout.folder, f"{found} documents are in it, not {made['documents']}")


def _count(layout: Layout) -> int:
    """How many documents are in it, counted by a process of its own. Raises ``BackupDamagedError``."""
    count, problem = count_apart(layout.data)
    if count is None:
        raise BackupDamagedError(layout.folder, problem)
    return count


def _sizes(layout: Layout) -> dict[str, int]:
    """The size in bytes of every file, by its path in the folder, without what the engine writes for itself."""
    found = (path for path in layout.folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(layout.folder).as_posix()): path.stat().st_size
        for path in found
        if not path.name.startswith("LO") and path.name != NOTE
    }


def _shares(folder: Path) -> bool:
    return any(path.stat().st_nlink > 1 for path in Layout(folder).data.glob("*.sst"))


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
