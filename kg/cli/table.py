"""Tables for people: as wide as the terminal, and a block for each row where that is too narrow.

Rich lays cells out as if Arabic ran from left to right; only then is each piece of Arabic isolated, so that
columns stay straight.
"""

from __future__ import annotations

import re
import sys
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
_LONGEST = 24
"""Up to this many columns a word stays in one piece; a path or an IRI may be longer."""

Cell: TypeAlias = str | int | float | Sequence[str] | None


def write_table(columns: Mapping[str, str], rows: Iterable[Mapping[str, Cell]]) -> None:
    """Writes a table. ``columns`` maps keys of the rows to headings; a cell with several values is a list.

    Where not even the single words fit beside each other, each row becomes a block of lines, without its
    empty cells.
    """
    # rich is imported here because the answers that need no table should not wait for it.
    from rich.console import Console

    rows = list(rows)
    width = None if sys.stdout.isatty() else _ROOM
    console = Console(width=width, force_terminal=coloured(), no_color=not coloured(), highlight=False)
    texts = [{key: _text(row.get(key)) for key in columns} for row in rows]
    widths = _widths(columns, texts, console.width)
    if widths is None:
        table = _blocks(columns, texts)
    else:
        right = {key for key in columns if rows and all(isinstance(row.get(key), _Number) for row in rows)}
        table = _grid(columns, texts, widths, right)
    lines = _drawn(console, table)
    write("\n".join(line for line in lines if line or widths is None))


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
