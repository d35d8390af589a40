"""Finds the dates of a sentence by the patterns of the pack, and makes one word of the words of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Word
from kg.extract.resolving import Reading, resolve
from kg.languages.dates import DatePattern, Slots
from kg.model import PartialDate

_UNKNOWN = "\0"
_MIXED = re.compile(r"(\D*)(\d+)(\D*)")
_LONGEST_KEPT = 16
"""Words and clitics of time in a row: how these are read as a date is remembered."""
_LONGEST_QUOTED = 5
_LONGEST_TITLE = 2
"""Words between a noun such as "newspaper" and the word "today" that ends its name."""
_SHORTEST_BEARER = 3
"""Letters: a month that is shorter and has something written onto it is another word."""

Unit = tuple[str, Slots, str]
"""A word, or what is written onto it: its folded text, the slots it may fill, and their code."""


_NOBODY: Unit = ("", {}, _UNKNOWN)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence. Half-open offsets into the original; what nobody can tell is None."""

    start: int
    end: int
    past: PartialDate | None
    """What it means in a report of what was."""
    coming: PartialDate | None
    """What it means in a report of what is to be."""
    of: int | None = None
    """Where the noun begins that it belongs to, and it dates nothing else: "after the agreement of 3 March"."""


@dataclass(frozen=True, slots=True)
class _Match:
    pattern: DatePattern
    fields: dict[str, list[Any]]
    first: int
    """Position of the first word."""
    last: int
    clitics: tuple[str, ...]
    """What is written onto the first word and does not belong to the date."""
    led: bool
    """Whether it opens with a word such as "in"."""


