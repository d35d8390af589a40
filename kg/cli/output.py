"""Prints answers: lines for people, JSON and CSV for programs, all on stdout; talk goes to stderr.

On a terminal, each piece of Arabic is wrapped in FIRST STRONG ISOLATE ... POP DIRECTIONAL ISOLATE (Unicode
Standard Annex 9), so that a name does not reorder what stands beside it and columns stay straight. Nothing is
added to what goes into a file or another program. Texts come from strangers: control characters, which could
move the cursor or turn a line around, are shown as U+FFFD.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

_ISOLATE, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What JSON leaves as it is and a terminal obeys, or other programs take for the end of a line."""


@contextmanager
def until_read_enough() -> Iterator[None]:
    """Writes to stdout happen in here: a reader who has seen enough ends the program quietly, and well."""
    try:
        yield
    except BrokenPipeError:
        # What is still buffered has nowhere to go; without this the interpreter would complain while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def write(text: str) -> None:
    """Writes ``text`` and a line end to stdout."""
    with until_read_enough():
        click.echo(text)
        sys.stdout.flush()


def write_json(value: Any) -> None:
    """Writes a value as JSON."""
    write(json_text(value, indent=2))


def json_text(value: Any, *, indent: int | None = None) -> str:
    """A value as JSON: Arabic as it is, characters that move the cursor or break lines as escapes."""
    return _ESCAPED.sub(
        lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent)
    )


def say(text: str) -> None:
    """Writes one harmless line of talk to stderr. Where nobody reads there any more, the answer still counts."""
    try:
        click.echo(harmless(text), err=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str | int | float | bool | None]]) -> None:
    """Writes rows as CSV with a heading, as ``kg.export`` does, but line feeds alone end lines."""
    from kg.export.csv_text import csv_line

    write("".join(csv_line(row, end="\n") for row in (columns, *rows)).removesuffix("\n"))


def shown(text: str) -> str:
    """``text`` on one line for people: harmless, and Arabic isolated on a terminal."""
    return isolated(harmless(text))


def harmless(text: str) -> str:
    """``text`` on one line, without characters that steer a terminal."""
    return "".join("\ufffd" if _moves(character) else character for character in " ".join(text.split()))


def isolated(plain: str) -> str:
    """``plain`` between isolates, where it holds Arabic and goes to a terminal."""
    if sys.stdout.isatty() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in plain
    ):
        return f"{_ISOLATE}{plain}{_POP}"
    return plain


def _moves(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in _TURNING


def coloured() -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
