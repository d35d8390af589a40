"""Runs a query of the user's own over a snapshot, in a process that is ended when it passes a limit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize

from kg.errors import KGError
from kg.query import guard, worker
from kg.query.errors import QueryFailedError, QueryMemoryError, QueryTimeoutError
from kg.store import Limited, Rows, Store, Term
from kg.store.errors import QuerySyntaxError, StoreTimeoutError

_STATUS_REFUSED = 3
_STATUS_MEMORY = 4
_OUT_OF_MEMORY = ("memory allocation", "bad_alloc", "Resource temporarily unavailable")
"""What Rust and C++ say as they end a process that gets no more memory, or no stack for another thread."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query of the user's own may use."""

    seconds: float = 10
    """Wall clock, including the start of the process."""
    megabytes: int = 1024
    """Memory beyond what the open store takes, in units of 2**20 bytes."""
    rows: int = 100_000
    bytes: int = 20_000_000
    """Of the answer, in UTF-8."""


@dataclass(frozen=True, slots=True)
class Answer(Rows):
    """The solutions of a query, and whether they are all of them."""

    cut: str | None = None
    """Why rows are missing, as a phrase to show; ``None`` when the answer is whole."""


@runtime_checkable
class Snapshots(Protocol):
    """A store that can lay down a copy of its files."""

    def snapshot(self, folder: Path) -> bool:
        """Copies the store into ``folder``, which does not exist yet. False where the store has no files."""


@runtime_checkable
class Elsewhere(Protocol):
    """A store whose queries run somewhere else than on this machine."""

    def answer_within(self, sparql: str, *, seconds: float, rows: int, size: int) -> Limited | None:
        """The answer under limits, ``size`` being in bytes. ``None`` where a copy has to be asked instead."""


def run_apart(store: Store, text: str, *, name: str, limits: Limits | None = None) -> Answer:
    """The answer to the SPARQL ``text``, of any query form, run apart from this process and under ``limits``.

    Raises ``QueryRefusedError`` before anything runs, ``QueryTimeoutError``, ``QueryMemoryError``, and
    ``QueryFailedError`` for a query that does not parse or that ended its process.
    """
    guard.check(text, name=name)
    limits = limits or Limits()
    found = _elsewhere(store, text, name, limits) if isinstance(store, Elsewhere) else None
    if found is not None:
        return Answer(found.rows.variables, found.rows.rows, found.cut)
    with copied(store) as (form, path):
        request = {
            "query": text,
            "form": form,
            "path": str(path),
            "seconds": limits.seconds,
            "memory": limits.megabytes * 2**20,
            "rows": limits.rows,
            "bytes": limits.bytes,
        }
        return _answer(_run(request, name, limits))


def _elsewhere(store: Elsewhere, text: str, name: str, limits: Limits) -> Limited | None:
    try:
        return store.answer_within(text, seconds=limits.seconds, rows=limits.rows, size=limits.bytes)
    except QuerySyntaxError as error:
        raise QueryFailedError(name, str(error).removeprefix("the query cannot be run: ")) from error
    except StoreTimeoutError as error:
        raise QueryTimeoutError(name, limits.seconds) from error


@contextmanager
def copied(store: Store) -> Iterator[tuple[str, Path]]:
    """A copy of ``store`` for other processes, as ``form`` and ``path`` of a worker's request; gone in the end."""
    with tempfile.TemporaryDirectory(prefix="rawabit-") as folder:
        target = Path(folder) / "snapshot"
        if isinstance(store, Snapshots) and store.snapshot(target):
            yield "folder", target
            return
        with target.open("wb") as stream:
            serialize(store.quads(), stream, RdfFormat.N_QUADS)
        yield "file", target


def command(*words: str) -> list[str]:
    """What starts a worker, as ``kg.query.worker`` describes it."""
    # -I: neither the user's PYTHON* variables nor the current folder choose what the process imports.
    return [sys.executable, "-I", worker.__file__, *words]


def environment() -> dict[str, str]:
    """In what environment a worker runs."""
    return {**os.environ, "RUST_BACKTRACE": "0"}


def ended(status: int | None, said: bytes, name: str, limits: Limits) -> KGError:
    """Why a worker ended before it had answered, from its status and what it wrote to standard error."""
    reason = said.decode("utf-8", "replace").strip()
    if status == _STATUS_MEMORY or any(sign in reason for sign in _OUT_OF_MEMORY):
        return QueryMemoryError(name, limits.megabytes)
    if status == _STATUS_REFUSED:
        return QueryFailedError(name, f"{reason}; mend the query")
    return QueryFailedError(
        name, f"it ended the process that ran it (status {status}); write it with fewer parts"
    )


def _run(request: dict[str, Any], name: str, limits: Limits) -> bytes:
    with subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(request["path"]).parent,
        env=environment(),
    ) as process:
        try:
            out, said = process.communicate(json.dumps(request).encode(), timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            raise QueryTimeoutError(name, limits.seconds) from None
        finally:
            process.kill()
    if process.returncode == 0:
        return out
    raise ended(process.returncode, said, name, limits)


def _answer(out: bytes) -> Answer:
    # A line ends at "\n" alone: JSON leaves U+2028 and its like as they are.
    lines = out.decode().rstrip("\n").split("\n")
    variables, *rows, cut = (json.loads(line) for line in lines)
    return Answer(tuple(variables), tuple(tuple(_term(term) for term in row) for row in rows), cut)


def _term(plain: list[str | None] | None) -> Term | None:
    if plain is None:
        return None
    kind, value, *rest = plain
    assert value is not None
    if kind == "iri":
        return NamedNode(value)
    if kind == "blank":
        return BlankNode(value)
    language, datatype = rest
    if language is not None:
        return Literal(value, language=language)
    assert datatype is not None
    return Literal(value, datatype=NamedNode(datatype))
