"""Keeps the view of a store that requests see, and takes a new one when the store has changed.

A view holds no lock, so that ``kg load`` runs beside the server. Whoever asks after a load sees it; whoever asked
before goes on with what was there, and with the last such request the old view is gone. While somebody writes, the
last view stands.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager, suppress
from typing import Protocol

from starlette.concurrency import run_in_threadpool

from kg.errors import KGError
from kg.web.view import View

_WAIT = 5.0
"""Seconds for which a request waits for a new view before it goes on with the old one."""
_PAUSE = 0.2
"""Seconds after which a new view is tried again that could not be taken."""


class Moment(Protocol):
    """A store at one moment."""

    @property
    def revision(self) -> str | None:
        """As its views have it; ``None`` where it may change all the same."""

    def view(self) -> View:
        """Another view of it, for one request at a time."""

    def end(self) -> None:
        """Lets go of all that belongs to it."""


class Source(Protocol):
    """A store that changes."""

    def signs(self) -> Hashable:
        """What differs when the store may have changed; costs next to nothing."""

    def is_busy(self) -> bool:
        """Whether no moment can be had now, because somebody writes; costs next to nothing."""

    def moment(self) -> Moment:
        """The store as it is now. Raises the errors of ``open_store``."""

    def close(self) -> None:
        """Lets go of all that belongs to it."""


class _Held:
    """A moment with its views: those at work, and those that wait for the next request."""

    def __init__(self, moment: Moment, signs: Hashable) -> None:
        self.moment = moment
        self.signs = signs
        self.idle: list[View] = []
        self.at_work = 0


class Views:
    """The views of one store. Used by the thread of the server's loop, except for ``close``."""

    def __init__(self, source: Source, warm: Callable[[View], object] = lambda _: None) -> None:
        """Takes the first view. Raises the errors of ``open_store``.

        ``warm`` reads of a later one what the first request would wait for, before it takes the place of the last.
        """
        self._source = source
        self._warm = warm
        self._renewing: asyncio.Task[None] | None = None
        self._not_before = 0.0
        try:
            self._held = self._take()
        except BaseException:
            source.close()
            raise

    @asynccontextmanager
    async def view(self) -> AsyncIterator[View]:
        """The store as it is now, or as it last was before somebody began to write."""
        await self._renew()
        held = self._held
        held.at_work += 1
        try:
            view = held.idle.pop() if held.idle else await run_in_threadpool(held.moment.view)
            try:
                yield view
            finally:
                held.idle.append(view)
        finally:
            held.at_work -= 1
            self._end_if_past(held)

    async def warm(self) -> None:
        """Reads of the first view what the first request would wait for."""
        async with self.view() as view:
            with suppress(KGError, OSError):
                await run_in_threadpool(self._warm, view)

    async def revision(self) -> str | None:
        """What the next view will say that it is, should nobody write meanwhile; ``None`` where nothing tells."""
        await self._renew()
        return self._held.moment.revision

    async def close(self) -> None:
        """Lets go of the store."""
        if self._renewing is not None:
            await asyncio.wait({self._renewing})
        self._end(self._held)
        await run_in_threadpool(self._source.close)

    def _take(self) -> _Held:
        # Before the moment: what changes in between is then seen as a change.
        signs = self._source.signs()
        return _Held(self._source.moment(), signs)

    def _take_warm(self) -> _Held:
        held = self._take()
        try:
            view = held.moment.view()
            held.idle.append(view)
            self._warm(view)
        except BaseException:
            self._end(held)
            raise
        return held

    async def _renew(self) -> None:
        if self._source.signs() == self._held.signs or self._source.is_busy():
            return
        if time.monotonic() < self._not_before:
            return
        if self._renewing is None or self._renewing.done():
            self._renewing = asyncio.create_task(self._replace())
        await asyncio.wait({self._renewing}, timeout=_WAIT)

    async def _replace(self) -> None:
        try:
            fresh = await run_in_threadpool(self._take_warm)
        except (KGError, OSError):
            # The old view is as true as it was; whoever reads the store by another way is told what is wrong with it.
            self._not_before = time.monotonic() + _PAUSE
            return
        past, self._held = self._held, fresh
        self._end_if_past(past)

    def _end_if_past(self, held: _Held) -> None:
        if held is not self._held and not held.at_work:
            self._end(held)

    def _end(self, held: _Held) -> None:
        held.idle.clear()
        held.moment.end()
