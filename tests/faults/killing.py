"""Runs ``kg`` on a terminal and kills it at some moment after it has begun to write."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from tests.cli.conftest import start

_COUNTED = re.compile(rb"loading: (?:\[[#.]*\] )?([\d,]+)")


@dataclass(frozen=True, slots=True)
class Run:
    """What was seen of one run."""

    killed: bool
    """False where it ended before its moment came."""
    reported: int
    """How many documents it said to have loaded, on the line that counts them."""


def kill_while_writing(*words: object, store: Path, moment: float) -> Run:
    """Runs ``kg WORDS`` and kills it ``moment`` seconds after the first file beside or in the store has changed."""
    ours, theirs = pty.openpty()
    shown = bytearray()
    reading = threading.Thread(target=_read, args=(ours, shown))
    before = _files(store.parent)
    with start(*words, store=store, stdout=subprocess.DEVNULL, stderr=theirs) as program:
        os.close(theirs)
        reading.start()
        while program.poll() is None and _files(store.parent) == before:
            time.sleep(0.005)
        until = time.monotonic() + moment
        while program.poll() is None and time.monotonic() < until:
            time.sleep(0.001)
        killed = program.poll() is None
        program.kill()
    reading.join()
    os.close(ours)
    counts = [int(found.replace(b",", b"")) for found in _COUNTED.findall(bytes(shown))]
    return Run(killed, max(counts, default=0))


def _read(terminal: int, shown: bytearray) -> None:
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            # So ends a terminal whose last program has gone.
            return
        shown += piece


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below a folder, with size and date; what goes while one looks is left out."""
    found = {}
    for parent, _, files in os.walk(folder):
        for name in files:
            try:
                told = Path(parent, name).stat()
            except OSError:
                continue
            found[f"{parent}/{name}"] = (told.st_size, told.st_mtime_ns)
    return found
