"""Reads a whole store from outside, whatever state its files are in: no damage can hang or end this process."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.iri import Iris
from kg.namespaces import RW
from kg.store import surveyor
from kg.store.failures import plain
from kg.store.layout import Layout

PATIENCE = 60.0
"""Seconds that reading one graph may take; a whole document is read in a fraction of one."""
_ENDINGS = 3
"""Times that the reading process may hang or end at a graph before the rest counts as unreadable."""

COUNT = f"SELECT (COUNT(*) AS ?documents) WHERE {{ GRAPH ?graph {{ ?document <{RW}sha256> ?sha256 }} }}"
"""How many documents there are."""
_TOLD = ("quads", "digest", "document", "name", "whole", "text", "textless")


@dataclass(frozen=True, slots=True)
class Graph:
    """One graph that was looked at. The later fields are those of a document's graph."""

    iri: str
    problem: str | None = None
    """Why it cannot be read."""
    quads: int = 0
    digest: str = ""
    """As ``kg.store.digest.digest`` gives it."""
    document: str | None = None
    """SHA-256 of the text, as the graph says."""
    name: str = ""
    whole: bool = False
    """Whether the mark that is written with a document counts the claims that are there."""
    text: bool = False
    """Whether the text is there and has this SHA-256."""
    textless: bool = False
    """Whether the document came without its text, as claims do."""
    lines: tuple[str, ...] = ()
    """The quads as N-Quads without the closing dot, sorted, where they were asked for."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in a store."""

    problem: str | None
    """Why it cannot be opened at all."""
    graphs: tuple[Graph, ...]
    documents: str
    """What the IRIs of documents' graphs begin with."""

    @property
    def unreadable(self) -> tuple[Graph, ...]:
        """The graphs that cannot be read."""
        return tuple(graph for graph in self.graphs if graph.problem is not None)

    @property
    def sound(self) -> bool:
        """Whether everything could be read."""
        return self.problem is None and not self.unreadable

    def by_document(self) -> dict[str, Graph]:
        """The graphs of documents that can be read, by hash of the document, or by IRI where none is told."""
        return {
            graph.document or graph.iri: graph
            for graph in self.graphs
            if graph.iri.startswith(self.documents) and graph.problem is None and graph.quads
        }


def survey(layout: Layout, iris: Iris, *, patience: float = PATIENCE) -> Survey:
    """Reads every graph once. Whoever asks holds the store's lock. Raises nothing for damage: it is what is found."""
    graphs: list[Graph] = []
    problem = None
    for found in read_apart(layout.data, iris, patience=patience):
        if found.iri:
            graphs.append(found)
        else:
            problem = found.problem
    return Survey(problem, tuple(graphs), iris.document_graphs)


def read_apart(
    data: Path,
    iris: Iris,
    *,
    graphs: Collection[str] = (),
    lines: bool = False,
    patience: float = PATIENCE,
) -> Iterator[Graph]:
    """Each graph of the files in ``data``, or of those in ``graphs``, read by a process of its own.

    A graph at which that process hangs for ``patience`` seconds or ends is unreadable, and the ones after it are read
    by another. A ``Graph`` without an IRI says why the store cannot be opened, or not be read any further.
    """
    done: list[str] = []
    for _ in range(_ENDINGS):
        request = {
            "data": str(data),
            "documents": iris.document_graphs,
            "namespace": RW,
            "graphs": list(graphs),
            "skip": done,
            "lines": lines,
            "count": None,
        }
        reading = None
        with _running(request, patience) as (told, ending):
            for line in told:
                if "reading" in line:
                    reading = str(line["reading"])
                elif "graph" in line:
                    done.append(str(line["graph"]))
                    reading = None
                    yield _graph(line)
                elif "problem" in line:
                    yield Graph("", problem=plain(line["problem"]))
                    return
                elif "end" in line:
                    return
        if reading is None:
            yield Graph("", problem=ending())
            return
        done.append(reading)
        yield Graph(reading, problem=ending())
    yield Graph("", problem=f"reading it failed {_ENDINGS} times, and was given up")


def count_apart(data: Path, *, patience: float = PATIENCE) -> tuple[int | None, str]:
    """How many documents the files in ``data`` hold; or None, and why they cannot be counted."""
    request = {"data": str(data), "count": COUNT}
    with _running(request, patience) as (told, ending):
        line = next(told, None)
        if line is None:
            return None, ending()
        return line.get("count"), plain(line.get("problem", ""))


def _graph(line: dict[str, Any]) -> Graph:
    if "problem" in line:
        return Graph(line["graph"], problem=plain(line["problem"]))
    told = {key: line[key] for key in _TOLD if key in line}
    return Graph(line["graph"], lines=tuple(line.get("lines", ())), **told)


@contextmanager
def _running(request: dict[str, Any], patience: float) -> Iterator[tuple[Iterator[dict[str, Any]], Any]]:
    """The lines that the process gives, and what to say of how it ended once it gives no more."""
    # -I: neither the user's PYTHON* variables nor the current folder choose what the process imports.
    command = [sys.executable, "-I", str(Path(surveyor.__file__))]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        watch = _Watch(process, patience)
        try:
            yield _lines(process, request, watch), lambda: _ending(process, watch, patience)
        finally:
            watch.end()
            process.kill()


def _lines(
    process: subprocess.Popen[bytes], request: dict[str, Any], watch: _Watch
) -> Iterator[dict[str, Any]]:
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):
        process.stdin.write(json.dumps(request).encode())
        process.stdin.close()
    for line in process.stdout:
        watch.pause()
        if line.endswith(b"\n"):
            yield json.loads(line)
        watch.go_on()


def _ending(process: subprocess.Popen[bytes], watch: _Watch, patience: float) -> str:
    process.wait()
    if watch.fired:
        return f"reading it did not end within {patience:g} seconds"
    return f"reading it ended the process that read (status {process.returncode})"


class _Watch:
    """Ends a process that gives no sign of life for too long. A thread, because a pipe cannot wait on every system."""

    def __init__(self, process: subprocess.Popen[bytes], patience: float) -> None:
        self.fired = False
        self._process = process
        self._patience = patience
        self._since: float | None = time.monotonic()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def pause(self) -> None:
        """What the process gave is being worked on; it may have to wait."""
        self._since = None

    def go_on(self) -> None:
        """More is waited for."""
        self._since = time.monotonic()

    def end(self) -> None:
        """Watches no longer."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(min(1.0, self._patience / 4)):
            since = self._since
            if since is not None and time.monotonic() - since > self._patience:
                self.fired = True
                self._process.kill()
                return
