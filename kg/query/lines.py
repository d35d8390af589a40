"""The lines that have a meaning of their own in our query files, and how they are taken out."""

from __future__ import annotations

from collections.abc import Iterable

PARAMETER_LINE = (
    r"^(?P<open>[ \t]*VALUES[ \t]+\?(?P<name>\w+)[ \t]*\{{)[ \t]*(?P<value>{value})[ \t]*\}}[ \t\r]*$"
)
"""A pattern, for several lines at once, of what gives a parameter its value, whose own pattern is ``{value}``."""
OPTION_LINE = r"^[ \t]*FILTER\(!BOUND\(\?(?P<name>\w+)\) \|\| .*\)[ \t\r]*$"
"""A pattern, for several lines at once, of a filter that lets everything through while its parameter has no value."""


def without_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The ``text`` without half-open spans that do not overlap; of each, only its line breaks stay."""
    parts, at = [], 0
    for start, end in sorted(spans):
        parts.append(text[at:start] + "\n" * text.count("\n", start, end))
        at = end
    return "".join((*parts, text[at:]))
