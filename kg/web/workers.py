"""Processes that wait for the queries of clients, each running one at a time, and ended when a query passes a limit."""

from __future__ import annotations

import asyncio
import json
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from kg.query.errors import QueryTimeoutError
from kg.query.sandbox import Limits, command, ended, environment
from kg.web.problems import Problem

_NAME = "the query"
_MOST_QUERIES = 1000
"""After which a process is replaced, with whatever memory it has not given back."""


class Workers:
    """A number of processes, started when they are first needed. Used by the thread of the server's loop."""

    def __init__(self, count: int, limits: Limits) -> None:
        self._count = count
        self._limits = limits
        self._free = asyncio.Semaphore(count)
        self._idle: list[_Worker] = []
        self._under_way: set[asyncio.Task[None]] = set()
        """Processes that begin or end. Nobody cuts that short, or one would be left behind."""
        self._closed = False

    async def run(self, request: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """What ``kg.query.written_answer`` gives for ``request``, within ``seconds`` from when it begins to run.

        Whoever cancels this ends the query. Raises ``QueryTimeoutError``, ``QueryMemoryError``, ``QueryFailedError``,
        and ``Problem`` where all processes stay at work.
        """
        try:
            await asyncio.wait_for(self._free.acquire(), self._limits.seconds)
        except TimeoutError:
            raise Problem(
                503,
                f"all {self._count} processes that run queries are at work; ask again later, or start the server with "
                "more --workers",
                setting="--workers",
                headers={"Retry-After": "1"},
            ) from None
        worker: _Worker | None = None
        try:
            while not self._idle:
                await asyncio.shield(self._begin(self._start()))
            worker = self._idle.pop()
            told = await worker.run(request, replace(self._limits, seconds=seconds))
        finally:
            self._free.release()
            if worker is not None:
                self._put_back(worker)
        return told

    def warm(self) -> None:
        """Starts a process, so that the next query need not wait for it."""
        if not self._closed and len(self._idle) < self._count:
            self._begin(self._start())

    async def close(self) -> None:
        """Ends all processes; no query runs any more."""
        self._closed = True
        while self._under_way:
            await asyncio.gather(*self._under_way, return_exceptions=True)
        for worker in self._idle:
            await worker.end()

    async def _start(self) -> None:
        self._idle.append(await _Worker.start())

    def _put_back(self, worker: _Worker) -> None:
        if worker.is_fit and not self._closed:
            self._idle.append(worker)
        else:
            self._begin(worker.end())
            self.warm()

    def _begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task


class _Worker:
    def __init__(self, process: Process) -> None:
        self._process = process
        self._queries = 0
        self._is_at_work = False

    @classmethod
    async def start(cls) -> _Worker:
        worker = cls(
            await asyncio.create_subprocess_exec(
                *command("--stay"),
                stdin=PIPE,
                stdout=PIPE,
                stderr=PIPE,
                cwd=tempfile.gettempdir(),
                env=environment(),
            )
        )
        try:
            await worker.ready()
        except BaseException:
            await worker.end()
            raise
        return worker

    async def ready(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        if not await self._process.stdout.readline():
            said = (await self._process.stderr.read()).decode("utf-8", "replace").strip()
            raise Problem(503, f"the process that runs queries does not start: {said.rpartition(chr(10))[2]}")

    @property
    def is_fit(self) -> bool:
        """Whether it can run another query."""
        return self._process.returncode is None and not self._is_at_work and self._queries < _MOST_QUERIES

    async def run(self, request: Mapping[str, Any], limits: Limits) -> tuple[dict[str, Any], bytes]:
        self._is_at_work = True
        self._queries += 1
        try:
            told = await asyncio.wait_for(self._asked(request, limits), limits.seconds)
        except TimeoutError:
            raise QueryTimeoutError(_NAME, limits.seconds) from None
        self._is_at_work = False
        return told

    async def _asked(self, request: Mapping[str, Any], limits: Limits) -> tuple[dict[str, Any], bytes]:
        stdin, stdout, stderr = self._process.stdin, self._process.stdout, self._process.stderr
        assert stdin is not None
        assert stdout is not None
        assert stderr is not None
        bounds = {
            "seconds": limits.seconds,
            "memory": limits.megabytes * 2**20,
            "rows": limits.rows,
            "bytes": limits.bytes,
        }
        with suppress(ConnectionError):
            stdin.write(json.dumps({**request, **bounds}).encode() + b"\n")
            await stdin.drain()
        try:
            told = json.loads(await stdout.readuntil(b"\n"))
            return told, await stdout.readexactly(told["size"])
        except asyncio.IncompleteReadError:
            said = await stderr.read()
            raise ended(await self._process.wait(), said, _NAME, limits) from None

    async def end(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        # Until all that it had still to say is read, its pipes stay open.
        await self._process.communicate()
