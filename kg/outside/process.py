"""Starts the process that parses RDF from outside, feeds it, and turns its end into an answer or a clear error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError, RdfSyntaxError

_WORKER = Path(__file__).with_name("worker.py")
_FORMS = ("ttl", "trig", "nt", "nq")
_SYNTAX, _MEMORY, _REFUSED = 3, 4, 5
"""What the worker's status means."""
_SIGXCPU = 24
"""Of Linux and macOS; Windows has no name for it."""
_SIGNS_OF_NO_MEMORY = ("memory allocation", "bad_alloc", "Resource temporarily unavailable")


@dataclass(frozen=True, slots=True)
class Limits:
    """What parsing one file may use."""

    megabytes: int = 2048
    """Memory beyond what the process starts with, in units of 2**20 bytes."""
    literal: int = 20_000_000
    """Bytes of UTF-8 in one literal."""
    iri: int = 4096
    """Characters in one IRI. Short names can stand for long IRIs, so that a small file would come to much."""
    free: int = 64 * 2**20
    """Characters that the IRIs and literals of any file may come to, written out."""
    times: int = 20
    """Times its size that those of a larger file may come to."""
    seconds: int = 10
    """Of the processor, for the first megabyte."""
    seconds_per_megabyte: int = 5


class CrashedError(InputError):
    """RDF that ended the process that parsed it."""

    def __init__(self, name: str | Path, status: int) -> None:
        super().__init__(
            name,
            f"it ended the process that read it (status {status}), as what is nested endlessly does",
            "leave it out",
        )


def is_rdf(form: str) -> bool:
    """Whether ``form``, the end of a file's name without its dot, is a kind of RDF that is read."""
    return form in _FORMS


def quads_in(
    content: Iterable[bytes], name: str | Path, form: str, limits: Limits | None = None
) -> Iterator[bytes]:
    """All quads of the RDF in ``content``, as lines of N-Quads in their order, blank nodes and all.

    Raises ``RdfSyntaxError``, and ``InputError`` for an IRI that is none of the web or hides what it is, for what
    passes ``limits`` and for what ends the process. Nothing is given before all of it was parsed.
    """
    yield from _run("quads", content, name, form, limits or Limits())


def documents_in(
    content: Iterable[bytes], name: str | Path, form: str, limits: Limits | None = None
) -> Iterator[dict[str, Any]]:
    """The documents of this program's exports in ``content``, and what else it holds, as plain data.

    A document is ``{"sha256", "name", "text", "graph"}``: its statements as N-Quads without a graph; a text that is not
    there is None. What could be a document and is none is ``{"about", "problem", "way_out"}``. Last comes
    ``{"left": {KIND: COUNT}}``, the statements that belong to no document. Raises as ``quads_in`` does.
    """
    for line in _run("documents", content, name, form, limits or Limits()):
        told: dict[str, Any] = json.loads(line)
        yield told


def _run(mode: str, content: Iterable[bytes], name: str | Path, form: str, limits: Limits) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory(prefix="rawabit-") as home, tempfile.TemporaryFile() as said:
        request = {
            "mode": mode,
            "form": form,
            "home": home,
            "memory": limits.megabytes * 2**20,
            "literal": limits.literal,
            "iri": limits.iri,
            "free": limits.free,
            "times": limits.times,
            "seconds": limits.seconds,
            "per_megabyte": limits.seconds_per_megabyte,
        }
        # -I: neither the user's PYTHON* variables nor the current folder choose what the process imports.
        with subprocess.Popen(
            [sys.executable, "-I", str(_WORKER), json.dumps(request)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            cwd=home,
            env={**os.environ, "RUST_BACKTRACE": "0"},
        ) as process:
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                # It reads to the end before it writes, so that neither side waits for the other.
                with suppress(BrokenPipeError):
                    for piece in content:
                        process.stdin.write(piece)
                    process.stdin.flush()
                with suppress(BrokenPipeError):
                    process.stdin.close()
                yield from process.stdout
                process.wait()
            finally:
                process.kill()
        said.seek(0)
        _raise_for(process.returncode, said.read().decode("utf-8", "replace"), name, limits)


def _raise_for(status: int, said: str, name: str | Path, limits: Limits) -> None:
    if status == 0:
        return
    if status == _MEMORY or any(sign in said for sign in _SIGNS_OF_NO_MEMORY):
        raise InputError(name, f"takes more than {limits.megabytes} MB of memory to read", "split it")
    if status in (_SYNTAX, _REFUSED):
        told = json.loads(said)
        if status == _SYNTAX:
            raise RdfSyntaxError(name, told["line"], told["column"], told["problem"])
        raise InputError(name, told["problem"], told["way_out"])
    if -status == _SIGXCPU:
        raise InputError(name, "takes far longer to read than files of its size do", "leave it out")
    raise CrashedError(name, status)
