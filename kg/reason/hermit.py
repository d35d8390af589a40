"""Runs HermiT over triples within a time limit, and names what contradicts what."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from kg.errors import KGError

_WORKER = Path(__file__).with_name("hermit_worker.py")


class ReasonerError(KGError):
    """HermiT ended without an answer."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"the reasoner HermiT gave no answer: {problem}; check that the ontology keeps to OWL 2 DL"
        )


class ReasonerTimeoutError(KGError):
    """HermiT did not answer in time."""

    exit_code = 124

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the reasoner HermiT gave no answer within {seconds:g} s; allow it more time")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What HermiT says. ``culprits`` are names of parts, and may be empty where time ran out before they were
    found.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()
    """IRIs of classes that nothing can belong to."""
    culprits: tuple[str, ...] = ()


def ask_hermit(background: bytes, parts: Mapping[str, bytes], java: Path, *, seconds: float) -> Verdict:
    """The verdict on ``background`` and all ``parts`` together (N-Triples; blank nodes are shared between
    them).

    Owlready2 runs in a process of its own, ended with its Java process after ``seconds``. Raises
    ``ReasonerError`` and ``ReasonerTimeoutError``.
    """
    names = list(parts)
    with tempfile.TemporaryDirectory(prefix="rawabit-") as home:
        (Path(home) / "background.nt").write_bytes(background)
        for number, name in enumerate(names):
            (Path(home) / f"{number}.nt").write_bytes(parts[name])
        answers = _run([sys.executable, "-P", str(_WORKER), home, str(java), str(ceil(seconds) + 1)], seconds)
    if not answers:
        raise ReasonerTimeoutError(seconds)
    verdict = answers[0]
    culprits = answers[1]["culprits"] if len(answers) > 1 else ()
    return Verdict(
        verdict["consistent"], tuple(verdict["unsatisfiable"]), tuple(names[number] for number in culprits)
    )


def _run(command: list[str], seconds: float) -> list[dict[str, Any]]:
    """The JSON lines that the worker printed before it ended or ran out of time."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        start_new_session=True,
    )
    with process:
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            output, _ = process.communicate()
            return [json.loads(line) for line in output.splitlines()]
        finally:
            _end(process)
    if process.returncode:
        raise ReasonerError(_telling_line(errors))
    return [json.loads(line) for line in output.splitlines()]


def _end(process: subprocess.Popen[str]) -> None:
    """Ends the worker and the Java process that it started; both are in one session."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _telling_line(text: str) -> str:
    """The line of an error output that says most."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if "Exception" in line or "Error" in line]
    return (telling or lines or ["no message"])[-1][:300]
