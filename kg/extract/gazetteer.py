"""Finds every known name in one pass (Aho and Corasick 1975), with what may be written onto its first word."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ahocorasick

from kg.extract.lexicon import Lexicon
from kg.extract.name_table import QUOTES, NameTable, name_table
from kg.extract.spellings import respaced
from kg.folding import Folded, fold_text
from kg.model import Registry, RegistryEntry

Candidate = tuple[RegistryEntry, bool]
"""An entry that a name may mean, and whether the name is ambiguous for it."""
_Entry = list[Any]
"""A row of the table of names."""
_Occurrence = tuple[int, int, int, int, tuple[str, str], _Entry]
"""Where a name stands in the squeezed text and in the original, and the conjunction and preposition on it."""
_SHORTEST_NAME = 2
"""Letters: what is so short is a name in capitals only."""
_SQUEEZED = re.compile("[ \\t\u00a0\"']{2,}|[\\t\u00a0\"']")
"""Quotation marks and spaces, save a single space."""
_LONGEST_PROCLITICS = 2


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A known name in the text. Half-open offsets into the original, without what is written onto it."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    conjunction: str = ""
    preposition: str = ""
    following: str = ""
    """The folded word behind the name."""
    words: int = 1
    """How many words the name has."""
    led: bool = False
    """Whether a preposition stands before it as a word of its own."""
    definite: bool = False
    """Whether it begins with the article, as family names do."""
    given: str = ""
    """The folded given name right before it, which makes of a family name another's."""


class Gazetteer:
    """All names of the registry, compiled once."""

    def __init__(self, registry: Registry, lexicon: Lexicon, table: NameTable | None = None) -> None:
        """``table`` is that of this registry and lexicon; it is worked out where none is given."""
        table = name_table(registry, lexicon) if table is None else table
        self._lexicon = lexicon
        self._grammar = lexicon.pack.grammar
        self._common, self._acronyms = frozenset(table["lower"]), frozenset(table["upper"])
        self._entries = registry.entries
        self._automaton: Any = ahocorasick.Automaton()
        for row in table["names"]:
            self._automaton.add_word(row[0], row)
        self._empty = not table["names"]
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, folded: Folded, text: str = "") -> list[NameMatch]:
        """The names in a text, leftmost and longest first, none overlapping another.

        ``text`` is the original: where names have capitals, one without is none.
        """
        if self._empty:
            return []
        folded = respaced(folded, self._grammar)
        squeezed, origins = _squeeze(folded.text)
        found: list[_Occurrence] = []
        for last, entry in self._automaton.iter(squeezed):
            name, contraction, skipped, _ = entry
            start, end = last - len(name) + 1, last + 1
            if end < len(squeezed) and _in_word(squeezed[end]):
                continue
            clitics = self._clitics(squeezed, start)
            if clitics is None or (contraction and clitics[1]):
                continue
            if self._is_blocked(entry, squeezed, end):
                # "The West" may be a name, "the West Bank" holds another.
                continue
            low = start + skipped
            first, _ = folded.original(origins[low], origins[low] + 1)
            _, stop = folded.original(origins[end - 1], origins[end - 1] + 1)
            if self._grammar.capitals and not self._is_written_so(text[first:stop], name):
                continue
            found.append((start, end, first, stop, clitics, entry))
        return [self._match(squeezed, *each) for each in _longest(found)]

    def _is_blocked(self, row: _Entry, text: str, end: int) -> bool:
        """Whether the word behind a name shows that it means none of those that it may mean elsewhere."""
        whom = row[3]
        if not all(self._entries[number].blocked_by for number, _ in whom):
            return False
        following = _next_word(text, end)
        return bool(following) and all(
            following in map(fold_text, self._entries[number].blocked_by) for number, _ in whom
        )

    def _match(
        self, text: str, start: int, end: int, first: int, stop: int, clitics: tuple[str, str], entry: _Entry
    ) -> NameMatch:
        """The name at ``[start, end)`` of the squeezed ``text``, which is ``[first, stop)`` of the original."""
        name, contraction, _, whom = entry
        candidates = tuple((self._entries[number], ambiguous) for number, ambiguous in whom)
        return NameMatch(
            first,
            stop,
            candidates,
            clitics[0],
            clitics[1] or contraction,
            _next_word(text, end),
            len(name.split()),
            self._is_led(text, start),
            bool(contraction) or self._lexicon.is_definite(name),
            "" if any(clitics) else self._given(text, start),
        )

    def _is_written_so(self, written: str, name: str) -> bool:
        """Whether a name has its capital, or an acronym its capitals; "at Ain" is no article before a name."""
        if name in self._common:
            return True
        opening, space, _ = written.partition(" ")
        if space and opening in self._grammar.openings and "preposition" in self._lexicon.classes(opening):
            return False
        short = len(name) <= _SHORTEST_NAME and " " not in name
        if short or name in self._acronyms:
            return written.isupper()
        return any(character.isupper() for character in written)

    def _given(self, text: str, start: int) -> str:
        """The given name before a name; empty where the word before it is none, or may be a deed."""
        if text[start - 1 : start] != " ":
            return ""
        reading = self._lexicon.analyse(text[_word_start(text, start - 1) : start - 1])
        return reading.core if "given_name" in reading.classes and not reading.senses else ""

    def _is_led(self, text: str, start: int) -> bool:
        if text[start - 1 : start] != " ":
            return False
        before = text[_word_start(text, start - 1) : start - 1]
        return "preposition" in self._lexicon.analyse(before).classes

    def _clitics(self, text: str, start: int) -> tuple[str, str] | None:
        """What stands between the beginning of the word and ``start``: conjunction and preposition, or None."""
        low = start
        while low > 0 and _in_word(text[low - 1]):
            low -= 1
            if start - low > _LONGEST_PROCLITICS:
                return None
        return self._lexicon.proclitics(text[low:start])


def _squeeze(text: str) -> tuple[str, Sequence[int]]:
    """The text without quotation marks and with single spaces, and where each character was."""
    kept: list[str] = []
    origins = array("l")
    behind = 0
    for run in _SQUEEZED.finditer(text):
        start, end = run.span()
        kept.append(text[behind:start])
        origins.extend(range(behind, start))
        space = next((at for at in range(start, end) if text[at] not in QUOTES), None)
        if space is not None:
            kept.append(" ")
            origins.append(space)
        behind = end
    if not kept:
        return text, range(len(text))
    kept.append(text[behind:])
    origins.extend(range(behind, len(text)))
    return "".join(kept), origins


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _word_start(text: str, end: int) -> int:
    """Where the word begins that reaches up to ``end``; ``end`` itself where none does."""
    while end > 0 and _in_word(text[end - 1]):
        end -= 1
    return end


def _next_word(text: str, end: int) -> str:
    stop = end + 1
    while stop < len(text) and _in_word(text[stop]):
        stop += 1
    return text[end + 1 : stop] if text[end : end + 1] == " " else ""


def _longest(found: list[_Occurrence]) -> list[_Occurrence]:
    chosen: list[_Occurrence] = []
    reached = -1
    for each in sorted(found, key=lambda item: (item[0], -item[1])):
        if each[0] >= reached:
            chosen.append(each)
            reached = each[1]
    return chosen
