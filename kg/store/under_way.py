"""A write that goes on while whoever asked for it does something else."""

from __future__ import annotations

from collections.abc import Callable


class UnderWay:
    """``work`` done beside the caller, in a thread, and ``then``, done by the caller once it is over.

    So the thread touches nothing that the caller has as well. No program ends before it has.
    """

    def __init__(
        self, work: Callable[[], None] | None = None, then: Callable[[], None] | None = None
    ) -> None:
        """Begins at once; without ``work`` there is nothing to wait for."""
        self._thread = self._work = None
        self._then = then
        if work is not None:
            # Imported late: whoever only reads needs no threads.
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(max_workers=1)
            self._work = self._thread.submit(work)

    def is_over(self) -> bool:
        """Whether ``finish`` would not have to wait."""
        return self._work is None or self._work.done()

    def wait(self) -> None:
        """Returns when the thread has ended, however it ended."""
        if self._thread is not None:
            self._thread.shutdown()

    def finish(self) -> None:
        """Returns when all is done, once. Raises what the work raised."""
        self.wait()
        work, self._work = self._work, None
        then, self._then = self._then, None
        try:
            if work is not None:
                work.result()
        finally:
            # An error that held what raised it would hold the store open.
            del work
        if then is not None:
            then()
