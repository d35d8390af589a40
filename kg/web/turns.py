"""Lets few requests work at a time, so that each is soon done, and lets those that take long not stand in their way.

Threads of Python take turns at what they reckon: eight that work at once are all late, and the loop that reads and
sends for them is late with each. Whoever waits for a slow store or reads very much makes room for another.
"""

from __future__ import annotations

import asyncio

from anyio.to_thread import current_default_thread_limiter

_AT_ONCE = 2
"""Requests that work at a time, beside those that take long."""
_MOST = 40
"""Requests that work at a time in all."""
_LONG = 0.05
"""Seconds after which a request counts among those that take long."""


async def take_turns() -> None:
    """Goes on until it is cancelled."""
    limiter = current_default_thread_limiter()
    before: frozenset[object] = frozenset()
    while True:
        now = frozenset(limiter.statistics().borrowers)
        limiter.total_tokens = min(_MOST, _AT_ONCE + len(now & before))
        before = now
        await asyncio.sleep(_LONG)
