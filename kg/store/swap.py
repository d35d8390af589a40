"""Puts new files in the place of a store's old ones, so that a crash in between is made good at the next opening.

What is new is made ready in a folder beside, and a note says what is to be done; then the moves follow, each of which
can be found done or not. The old files stay, in a folder that is named, until the caller removes them.
"""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from kg.store.failures import filing
from kg.store.layout import Layout, sync, write_whole

_PARTS = ("data", "ledger.jsonl", "refused", "rawabit.json")
"""What a store consists of; the mark last, because it makes a folder a store."""

_ASIDE = "replaced-"


def staging(layout: Layout) -> Layout:
    """An empty folder in the store's own in which its new parts are made ready. What was left there is removed."""
    if not layout.swap.exists():
        shutil.rmtree(layout.staging, ignore_errors=True)
    with filing(layout.folder):
        layout.staging.mkdir()
    return Layout(layout.staging)


def swap(layout: Layout) -> Path:
    """Moves the parts that are ready into their places, and gives the folder to which the old ones went.

    The caller holds the store alone, and has flushed what is ready. Raises ``DiskFullError``, ``StoreWriteError``.
    """
    aside = _fresh(layout.folder / f"{_ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    with filing(layout.folder):
        sync_tree(layout.staging)
        aside.mkdir()
        parts = [name for name in _PARTS if (layout.staging / name).exists()]
        # Whatever else is there, such as an index of names or a write that was cut short, belongs to the old parts.
        kept = {*_PARTS, layout.lock.name, layout.serving.name, layout.staging.name}
        rest = sorted(
            path.name
            for path in layout.folder.iterdir()
            if path.name not in kept and not path.name.startswith(_ASIDE)
        )
        note = {"aside": aside.name, "rest": rest, "parts": parts}
        write_whole(layout.swap, json.dumps(note).encode() + b"\n")
    finish_swap(layout)
    return aside


def finish_swap(layout: Layout) -> None:
    """Does what is left of a swap that was begun; nothing where there is none. The caller holds the store alone."""
    try:
        told = json.loads(layout.swap.read_bytes())
    except FileNotFoundError:
        return
    aside = layout.folder / told["aside"]
    with filing(layout.folder):
        for name in told["rest"]:
            if (layout.folder / name).exists():
                (layout.folder / name).rename(aside / name)
        for name in told["parts"]:
            new, place = layout.staging / name, layout.folder / name
            if not new.exists():
                continue
            if place.exists():
                place.rename(aside / name)
            new.rename(place)
        sync(aside)
        sync(layout.folder)
        layout.swap.unlink()
        sync(layout.folder)
    shutil.rmtree(layout.staging, ignore_errors=True)


def sync_tree(folder: Path) -> None:
    """Writes a folder and all below it through to the disk."""
    for parent, _, files in os.walk(folder, topdown=False):
        for name in files:
            sync(Path(parent, name))
        sync(Path(parent))


def _fresh(path: Path) -> Path:
    number = 1
    fresh = path
    while fresh.exists():
        number += 1
        fresh = path.with_name(f"{path.name}-{number}")
    return fresh
