"""``kg serve`` as a process of its own, for the benchmarks that ask it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served(store: Path, *options: str) -> Iterator[str]:
    """The address at which ``store`` is served, without a slash at its end, at a port that is free."""
    command = [sys.executable, "-m", "kg", "--store", str(store), "serve", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip().rstrip("/")
        finally:
            process.terminate()
