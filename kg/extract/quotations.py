"""Quotations: where they open and close, through nesting, mixed marks and sentences, and marks never closed."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSING = {
    "«": "»",
    "»": "«",
    "“": "”",
    "”": "“",
    "„": "“",
    "‟": "”",
    "‹": "›",
    "›": "‹",
    "〝": "〞",
    "〞": "〝",
}
"""The counterpart of each mark that has a direction; a text may use either of two as the one that opens."""
_MARK = re.compile('["' + "".join(_CLOSING) + "]")
_CLOSERS = frozenset("»”›〞")
_DEEPEST = 3
"""Quotations within quotations; what opens beyond that was never closed."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost quotation within one sentence. Half-open offsets of what stands between the marks."""

    start: int
    end: int
    goes_on: bool
    """Whether it was opened in an earlier sentence."""
    closed: bool


def quotations(
    text: str, marks: list[int], start: int, end: int, *, open_marks: str
) -> tuple[list[Quotation], str]:
    """The quotations of the sentence ``[start, end)``, and the marks it leaves open, the outermost first.

    ``marks`` are the offsets of its quotation marks, ``open_marks`` those that earlier sentences left open.
    """
    found: list[Quotation] = []
    opened = open_marks
    begin, goes_on = start, bool(open_marks)
    for offset in marks:
        before = opened
        opened = _after(opened, text[offset], _side(text, offset))
        if not before:
            begin, goes_on = offset + 1, False
        elif not opened:
            found.append(Quotation(begin, offset, goes_on, closed=True))
    if opened:
        found.append(Quotation(begin, end, goes_on, closed=False))
    return found, opened


def closes_next(text: str, start: int) -> bool:
    """Whether the next quotation mark from ``start`` on closes what was opened before it."""
    mark = _MARK.search(text, start)
    return mark is not None and _side(text, mark.start()) == "closes"


def _side(text: str, offset: int) -> str:
    """Whether the mark stands as one that opens or closes, by the space round it; nothing where that does not tell."""
    before, behind = text[max(0, offset - 1) : offset], text[offset + 1 : offset + 2]
    free_before, free_behind = not before.strip() or before in "([:", not behind.strip()
    if free_before and behind.isalnum():
        return "opens"
    attached = before.isalnum() or before in ".!?؟…,،)]"
    return "closes" if attached and before and (free_behind or not behind.isalnum()) else ""


def _after(opened: str, mark: str, side: str) -> str:
    """The marks that are open behind ``mark``. One that closes what nothing opened leaves everything as it was."""
    if not opened:
        return "" if side == "closes" else mark
    if side == "opens" and len(opened) < _DEEPEST:
        return opened + mark
    for depth in range(len(opened) - 1, -1, -1):
        if mark in (opened[depth], _CLOSING.get(opened[depth])):
            return opened[:depth]
    if side == "closes" or mark in _CLOSERS or len(opened) >= _DEEPEST:
        return opened[:-1]
    return opened + mark
