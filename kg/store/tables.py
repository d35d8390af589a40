"""Checksums of a store's tables, by which damage is seen wherever it is.

The engine checks what it reads, and a question reads one of six indexes: damage in another can stay unseen for years.
A table is never changed once it is written, so that one checksum each, taken when its writer ends, tells.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kg.store.layout import Layout, write_whole

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Tables:
    """How the tables compare with what was recorded of them."""

    sound: int
    damaged: tuple[str, ...]
    """Names of files that are not as they were written."""
    unrecorded: int
    """Tables whose writer ended before it could record them."""


def record_tables(layout: Layout) -> None:
    """Takes the checksums of the tables that are new since the last time. Raises ``OSError``."""
    known, names = _known(layout), _names(layout)
    if names != known.keys():
        told = {name: known.get(name) or _sum(layout.data / name) for name in sorted(names)}
        write_whole(layout.tables, json.dumps(told, indent=0).encode() + b"\n")


def check_tables(layout: Layout) -> Tables:
    """Reads every table and compares. One that is gone is no damage here: the engine drops tables that it merged."""
    known, names = _known(layout), _names(layout)
    damaged = tuple(
        sorted(name for name in names & known.keys() if not _is_as(layout.data / name, known[name]))
    )
    return Tables(len(names & known.keys()) - len(damaged), damaged, len(names - known.keys()))


def _names(layout: Layout) -> set[str]:
    return {path.name for path in layout.data.glob("*.sst")}


def _known(layout: Layout) -> dict[str, str]:
    try:
        told = json.loads(layout.tables.read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(sum_) for name, sum_ in told.items()} if isinstance(told, dict) else {}


def _is_as(path: Path, known: str) -> bool:
    try:
        return _sum(path) == known
    except OSError:
        return False


def _sum(path: Path) -> str:
    """Size and CRC-32."""
    import zlib

    size = check = 0
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            check = zlib.crc32(piece, check)
            size += len(piece)
    return f"{size}-{check:08x}"
