"""The folder of a store: which file is where, and the mark that says that it is one."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KGError
from kg.iri import Iris
from kg.store.errors import NoStoreError, NotAStoreError, StoreVersionError, StoreWriteError

FORMAT = 2
"""The version of the layout. Raised when an older kg could no longer read what is written, or write it in part."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places inside a store's folder."""

    folder: Path

    @property
    def mark(self) -> Path:
        """``rawabit.json``: format version and base IRI, written once."""
        return self.folder / "rawabit.json"

    @property
    def data(self) -> Path:
        """Oxigraph's own files."""
        return self.folder / "data"

    @property
    def ledger(self) -> Path:
        """What was loaded and removed, as JSON Lines."""
        return self.folder / "ledger.jsonl"

    @property
    def has_history(self) -> bool:
        """Whether the ledger holds anything."""
        return self.ledger.exists() and self.ledger.stat().st_size > 0

    @property
    def tables(self) -> Path:
        """The checksums of Oxigraph's tables; beside them, so that they go where the tables go."""
        return self.data / "tables.json"

    @property
    def names(self) -> Path:
        """The index of names. It can be made anew from the graph at any time."""
        return self.folder / "names.sqlite"

    @property
    def claims(self) -> Path:
        """The index of claims that servers make. It can be made anew from the graph at any time."""
        return self.folder / "claims.sqlite"

    @property
    def lock(self) -> Path:
        """The file whose lock a writer holds alone and readers share."""
        return self.folder / "lock"

    @property
    def refused(self) -> Path:
        """Documents that broke a shape, each with its report."""
        return self.folder / "refused"

    @property
    def serving(self) -> Path:
        """What servers lay down to read from while others write; gone with them."""
        return self.folder / "serving"

    @property
    def staging(self) -> Path:
        """Where a repair or a restoration makes ready what is to take the place of the rest."""
        return self.folder / "coming"

    @property
    def swap(self) -> Path:
        """The note of what is to be moved there, while it is."""
        return self.folder / "coming.json"

    def read_mark(self) -> Iris:
        """The IRIs of this store. Raises ``NoStoreError``, ``NotAStoreError`` or ``StoreVersionError``."""
        try:
            mark: Any = json.loads(self.mark.read_bytes())
        except FileNotFoundError:
            if not self.folder.exists() or self.is_vacant():
                raise NoStoreError(self.folder) from None
            raise NotAStoreError(self.folder, "it has no rawabit.json") from None
        except NotADirectoryError:
            raise NotAStoreError(self.folder, "it is a file") from None
        except OSError as error:
            raise NotAStoreError(self.folder, f"its rawabit.json: {error.strerror}") from error
        except ValueError:
            raise NotAStoreError(self.folder, "its rawabit.json is damaged") from None
        if not isinstance(mark, dict) or "format" not in mark:
            raise NotAStoreError(self.folder, "its rawabit.json is not one of kg's")
        if mark["format"] != FORMAT:
            raise StoreVersionError(self.folder, mark["format"], FORMAT)
        try:
            return Iris(str(mark.get("base")))
        except KGError as error:
            raise NotAStoreError(self.folder, f"its rawabit.json: {error}") from error

    def is_vacant(self) -> bool:
        """Whether the folder holds nothing, or only what an interrupted creation leaves."""
        ours = {
            self.mark.name + ".new",
            self.lock.name,
            self.serving.name,
            self.staging.name,
            self.swap.name + ".new",
        }
        try:
            return {path.name for path in self.folder.iterdir()} <= ours
        except NotADirectoryError:
            return False
        except OSError as error:
            raise NotAStoreError(self.folder, error.strerror or "it cannot be read") from error

    def prepare(self) -> None:
        """Makes the folder if it is missing. Raises ``NotAStoreError`` where it holds something else."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise NotAStoreError(self.folder, "it is a file, or lies in one") from None
        except OSError as error:
            raise StoreWriteError(self.folder, error.strerror or "no reason given") from error
        if not self.is_vacant():
            raise NotAStoreError(self.folder, "it holds other files")

    def create(self, iris: Iris) -> None:
        """Marks the folder as a store with this base. Raises ``StoreWriteError``."""
        mark = json.dumps({"format": FORMAT, "base": iris.base}, indent=2) + "\n"
        try:
            write_whole(self.mark, mark.encode())
        except OSError as error:
            raise StoreWriteError(self.folder, error.strerror or "no reason given") from error


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that, whenever the machine stops, it is there in whole or as it was before."""
    draft = path.with_name(path.name + ".new")
    with draft.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Writes a file or the entries of a folder through to the disk."""
    if sys.platform != "win32":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
