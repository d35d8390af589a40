"""Damages the files of a store as a disk does: bits turn over, ends are lost, files go; the dates of files stay."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def _dates_kept(path: Path) -> Iterator[None]:
    dates = path.stat()
    yield
    os.utime(path, ns=(dates.st_atime_ns, dates.st_mtime_ns))


def flip(path: Path, at: float) -> None:
    """Turns one bit over, at this part of the file (0 up to 1)."""
    with _dates_kept(path):
        content = bytearray(path.read_bytes())
        content[int(len(content) * at)] ^= 1 << (len(content) % 8)
        path.write_bytes(content)


def cut(path: Path, left: float) -> None:
    """Takes away the end, so that this part of the file is left (0 up to 1)."""
    with _dates_kept(path):
        content = path.read_bytes()
        path.write_bytes(content[: int(len(content) * left)])


def tables(folder: Path) -> list[Path]:
    """The engine's tables, by name."""
    return sorted((folder / "data").glob("*.sst"))
