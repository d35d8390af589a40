"""Cuts a document into sections, headings and sentences. Offsets are into the original text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BREAK = re.compile(r"^[ \t]*(?:[&*#=_~-]+)[ \t]*$|^&")
_BYLINE = re.compile(r"^(?P<name>[^\W\d]+(?:[ \t]+[^\W\d]+){0,3})[ \t]*(?:[:：]|-[ \t])[ \t]*")
_DATELINE = re.compile(
    r"^(?P<name>[^.:!?؟\n]{2,60}?(?:[)»”\"]\s*|\s|(?<=\w))[-–—](?:\s*[«\"“(]?[^\W\d]+(?:\s[^\W\d]+){0,2}[»\"”)]?\s*[:：])?)\s+"
    r"|^(?P<dated>[^.:!?؟\n]{2,60}?\d[^.:!?؟\n]{0,20})[:：]\s+"
)
"""A place, an agency and perhaps a date before the text: "Beirut (agency) -", "Aden, 3 May, agency:"."""
_END = re.compile(r"[.!?؟]+[\"»”'’)\]]*(?=\s|$|[^\W\d_])|\n+")
_SEPARATORS = "&*#=_~- \t"
_INITIAL = re.compile(r"(?:^|\s)\w\.$")
_LONGEST_INITIAL = 3
_SENTENCE_MARKS = (".", "!", "?", "؟", "،", ",", ":", "؛")
_LONGEST_SENTENCE = 3000
"""Code points: what is longer is no sentence, and is cut at a space so that reading stays linear."""
_LONGEST_HEADING = 9
"""Words: a heading is a line, not a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or heading. Half-open offsets into the original text."""

    start: int
    end: int
    section: int
    heading: bool = False
    byline: tuple[int, int] | None = None
    """Where the author's or agency's name stands that opens the text, if one does."""


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> tuple[Sentence, ...]:
    """The sentences of ``text`` in order. A separator line opens a section, and so does a heading.

    The full stop of ``abbreviations``, which have it, ends no sentence.
    """
    found: list[Sentence] = []
    section = 0
    lines = _lines(text)
    for position, (start, end) in enumerate(lines):
        line = text[start:end]
        if _BREAK.match(line):
            section += 1
            line = line.lstrip(_SEPARATORS)
        if not line.strip():
            continue
        body = end - len(line)
        if _is_heading(line, followed=position + 1 < len(lines)):
            section += 1
            found.append(Sentence(*_trim(text, body, end), section, heading=True))
            continue
        byline = _BYLINE.match(line)
        opening = (body, body + byline.end("name")) if byline else None
        if not found and (dateline := _DATELINE.match(line)) is not None:
            opening = (body, body + dateline.end(dateline.lastgroup or 0))
        for low, high in _pieces(text, body, end, abbreviations):
            found.append(Sentence(low, high, section, byline=opening))
            opening = None
    return tuple(found)


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def _is_heading(line: str, *, followed: bool) -> bool:
    words = line.split()
    return followed and len(words) <= _LONGEST_HEADING and not any(mark in line for mark in _SENTENCE_MARKS)


def _pieces(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    pieces = []
    low = start
    for match in _END.finditer(text, start, end):
        if _INITIAL.search(text[max(low, match.end() - _LONGEST_INITIAL) : match.end()]):
            continue
        if abbreviations and _last_word(text, low, match.end()) in abbreviations:
            continue
        pieces.append((low, match.end()))
        low = match.end()
    pieces.append((low, end))
    return [_trim(text, a, b) for long in pieces for a, b in _cut(text, *long) if text[a:b].strip()]


def _last_word(text: str, low: int, high: int) -> str:
    opening = max(text.rfind(mark, low, high) for mark in ' \n\t("“«')
    return text[max(opening + 1, low) : high]


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = []
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        stop = space if space > start else start + _LONGEST_SENTENCE
        cuts.append((start, stop))
        start = stop
    return [*cuts, (start, end)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
