"""Queries that the guard would refuse, run apart all the same: what the process itself keeps in."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from kg.query.sandbox import Answer, Limits, _answer, _run
from kg.store import EmbeddedStore


def run_past_the_guard(store: EmbeddedStore, text: str, copy: Path) -> Answer:
    """The answer to ``text`` over a snapshot at ``copy``, which is made where it is not there yet."""
    if not copy.exists():
        assert store.snapshot(copy)
    request = {
        "query": text,
        "form": "folder",
        "path": str(copy),
        "seconds": 10,
        "memory": 2**30,
        "rows": 10,
        "bytes": 10_000,
    }
    return _answer(_run(request, "past the guard", Limits()))


def can_leave_the_network() -> bool:
    """Whether this system lets a process go where no network is."""
    leave = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x10000000 | 0x40000000) != 0)"
    return (
        sys.platform == "linux" and subprocess.run([sys.executable, "-c", leave], check=False).returncode == 0
    )


def without_proc() -> list[str] | None:
    """The words before a command that run it where there is no ``/proc``; None where the system forbids it."""
    hidden = ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs none /proc && exec "$@"', "sh"]
    if shutil.which("unshare") is None:
        return None
    return (
        hidden
        if subprocess.run([*hidden, "true"], check=False, capture_output=True).returncode == 0
        else None
    )
