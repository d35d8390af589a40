"""The date that a web page states of itself, by htmldate, without the dates that its article is about."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "min_date": "1990-01-01",
    "max_date": "2099-12-31",
}
"""How htmldate looks: for the first date where a page was changed since. The bounds are fixed, for the same page
must give the same date on every day; the extensive search guesses from the whole text."""

_DATING = re.compile(r"date|time|publi|posted|byline|meta|تاريخ", re.IGNORECASE)
_MARKS = ("class", "id", "itemprop", "property", "datetime")


def page_date(root: HtmlElement, url: str | None) -> str | None:
    """The day on which a page says that it appeared, as ``2015-10-16``: in its head, its address, or a part of its
    body that is marked as a date. ``root`` stays as it is.
    """
    from htmldate import find_date

    marked = copy.deepcopy(root)
    _blank_prose(marked)
    found: str | None = find_date(marked, url=url, **DATES)
    return found


def _blank_prose(root: HtmlElement) -> None:
    """Empties all text of the body that is in no element marked as a date."""
    from lxml.etree import iterwalk

    body = root.find("body")
    if body is None:
        return
    inside = 0
    for event, element in iterwalk(body, events=("start", "end")):
        if event == "start":
            inside += _is_dating(element)
            if not inside and element.tag != "script":
                element.text = None
        else:
            inside -= _is_dating(element)
            if not inside:
                element.tail = None


def _is_dating(element: HtmlElement) -> bool:
    return element.tag in ("time", "abbr") or any(
        _DATING.search(element.get(mark) or "") is not None for mark in _MARKS
    )
