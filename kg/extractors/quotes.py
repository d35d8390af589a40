"""Finds quoted words in a text: as they stand, then as folding spells them, then behind what is written onto a word.

Words are compared whole and in their order; nothing is found by likeness.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.extract.lexicon import Lexicon
from kg.folding import Folded, fold

_TOKEN = re.compile(r"\w+|[^\w\s]")
_BETWEEN = "\x1f"
"""White space to Python, and so in no token."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where quoted words stand. Half-open offsets into the original text."""

    start: int
    end: int
    word_start: int
    """Where the first word begins, with what is written onto it: at or before ``start``."""


class Quotes:
    """The words of one text, made ready for many look-ups."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._folded = fold(text)
        self._spans = [match.span() for match in _TOKEN.finditer(self._folded.text)]
        self._words = [self._folded.text[low:high] for low, high in self._spans]
        self._starts: list[int] = []
        offset = 1
        for word in self._words:
            self._starts.append(offset)
            offset += len(word) + 1
        self._line = _joined(self._words)

    def find(self, quote: str, start: int = 0, end: int | None = None) -> tuple[Place, ...]:
        """The places of ``quote`` in ``[start, end)`` of the text, in their order, from the first rung that has any.

        Marks at the two ends of the quote, such as quotation marks, are not looked for.
        """
        folded = fold(quote)
        words, low, high = _trimmed(folded)
        if not words:
            return ()
        stop = len(self._text) if end is None else end
        plain = _within(start, stop, (self._place(at, at + len(words), 0) for at in self._sequences(words)))
        spelled = quote[slice(*folded.original(low, high))]
        exact = [place for place in plain if self._text[place.start : place.end] == spelled]
        return tuple(exact or plain or _within(start, stop, self._behind_clitics(words)))

    def _sequences(self, words: list[str]) -> list[int]:
        """The indexes of the tokens at which ``words`` begin."""
        wanted, found = _joined(words), []
        at = self._line.find(wanted)
        while at >= 0:
            found.append(bisect_left(self._starts, at + 1))
            at = self._line.find(wanted, at + 1)
        return found

    def _behind_clitics(self, words: list[str]) -> list[Place]:
        first, rest = words[0], words[1:]
        written = self._written_onto.get(first, {})
        if rest:
            at_rest = (at - 1 for at in self._sequences(rest) if at)
            starts = [at for at in at_rest if self._words[at] in written]
        else:
            starts = [at for at, word in enumerate(self._words) if word in written]
        return [self._place(at, at + len(words), written[self._words[at]]) for at in starts]

    @cached_property
    def _written_onto(self) -> dict[str, dict[str, int]]:
        """What may remain of each word, with the words it is the rest of and how many letters stand before it."""
        rests: dict[str, dict[str, int]] = defaultdict(dict)
        for word in set(self._words):
            for reading in self._lexicon.splits(word):
                if reading.skipped:
                    rests[reading.core].setdefault(word, reading.skipped)
        return rests

    def _place(self, first: int, behind: int, skipped: int) -> Place:
        low, high = self._spans[first][0], self._spans[behind - 1][1]
        start, _ = self._folded.original(low + skipped, low + skipped + 1)
        word_start, _ = self._folded.original(low, low + 1)
        _, end = self._folded.original(high - 1, high)
        return Place(start, end, word_start)


def _within(start: int, end: int, places: Iterable[Place]) -> list[Place]:
    return [place for place in places if start <= place.start and place.end <= end]


def _joined(words: list[str]) -> str:
    return _BETWEEN + _BETWEEN.join(words) + _BETWEEN


def _trimmed(folded: Folded) -> tuple[list[str], int, int]:
    """The tokens between the first and the last word, and their range in the folded quote."""
    spans = [match.span() for match in _TOKEN.finditer(folded.text)]
    while spans and not _is_word(folded.text, spans[0]):
        spans.pop(0)
    while spans and not _is_word(folded.text, spans[-1]):
        spans.pop()
    if not spans:
        return [], 0, 0
    return [folded.text[low:high] for low, high in spans], spans[0][0], spans[-1][1]


def _is_word(text: str, span: tuple[int, int]) -> bool:
    return text[span[0]].isalnum() or text[span[0]] == "_"
