"""Brings the index of claims up to date beside the server, in a process of its own: of a large store it takes minutes.

Until it is there, answers are read from the graph. The index of the last state is kept in the store's folder, so that
after a load only what has changed is read.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Condition, Thread

import pyoxigraph as ox

from kg.query.claim_graphs import Graphs
from kg.query.claim_tables import bring_up_to_date, is_of
from kg.store import Ledger
from kg.store.layout import Layout
from kg.store.still import Still

WORTH = 100_000
"""Bytes of a ledger, some 250 documents, below which answers come from the graph fast enough."""


class Indexer:
    """Makes one index at a time, of the newest state that it knows."""

    def __init__(self, store: Layout) -> None:
        self._store = store
        self._change = Condition()
        self._next: Still | None = None
        self._now: Still | None = None
        self._process: BaseProcess | None = None
        self._past: list[Still] = []
        self._closed = False
        self._thread: Thread | None = None

    def begin(self, still: Still) -> None:
        """Makes the index of a state as soon as that of the one before is there, if it is worth it."""
        try:
            if still.layout.ledger.stat().st_size < WORTH:
                return
        except OSError:
            return
        with self._change:
            self._next = still
            if self._thread is None:
                self._thread = Thread(target=self._run, name="index of claims", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def end(self, still: Still) -> None:
        """Removes a state that no request sees any more; one that is being read, afterwards."""
        with self._change:
            if self._next is still:
                self._next = None
            if self._now is still:
                self._past.append(still)
                return
        still.remove()

    def close(self) -> None:
        """Leaves what is not ready."""
        with self._change:
            self._closed = True
            self._change.notify_all()
            if self._process is not None:
                self._process.terminate()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        context = multiprocessing.get_context("spawn")
        while True:
            with self._change:
                self._change.wait_for(lambda: self._closed or self._next is not None)
                if self._closed or self._next is None:
                    return
                still, self._now, self._next = self._next, self._next, None
                process = context.Process(
                    target=make_index, args=(still.layout.folder, self._store.folder, still.revision)
                )
                process.start()
                self._process = process
            process.join()
            with self._change:
                self._process = self._now = None
                for past in self._past:
                    past.remove()
                self._past = []


def make_index(still: Path, store: Path, revision: str) -> None:
    """Makes the index of the state in ``still``, and keeps it in ``store`` for the next state.

    Where that cannot be, answers are read from the graph: whoever serves the store is asked no less for that.
    """
    # Ctrl-C is meant for the server, which ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(10)
    here, kept = Layout(still).claims, Layout(store).claims
    with suppress(OSError, sqlite3.Error):
        iris = Layout(still).read_mark()
        if is_of(kept, iris.base, revision):
            _link(kept, here)
            return
        loaded = Ledger(Layout(still).ledger).loaded()
        digests = {iris.document_graph(sha): entry.digest for sha, entry in loaded.items()}
        graphs = Graphs(ox.Store.read_only(str(Layout(still).data)), iris)
        bring_up_to_date(here, graphs, digests, revision, kept)
        _link(here, kept)


def _link(source: Path, target: Path) -> None:
    draft = target.with_name(f"{target.name}.new")
    draft.unlink(missing_ok=True)
    try:
        # Nobody changes an index in its place, so that both names may mean one file.
        os.link(source, draft)
    except OSError:
        shutil.copyfile(source, draft)
    draft.replace(target)
