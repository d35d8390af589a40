"""A Dask cluster that makes shards. Nothing but tasks and their ends pass through it; the work lies in the folder.

So whatever of the cluster is lost, no shard that is made is lost with it: what is not there yet is asked for again.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import KGError
from kg.shards.errors import ClusterMissingError, SchedulerError
from kg.shards.making import Made, Task, attempt
from kg.shards.share import Share

if TYPE_CHECKING:
    from distributed import Client, Future

_ONE_TRY = 5.0
"""Seconds in which a scheduler that is there answers."""


class _LostError(Exception):
    """The scheduler has gone, and what it was to do with it."""


@dataclass(frozen=True, slots=True)
class OnDask:
    """The workers of the scheduler at ``address``.

    One that is gone is waited for, ``patience`` seconds at a time, and then asked for all that is missing. Workers that
    die are replaced by others. ``say`` hears of both.
    """

    address: str
    patience: float = 300.0
    say: Callable[[str], None] = print

    def run(self, tasks: Sequence[Task]) -> Iterator[Made]:
        """What became of each task, as they end. Raises ``ClusterMissingError`` and ``SchedulerError``."""
        missing = {task.share: task for task in tasks}
        patience = 0.0
        while missing:
            client = self._client(patience)
            patience = self.patience
            try:
                for made in self._ended(client, list(missing.values())):
                    del missing[made.share]
                    yield made
            except _LostError:
                self.say(
                    f"the scheduler at {self.address} is gone; waiting for it up to {self.patience:,.0f} seconds"
                )
            finally:
                _let_go(client)

    def _client(self, patience: float) -> Client:
        try:
            from distributed import Client
        except ImportError as error:
            raise ClusterMissingError from error
        _silence()
        until = time.monotonic() + patience
        while True:
            try:
                client = Client(self.address, timeout=_ONE_TRY, set_as_default=False)
                break
            except (OSError, ValueError) as error:
                if time.monotonic() >= until or isinstance(error, ValueError):
                    raise SchedulerError(self.address, _first_line(error)) from error
                time.sleep(0.5)
        if not client.scheduler_info(n_workers=-1)["workers"]:
            self.say(f"the scheduler at {self.address} has no workers yet; waiting for them")
        return client

    def _ended(self, client: Client, tasks: Sequence[Task]) -> Iterator[Made]:
        from distributed import as_completed

        # Names of their own, so that no scheduler takes a task for one that it has done before.
        run = uuid.uuid4().hex[:8]
        try:
            asked = {
                client.submit(attempt, task, key=f"{task.share.name}-{run}", pure=False): task.share
                for task in tasks
            }
            for future in as_completed(list(asked), loop=client.loop):
                yield _made(future, asked[future])
        except (OSError, RuntimeError, TimeoutError, CancelledError) as error:
            # Between its end and the asking for it a task can be cancelled, since the scheduler has gone.
            raise _LostError from error


def _made(future: Future[Made], share: Share) -> Made:
    if future.status == "finished":
        made: Made = future.result()
        return made
    if future.status != "error":
        raise _LostError
    return Made(share, f"shard {share}: {_problem(future.exception())}")


def _problem(error: BaseException | None) -> str:
    from distributed import KilledWorker

    if isinstance(error, KilledWorker):
        return (
            "every worker that made it died, perhaps for want of memory; give them more, or divide the corpus into "
            "more shards"
        )
    if isinstance(error, ModuleNotFoundError):
        return f"the workers cannot import {error.name}; install the same version of rawabit on every machine"
    return f"{type(error).__name__}: {_first_line(error)}; look at what the worker printed"


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).splitlines()), "no reason given")


def _silence() -> None:
    """What Dask would say of every lost connection, with tracebacks, is said here in one line."""
    for name in [each for each in logging.root.manager.loggerDict if each.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _let_go(client: Client) -> None:
    try:
        client.close(timeout=1)
    except (OSError, RuntimeError, TimeoutError, KGError):
        return
