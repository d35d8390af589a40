"""Processes that work on batches side by side; what they give comes in the order of the batches.

A process gets its next batch when it has given back the last, so that nothing piles up, and no side ever waits to
write to one that waits to write. One that dies is an error at once: its end of the connection closes with it.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Generic, Self, TypeVar

from kg.errors import KGError

Given = TypeVar("Given")
Made = TypeVar("Made")

_AHEAD = 4
"""Batches for each process that may be under way or wait for an earlier one."""
_PATIENCE = 5.0
"""Seconds that a process is given to end when it is told to, before it is ended."""


class WorkerDiedError(KGError):
    """A process that worked on a batch has gone."""

    def __init__(self, batch: str, code: int | None) -> None:
        how = f"was ended by signal {-code}" if code is not None and code < 0 else f"ended with {code}"
        super().__init__(
            f"{batch}: the process that read this {how}, perhaps for want of memory; leave it out, or use --jobs 1"
        )


class Workers(Generic[Given, Made]):
    """``count`` processes that each do ``work`` on one batch after the other. ``name`` tells what a batch is of."""

    def __init__(self, count: int, work: Callable[[Given], Made], name: Callable[[Given], str]) -> None:
        self._count = count
        self._work = work
        self._name = name
        self._running: dict[Connection, BaseProcess] = {}

    def __enter__(self) -> Self:
        context = _context()
        for _ in range(self._count):
            ours, theirs = context.Pipe()
            # A forked process holds what was open here: it must let go of the other ends, or none would ever close.
            inherited = (*self._running, ours) if context.get_start_method() == "fork" else ()
            process = context.Process(target=_serve, args=(theirs, self._work, inherited), daemon=True)
            process.start()
            theirs.close()
            self._running[ours] = process
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for connection, process in self._running.items():
            process.terminate()
            connection.close()
        for process in self._running.values():
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()

    def run(self, batches: Iterator[Given]) -> Iterator[Made]:
        """What ``work`` makes of each batch, in their order. Raises ``WorkerDiedError``."""
        idle = list(self._running)
        busy: dict[Connection, tuple[int, Given]] = {}
        done: dict[int, Made] = {}
        sent = given = 0
        batch = next(batches, None)
        while batch is not None or busy or done:
            while batch is not None and idle and sent - given < _AHEAD * self._count:
                connection = idle.pop()
                busy[connection] = (sent, batch)
                self._send(connection, batch)
                sent, batch = sent + 1, next(batches, None)
            if given in done:
                yield done.pop(given)
                given += 1
                continue
            ready = wait(list(busy))
            for connection in [each for each in busy if each in ready]:
                number, worked_on = busy.pop(connection)
                done[number] = self._receive(connection, worked_on)
                idle.append(connection)

    def _send(self, connection: Connection, batch: Given) -> None:
        try:
            connection.send(batch)
        except OSError as error:
            raise self._died(connection, batch) from error

    def _receive(self, connection: Connection, batch: Given) -> Made:
        try:
            made: Made = connection.recv()
        except (EOFError, OSError) as error:
            raise self._died(connection, batch) from error
        return made

    def _died(self, connection: Connection, batch: Given) -> WorkerDiedError:
        process = self._running[connection]
        process.join(_PATIENCE)
        return WorkerDiedError(self._name(batch), process.exitcode)


def _context() -> ForkContext | SpawnContext:
    """Forked processes share what is compiled already; where forking is not safe, they compile it themselves."""
    return (
        multiprocessing.get_context("fork")
        if sys.platform == "linux"
        else multiprocessing.get_context("spawn")
    )


def _serve(connection: Connection, work: Callable[[Given], Made], inherited: Sequence[Connection]) -> None:
    # Ctrl-C reaches every process of the terminal; only the first one is to answer it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    while True:
        try:
            batch: Given = connection.recv()
        except EOFError:
            return
        made = work(batch)
        try:
            connection.send(made)
        except OSError:
            return