class Dates:
    """Reads the dates of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = lexicon.pack.dates
        self._units = lru_cache(maxsize=20_000)(self._split)
        self._kept = lru_cache(maxsize=4_000)(self._longest)
        """Dates are written in few ways, so that most have been read before."""

    def read(
        self, words: list[Word], taken: Iterable[tuple[int, int]], published: PartialDate | None
    ) -> tuple[list[Word], list[Dated]]:
        """The sentence with each date as one adverb, and the dates, in text order.

        ``taken`` are the spans of names, in which there is no date.
        """
        names = list(taken)
        matches = self._matches(words, names)
        if not matches:
            return words, []
        joined: list[Word] = []
        found: list[Dated] = []
        position = 0
        year = self._stated_year(matches, published)
        for match in matches:
            joined.extend(words[position : match.first])
            word = _joined(words, match)
            past, coming = (self._resolved(match, published, year, coming=later) for later in (False, True))
            found.append(Dated(word.core_start, word.end, past, coming, self._owner(words, match, names)))
            joined.append(word)
            position = match.last + 1
        return [*joined, *words[position:]], found

    def _resolved(
        self, match: _Match, published: PartialDate | None, year: int | None, *, coming: bool
    ) -> PartialDate | None:
        if match.pattern.void:
            return None
        return resolve(match.fields, Reading(self._words, published, coming=coming, year=year))

    def _stated_year(self, matches: list[_Match], published: PartialDate | None) -> int | None:
        """The one year that full dates of the sentence share."""
        full = (m for m in matches if "year" in m.fields and {"month", "number"} & m.fields.keys())
        dates = [self._resolved(match, published, None, coming=False) for match in full]
        years = {each.earliest.year for each in dates if each is not None}
        return years.pop() if len(years) == 1 else None

    def _matches(self, words: list[Word], taken: list[tuple[int, int]]) -> list[_Match]:
        split = [self._units(word.text) for word in words]
        if not any(anchored for _, anchored in split):
            return []
        units: list[Unit] = []
        owners: list[int] = []
        for position, (own, _) in enumerate(split):
            if own[0] is not _NOBODY:
                units.extend(self._in_place(words[position], own, taken))
            elif units and units[-1] is not _NOBODY:
                units.append(_NOBODY)  # One for all words between that no date has.
            owners.extend([position] * (len(units) - len(owners)))
        codes = "".join([code for _, _, code in units])
        found: list[_Match] = []
        for run in self._words.runs.finditer(codes):
            if self._words.anchors.search(codes, *run.span()):
                found.extend(self._in_run(words, units, owners, codes, run.span()))
        return found

    def _in_place(
        self, word: Word, units: tuple[Unit, ...], taken: list[tuple[int, int]]
    ) -> tuple[Unit, ...]:
        """The units of a word where it stands: within a name or an office, or without its capital, they may be none."""
        if _touches(word, taken) or (word.is_a("title") and " " in word.core):
            return (_NOBODY,)
        if self._words.capitalised and not any(each[:1].isupper() for each in word.written.split()):
            return tuple(_NOBODY if {"month", "weekday"} & unit[1].keys() else unit for unit in units)
        return units

    def _in_run(
        self, words: list[Word], units: list[Unit], owners: list[int], codes: str, run: tuple[int, int]
    ) -> Iterable[_Match]:
        position, end = run
        while position < end:
            left = codes[position:end]
            best = self._kept(left) if len(left) <= _LONGEST_KEPT else self._longest(left)
            match = self._match(units, owners, position, *best) if best else None
            if match is not None and not self._is_name(words, match) and not self._is_count(words, match):
                yield match
            position = position + best[1].end() if best and match is not None else position + 1

    def _longest(self, codes: str) -> tuple[DatePattern, re.Match[str]] | None:
        """The pattern that reaches farthest from the first of ``codes`` on, if one fits."""
        best: tuple[DatePattern, re.Match[str]] | None = None
        for pattern in self._words.patterns:
            found = pattern.regex.match(codes)
            if found is not None and found.end() > (best[1].end() if best else 0):
                best = pattern, found
        return best

    def _match(
        self, units: list[Unit], owners: list[int], start: int, pattern: DatePattern, found: re.Match[str]
    ) -> _Match | None:
        """What ``found`` means, which was looked for from number ``start`` of the ``units`` on."""
        end = start + found.end()
        first, last = owners[start], owners[end - 1]
        if end < len(owners) and owners[end] == last:
            return None
        opening = owners.index(first, max(0, start - 3))
        clitics = tuple(text for text, _, _ in units[opening:start])
        filled = sorted(
            (start + found.start(group), name)
            for group, name in enumerate(pattern.slots, start=1)
            if found[group]
        )
        fields: dict[str, list[Any]] = {}
        following = units[end][0] if end < len(units) else ""
        names = {name for _, name in filled}
        if following.isdecimal() and "year" not in names and names & {"month", "hijri_month"}:
            # A number that cannot be the year makes the rest uncertain.
            fields["bound"] = [True]
        for place, name in filled:
            fields.setdefault(name, []).append(units[place][1][name])
        led = bool(filled) and filled[0][1] in {"in", "since", "bound", "ago", "between", "of_year"}
        return _Match(pattern, fields, first, last, clitics, led)

    def _is_name(self, words: list[Word], match: _Match) -> bool:
        """Whether the words are part of a name: behind a noun that opens one, or quoted with little else."""
        following = words[match.last + 1] if match.last + 1 < len(words) else None
        if following is not None and following.core in self._words.names_behind and not match.led:
            return following.written[:1].isupper() or not self._words.capitalised
        before = words[match.first - 1] if match.first else None
        if before is None:
            return False
        if before.mark and before.text == '"':
            behind = words[match.last + 1 : match.last + _LONGEST_QUOTED]
            return any(word.mark and word.text == '"' for word in behind)
        if match.led or match.clitics:
            return False
        if "relative_day" in match.fields:
            opening = words[max(0, match.first - _LONGEST_TITLE) : match.first]
            return list(match.fields.values()) == [[0]] and any(word.is_a("source_noun") for word in opening)
        head = self._lexicon.pack.heads.get(before.core)
        opens = head is not None and head["role"] in {"organisation", "place", "country_body"}
        definite = self._lexicon.is_definite(before.core)
        return before.core in self._words.names or (opens and not definite)

    def _is_count(self, words: list[Word], match: _Match) -> bool:
        """Whether a bare number that might be a year counts what follows: "in 2014 houses"."""
        following = words[match.last + 1] if match.last + 1 < len(words) else None
        if set(match.fields) - {"in", "since", "bound", "part", "year"} or "year" not in match.fields:
            return False
        counted = ("head", "target", "transparent_actor", "place_filler", "time")
        return (
            following is not None
            and following.is_a(*counted)
            and not following.conjunction
            and not following.preposition
            and not self._lexicon.is_definite(following.core)
        )

    def _owner(self, words: list[Word], match: _Match, names: list[tuple[int, int]]) -> int | None:
        """The noun that a date belongs to without a preposition, if that noun stands in an aside of its own.

        A name owns no date, and what nobody knows may be one, unless it stands behind a word such as "after".
        """
        if match.led or match.first == 0 or match.clitics:
            return None
        noun = words[match.first - 1]
        if noun.mark or self._lexicon.is_definite(noun.core) or _touches(noun, names):
            return None
        before = words[match.first - 2] if match.first > 1 else None
        if before is None or before.suffix or before.mark:
            return noun.start if noun.preposition and noun.classes else None
        known = bool(noun.classes or noun.senses)
        later = not {"bound", "since"}.isdisjoint(self._words.slots(before.core))
        led = noun.preposition or before.is_a("preposition", "according")
        return noun.start if later or (known and led) else None

    def _split(self, text: str) -> tuple[tuple[Unit, ...], bool]:
        """The units of a folded word with what is written onto it, and whether a date may hang on one of them."""
        units = self._parted(text)
        if all(code == _UNKNOWN for _, _, code in units) and not text.isdecimal():
            return (_NOBODY,), False
        return units, any(self._words.anchors.match(code) for _, _, code in units)

    def _parted(self, text: str) -> tuple[Unit, ...]:
        words = self._words
        whole = words.slots(text)
        if whole:
            return (self._unit(text, whole),)
        mixed = _MIXED.fullmatch(text)
        if mixed is not None:
            before, number, behind = mixed.groups()
            if (
                (not before or words.slots(before))
                and (not behind or words.slots(behind))
                and words.slots(number)
            ):
                return tuple(self._unit(part, words.slots(part)) for part in mixed.groups() if part)
            return (self._unit(text, {}),)
        for split in self._lexicon.splits(text):
            slots = words.slots(split.core)
            unit = self._unit(split.core, slots)
            if slots and (len(split.core) >= _SHORTEST_BEARER or not words.anchors.match(unit[2])):
                parts = (split.conjunction, split.preposition)
                return (*(self._unit(p, words.slots(p)) for p in parts if p), unit)
        if " " in text:
            return tuple(unit for part in text.split() for unit in self._parted(part))
        return (self._unit(text, {}),)

    def _unit(self, text: str, slots: Slots) -> Unit:
        return text, slots, self._words.codes[frozenset(slots)] if slots else _UNKNOWN


def _touches(word: Word, spans: list[tuple[int, int]]) -> bool:
    return any(start < word.end and word.core_start < end for start, end in spans)


def _joined(words: list[Word], match: _Match) -> Word:
    first, last = words[match.first], words[match.last]
    attached = len("".join(match.clitics))
    text = " ".join(word.text for word in words[match.first : match.last + 1])
    if not attached:
        start, conjunction, preposition = first.start, "", ""
    else:
        start, conjunction, preposition = first.core_start, first.conjunction, first.preposition
    return replace(
        first, end=last.end, text=text, core=text[attached:], core_start=start, conjunction=conjunction,
        preposition=preposition, suffix="", classes=frozenset({"adverb", "date"}), senses=(), mark=False,
    )  # fmt: skip
