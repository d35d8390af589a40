"""Prints answers: tables and lines for people, JSON for programs, all on stdout; talk goes to stderr.

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

import click

_ISOLATE, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_FORMULA = frozenset("=+-@\t\r")
_CELL = re.compile(r"\S+(?: \S+)*")
"""A cell as it stands in a line of a table: columns are more than one space apart."""
_ROOM = 100_000
"""Columns of a table that goes into a file or a pipe: no line is folded there."""

Cell: TypeAlias = str | int | float | Sequence[str] | None


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
    """Writes a value as JSON, Arabic as it is."""
    write(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """Writes one line of talk to stderr."""
    click.echo(text, err=True)


def write_table(columns: Mapping[str, str], rows: Iterable[Mapping[str, Cell]]) -> None:
    """Writes a table. ``columns`` maps keys of the rows to headings; a cell with several values is a list."""
    # rich is imported here because the answers that need no table should not wait for it.
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold" if _coloured() else "")
    for key, heading in columns.items():
        numbers = rows and all(isinstance(row.get(key), int | float | None) for row in rows)
        table.add_column(heading, justify="right" if numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row.get(key))) for key in columns))
    width = None if sys.stdout.isatty() else _ROOM
    console = Console(width=width, force_terminal=_coloured(), no_color=not _coloured(), highlight=False)
    with console.capture() as caught:
        console.print(table)
    lines = (line.rstrip() for line in caught.get().splitlines())
    # Only now, when cells are folded: an isolate must end on the line it begins on.
    write("\n".join(_CELL.sub(lambda cell: _isolated(cell[0]), line) for line in lines if line))


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str | int | float | bool | None]]) -> None:
    """Writes rows as CSV with a heading (RFC 4180, but line feeds alone end lines).

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    import csv
    from io import StringIO

    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(
            [f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULA else cell for cell in row]
        )
    write(text.getvalue().removesuffix("\n"))


def shown(text: str) -> str:
    """``text`` on one line for people: harmless, and Arabic isolated on a terminal."""
    return _isolated(_harmless(text))


def _harmless(text: str) -> str:
    return "".join("\ufffd" if _moves(character) else character for character in " ".join(text.split()))


def _isolated(plain: str) -> str:
    if sys.stdout.isatty() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in plain
    ):
        return f"{_ISOLATE}{plain}{_POP}"
    return plain


def _moves(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in _TURNING


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _harmless(value)
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else f"{value}"
    return ", ".join(map(_harmless, value))


def _coloured() -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
