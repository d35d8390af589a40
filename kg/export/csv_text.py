"""Lines of CSV that are safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: Sequence[str | float | None], *, end: str = "\r\n") -> str:
    """One line (RFC 4180) with its ``end``.

    A text that a spreadsheet would take for a formula is opened by an apostrophe, which is no part of the value
    (OWASP, CSV Injection).
    """
    out = StringIO()
    csv.writer(out, lineterminator=end).writerow([_disarmed(cell) for cell in cells])
    return out.getvalue()


def _disarmed(cell: str | float | None) -> str | float | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
