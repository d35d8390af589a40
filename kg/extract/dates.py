"""Dates with a month's name and a year, in any of the pack's calendars of names, with their precision."""

from __future__ import annotations

from datetime import date

from kg.extract.nodes import Node, Word
from kg.languages import LanguagePack
from kg.model import PartialDate, Precision

_YEARS = range(1900, 2100)


def find(nodes: list[Node], pack: LanguagePack) -> list[tuple[int, PartialDate]]:
    """The dates among the words of a sentence, each with the offset where it begins."""
    found: list[tuple[int, PartialDate]] = []
    for position, node in enumerate(nodes):
        if not isinstance(node, Word) or node.core not in pack.months:
            continue
        behind = position + 1
        while behind < len(nodes) and _is_year_word(nodes[behind]):
            behind += 1
        year = _number(nodes, behind, _YEARS)
        if year is None:
            continue
        month = pack.months[node.core]
        day = _number(nodes, position - 1, range(1, 32))
        found.append((node.start, _partial(year, month, day)))
    return found


def _is_year_word(node: Node) -> bool:
    """Whether a word only leads to the year: "May of the year 2015"."""
    return isinstance(node, Word) and node.is_a("year_word")


def _partial(year: int, month: int, day: int | None) -> PartialDate:
    if day is not None:
        try:
            return PartialDate(date(year, month, day).isoformat(), Precision.DAY)
        except ValueError:
            pass
    return PartialDate(f"{year:04d}-{month:02d}", Precision.MONTH)


def _number(nodes: list[Node], position: int, allowed: range) -> int | None:
    node = nodes[position] if 0 <= position < len(nodes) else None
    if not isinstance(node, Word) or not node.core.isdecimal() or len(node.core) > 4:
        return None
    value = int(node.core)
    return value if value in allowed else None
