"""A Dask cluster of real processes on this machine, which can be killed one by one."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


class Cluster:
    """One scheduler and two workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self._running: list[subprocess.Popen[bytes]] = []
        self._begin()

    @property
    def address(self) -> str:
        """Of the scheduler."""
        return f"tcp://127.0.0.1:{self._port}"

    def kill_a_worker(self) -> None:
        """Kills a worker, in the middle of whatever it does, and starts another."""
        _kill(self._running.pop())
        self._running.append(self._worker())

    def kill_the_scheduler(self) -> None:
        """Kills the scheduler, ends the workers that lost it, and starts all of them anew at the same address."""
        self.end()
        self._begin()

    def end(self) -> None:
        """Leaves nothing behind; the scheduler goes first."""
        for each in self._running:
            _kill(each)
        self._running = []

    def _begin(self) -> None:
        self._running = [
            self._start("dask_scheduler", "--port", str(self._port)),
            self._worker(),
            self._worker(),
        ]

    def _worker(self) -> subprocess.Popen[bytes]:
        alone = ("--nthreads", "1", "--no-nanny", "--local-directory", str(self._folder))
        return self._start("dask_worker", self.address, *alone)

    def _start(self, what: str, *words: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            f"distributed.cli.{what}",
            *words,
            "--host",
            "127.0.0.1",
            "--no-dashboard",
        ]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A cluster that is gone in the end."""
    made = Cluster(folder)
    try:
        yield made
    finally:
        made.end()


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
