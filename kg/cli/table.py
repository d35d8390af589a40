"""Tables for people: as wide as the terminal, and a block for each row where that is too narrow.

Rich lays cells out as if Arabic ran from left to right; only then is each piece of Arabic isolated, so that
columns stay straight.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from kg.cli.output import coloured, harmless, isolated, write

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_CELL = re.compile(r"\S+(?: \S+)*")
"""A cell as it stands in a line of a table: columns are more than one space apart."""
_ROOM = 100_000
"""Columns of a table that goes into a file or a pipe: no line is folded there."""
_APART = 3
"""Columns between two cells."""
_ONE_WIDE = frozenset(
    {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Zs", "Sm"}
)
"""Categories of letters and marks that take a column of their own, unless they are wide."""
_LONGEST = 24
"""Up to this many columns a word stays in one piece; a path or an IRI may be longer."""

Cell: TypeAlias = str | int | float | Sequence[str] | None


def write_table(columns: Mapping[str, str], rows: Iterable[Mapping[str, Cell]]) -> None:
    """Writes a table. ``columns`` maps keys of the rows to headings; a cell with several values is a list.

    Where not even the single words fit beside each other, each row becomes a block of lines, without its
    empty cells.
    """
    rows = list(rows)
    room = _columns() if sys.stdout.isatty() else _ROOM
    texts = [{key: _text(row.get(key)) for key in columns} for row in rows]
    right = {key for key in columns if rows and all(isinstance(row.get(key), _Number) for row in rows)}
    lines = _plain(columns, texts, room, right)
    write("\n".join(_laid_out(columns, texts, right) if lines is None else filter(None, lines)))


def _columns() -> int:
    """How wide the terminal is; ``shutil`` says it too, and brings every archive format along."""
    given = os.environ.get("COLUMNS", "")
    try:
        return int(given) if given.isdecimal() else os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return 80


def _plain(
    columns: Mapping[str, str], texts: Sequence[Mapping[str, str]], room: int, right: set[str]
) -> list[str] | None:
    """The lines of a table in which each letter takes one column and nothing needs to be folded; else None.

    Rich would draw the same, and takes as long to load as most answers take to find.
    """
    cells = (*columns.values(), *(text[key] for text in texts for key in columns))
    if not all(map(_is_even, cells)):
        return None
    widths = {
        key: max(len(heading), *(len(text[key]) for text in texts)) if texts else len(heading)
        for key, heading in columns.items()
    }
    whole = sum(widths.values()) + _APART * (len(columns) - 1)
    if whole + 2 > room:
        return None

    def padded(key: str, text: str) -> str:
        gap = " " * (widths[key] - len(text))
        return f"{gap}{isolated(text)}" if key in right else f"{isolated(text)}{gap}"

    def line(cells: Iterable[str]) -> str:
        return f" {(' ' * _APART).join(cells)}".rstrip()

    heading = [padded(key, words) for key, words in columns.items()]
    bold = [f"\x1b[1m{each}\x1b[0m" for each in heading] if coloured() else heading
    rows = (line(padded(key, text[key]) for key in columns) for text in texts)
    return [line(bold), f" {'─' * whole}", *rows]


def _is_even(text: str) -> bool:
    """Whether each letter of ``text`` surely takes one column."""
    return text.isascii() or all(
        unicodedata.category(letter) in _ONE_WIDE and unicodedata.east_asian_width(letter) not in "WF"
        for letter in text
    )


def _laid_out(columns: Mapping[str, str], texts: Sequence[Mapping[str, str]], right: set[str]) -> list[str]:
    # rich is imported here because the answers that need no folding should not wait for it.
    from rich.console import Console

    width = None if sys.stdout.isatty() else _ROOM
    console = Console(width=width, force_terminal=coloured(), no_color=not coloured(), highlight=False)
    widths = _widths(columns, texts, console.width)
    table = _blocks(columns, texts) if widths is None else _grid(columns, texts, widths, right)
    return [line for line in _drawn(console, table) if line or widths is None]


_Number = int | float | None


def _widths(
    columns: Mapping[str, str], texts: Sequence[Mapping[str, str]], room: int
) -> dict[str, int] | None:
    """How wide each column is to be so that all fit into ``room``; None where that would break words."""
    from rich.cells import cell_len

    least, widths = {}, {}
    for key, heading in columns.items():
        cells = {heading, *(text[key] for text in texts)}
        widths[key] = max(map(cell_len, cells))
        least[key] = min(_LONGEST, max(cell_len(word) for cell in cells for word in cell.split(" ")))
    room -= 2 + _APART * (len(columns) - 1)
    if sum(least.values()) > room:
        return None
    while sum(widths.values()) > room:
        widest = max((key for key in widths if widths[key] > least[key]), key=lambda key: widths[key])
        widths[widest] -= 1
    return widths


def _grid(
    columns: Mapping[str, str],
    texts: Sequence[Mapping[str, str]],
    widths: Mapping[str, int],
    right: set[str],
) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold" if coloured() else "")
    for key, heading in columns.items():
        justify = "right" if key in right else "left"
        # Rich wants the very words, which a conditional widens to text.
        table.add_column(heading, justify=justify, overflow="fold", width=widths[key])  # type: ignore[arg-type]
    for text in texts:
        table.add_row(*(Text(text[key]) for key in columns))
    return table


def _blocks(columns: Mapping[str, str], texts: Sequence[Mapping[str, str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold" if coloured() else "")
    table.add_column(overflow="fold")
    for number, text in enumerate(texts):
        if number:
            table.add_row()
        for key, heading in columns.items():
            if text[key]:
                table.add_row(Text(heading), Text(text[key]))
    return table


def _drawn(console: Console, table: Table) -> list[str]:
    with console.capture() as caught:
        console.print(table)
    lines = (line.rstrip() for line in caught.get().splitlines())
    # Only now, when cells are folded: an isolate must end on the line it begins on.
    return [_CELL.sub(lambda cell: isolated(cell[0]), line) for line in lines]


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else f"{value}"
    return ", ".join(map(harmless, value))
