"""Few requests work at a time, and those that take long hold nobody up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from threading import Event, Lock

import pytest
from anyio.to_thread import run_sync

from kg.web import turns

PATIENCE = 60


def in_turns(what: Callable[[], Awaitable[None]]) -> None:
    async def run() -> None:
        taking = asyncio.create_task(turns.take_turns())
        await asyncio.sleep(0)
        try:
            await asyncio.wait_for(what(), PATIENCE)
        finally:
            taking.cancel()

    asyncio.run(run())


def test_few_work_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_LONG", PATIENCE)
    lock, both, counts = Lock(), Event(), [0, 0]

    def work() -> None:
        with lock:
            counts[0] += 1
            counts[1] = max(counts)
            if counts[0] == turns._AT_ONCE:
                both.set()
        # The first waits until there is another, so that the count does not hang on chance.
        both.wait(PATIENCE)
        with lock:
            counts[0] -= 1

    async def many() -> None:
        await asyncio.gather(*(run_sync(work) for _ in range(20)))

    in_turns(many)
    assert counts == [0, turns._AT_ONCE]


def test_whoever_takes_long_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_LONG", 0.01)
    end = Event()

    async def some() -> None:
        slow = [asyncio.create_task(run_sync(end.wait, PATIENCE)) for _ in range(5 * turns._AT_ONCE)]
        assert await run_sync(lambda: "done") == "done"
        assert not any(each.done() for each in slow)
        end.set()
        assert all(await asyncio.gather(*slow))

    in_turns(some)
