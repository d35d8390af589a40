"""Reads what a pack knows of dates: the words of time, and how they make a date together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.folding import fold_text

VALUED = {
    "months": "month",
    "hijri_months": "hijri_month",
    "weekdays": "weekday",
    "relative_days": "relative_day",
    "units": "unit",
    "plurals": "plural",
    "pairs": "pair",
    "counts": "count",
    "ordinals": "day",
    "eras": "era",
}
"""The tables of a pack whose words mean something by themselves, and the slot that each word fills in a pattern."""
MARKS = {",": "comma", "/": "slash", "-": "dash", ".": "dot", "(": "open", ")": "close"}
UNITS = ("day", "week", "month", "year")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMERIC_ORDERS = ("day_first", "month_first", "unclear")
_ANCHORS = frozenset(
    {"month", "hijri_month", "weekday", "relative_day", "unit", "pair", "plural", "number", "year"}
)
_NAME = re.compile(r"[a-z_]+")
_YEARS = (range(1900, 2100), range(1300, 1501))
"""The years that a number of four digits may mean: of the Gregorian and of the Hijri calendar."""

Slots = Mapping[str, Any]
"""The slots that a word may fill, each with what the word means in it."""


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A sequence of slots as a regular expression over one character a word."""

    written: str
    regex: re.Pattern[str]
    slots: tuple[str, ...]
    """The slot of each group."""
    void: bool
    """Whether it reads like a date and means none: "the day before"."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """All that a pack says of dates. Words are folded."""

    vocabulary: Mapping[str, Slots]
    codes: Mapping[frozenset[str], str]
    """The character that stands for words that may fill the same slots."""
    runs: re.Pattern[str]
    """Finds the stretches of words that may belong to a date."""
    anchors: re.Pattern[str]
    """Finds a word without which there is no date."""
    patterns: tuple[DatePattern, ...]
    numeric_order: str
    week_starts: int
    """Monday is 0."""
    capitalised: bool
    """Whether names of months and weekdays are told from other words by their capital."""
    names: frozenset[str]
    """Behind one of these there is no date, but the rest of a name: "Street of 17 May"."""
    names_behind: frozenset[str]
    """The same of what stands before one of these: "the 17 May Brigade"."""

    def slots(self, text: str) -> Slots:
        """What a folded word or mark may be in a date; nothing for most words."""
        if text.isdecimal():
            return _number(text)
        return self.vocabulary.get(text, _NOTHING)


_NOTHING: Slots = {}


def _number(text: str) -> Slots:
    value = int(text) if len(text) <= 4 else 0
    if len(text) <= 2:
        return {"number": value, "day": value, "count": value}
    return {"year": value} if any(value in years for years in _YEARS) else _NOTHING


def date_words(
    data: Mapping[str, Any], months: Mapping[str, int], problem: Callable[[str], Exception]
) -> DateWords:
    """What ``data``, the pack's ``dates.yaml``, says; ``problem`` makes the error to raise for what is wrong in it."""
    vocabulary: dict[str, dict[str, Any]] = {}
    tables = {
        **{name: data.get(name, {}) for name in VALUED if name != "months"},
        "months": _by_number(months),
    }
    for name, table in tables.items():
        for key, words in table.items():
            value = _value(name, key, problem)
            for word in words:
                vocabulary.setdefault(fold_text(str(word)), {})[VALUED[name]] = value
    classes = data.get("words", {})
    for name, words in classes.items():
        for word in words:
            vocabulary.setdefault(fold_text(str(word)), {})[name] = True
    for mark, name in MARKS.items():
        vocabulary.setdefault(mark, {})[name] = True
    sets = {frozenset(slots) for slots in vocabulary.values()}
    sets |= {frozenset(_number(sample)) for sample in ("7", "2015")}
    codes = {slots: chr(0x4E00 + place) for place, slots in enumerate(sorted(sets, key=sorted))}
    parts = {name: str(written) for name, written in data.get("parts", {}).items()}
    patterns = [_pattern(entry, parts, codes, problem, void=False) for entry in data.get("patterns", ())]
    patterns += [_pattern(entry, parts, codes, problem, void=True) for entry in data.get("no_dates", ())]
    anchors = "".join(code for slots, code in codes.items() if slots & _ANCHORS)
    known = "".join(codes.values())
    settings = data.get("settings", {})
    order = settings.get("numeric_order", "unclear")
    if order not in NUMERIC_ORDERS:
        raise problem(f"has the numeric_order {order!r}; it is one of {', '.join(NUMERIC_ORDERS)}")
    return DateWords(
        vocabulary,
        codes,
        re.compile(f"[{known}]+"),
        re.compile(f"[{anchors}]"),
        tuple(patterns),
        order,
        _value("weekdays", settings.get("week_starts", "monday"), problem),
        bool(settings.get("capitalised", False)),
        *(frozenset(fold_text(str(word)) for word in data.get(key, ())) for key in ("names", "names_behind")),
    )


def _by_number(months: Mapping[str, int]) -> dict[int, list[str]]:
    table: dict[int, list[str]] = {}
    for word, number in months.items():
        table.setdefault(number, []).append(word)
    return table


def _value(table: str, key: Any, problem: Callable[[str], Exception]) -> Any:
    allowed = {
        "weekdays": WEEKDAYS,
        "units": UNITS,
        "plurals": UNITS,
        "pairs": UNITS,
        "eras": ("hijri", "gregorian"),
    }
    names = allowed.get(table)
    if names is not None:
        if key not in names:
            raise problem(f"has {key!r} in {table}; it is one of {', '.join(names)}")
        return names.index(key) if table == "weekdays" else key
    if not isinstance(key, int):
        raise problem(f"has {key!r} in {table}, where numbers stand")
    return key


def _pattern(
    written: str,
    parts: Mapping[str, str],
    codes: Mapping[frozenset[str], str],
    problem: Callable[[str], Exception],
    *,
    void: bool,
) -> DatePattern:
    slots: list[str] = []

    def group(match: re.Match[str]) -> str:
        matching = "".join(code for names, code in codes.items() if match[0] in names)
        if not matching:
            raise problem(f"has a pattern with {match[0]!r}, which is no part and which no word can fill")
        slots.append(match[0])
        return f"([{matching}])"

    grouped = _expanded(written, parts, problem).replace("(", "(?:")
    expression = _NAME.sub(group, grouped).replace(" ", "")
    try:
        return DatePattern(written, re.compile(expression), tuple(slots), void)
    except re.error as error:
        raise problem(f"has the pattern {written!r}, which cannot be read ({error})") from error


def _expanded(
    written: str, parts: Mapping[str, str], problem: Callable[[str], Exception], depth: int = 0
) -> str:
    if depth > len(parts):
        raise problem(f"has parts that need each other, in {written!r}")
    return _NAME.sub(
        lambda match: (
            f"({_expanded(parts[match[0]], parts, problem, depth + 1)})" if match[0] in parts else match[0]
        ),
        written,
    )


def expressions(words: DateWords) -> Iterator[str]:
    """The entries of several words: the reader of sentences joins them."""
    return (text for text in words.vocabulary if " " in text)
