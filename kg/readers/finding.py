"""A path -> the files to read under it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.readers.formats import PACKED, SUFFIXES, format_of
from kg.readers.sidecar import ENDING
from kg.readers.unreadable import RefusedError, Unreadable


def files_under(path: Path) -> Iterator[Path | Unreadable]:
    """The file itself, or all files of a readable format in a folder and the folders below it, sorted.

    Hidden files and folders (a dot before the name) and linked folders are left alone. Raises
    ``RefusedError`` for a path that is not there and for a folder without one such file, and ``OSError``
    where the path cannot be looked at.
    """
    if not path.is_dir():
        if not path.exists():
            raise RefusedError("no such file or folder", "check the path")
        yield path
        return
    found = sorted(_walk(path), key=lambda item: item.name if isinstance(item, Unreadable) else str(item))
    if not found:
        raise RefusedError(
            f"no text in this folder or below it (looked for {', '.join(SUFFIXES)}, and each with {PACKED})",
            "name a folder that has some",
        )
    yield from found


def others_under(path: Path) -> Iterator[Path]:
    """The files that ``files_under`` passes over in a folder because they are of no readable format, sorted.

    A sidecar of an article that is there is none of them.
    """
    return iter(sorted(file for file in _files(path) if format_of(file) is None and not _is_sidecar(file)))


def _is_sidecar(file: Path) -> bool:
    article = file.with_suffix("")
    return file.suffix == ENDING and format_of(article) in {"txt", "html"} and article.is_file()


def _files(folder: Path, onerror: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """All files in a folder and the folders below it, without those that are hidden or in a hidden folder."""
    for parent, folders, files in os.walk(folder, onerror=onerror):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in files if not name.startswith("."))


def _walk(folder: Path) -> Iterator[Path | Unreadable]:
    closed: list[Unreadable] = []

    def refuse(error: OSError) -> None:
        closed.append(refusal(error).of(printable(error.filename)))

    yield from (file for file in _files(folder, refuse) if format_of(file) is not None)
    yield from closed


def refuse_endless(path: Path) -> None:
    """Raises ``RefusedError`` for a pipe, socket or device, from which reading could wait for ever."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise RefusedError("not a file but a pipe, socket or device", "name it by itself to read from it")


def refusal(error: OSError) -> RefusedError:
    """What the operating system says, with a way out."""
    problem = (error.strerror or str(error)).lower()
    denied = isinstance(error, PermissionError)
    return RefusedError(
        f"cannot be read: {problem}",
        "ask for the right to read it" if denied else "check the path and the disk",
    )


def printable(path: str | Path) -> str:
    """A path as text that can be stored and printed; bytes of a name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode(errors="replace")
