"""Shares of a whole, read as one number: "90%", "80 per cent"; and bounds, which a number is read without."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Word


def join(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """The words with each number and the sign or expression for "per cent" behind it made one number."""
    signs = lexicon.pack.words.get("percent", frozenset())
    if not any(word.core in signs for word in words):
        return words
    joined: list[Word] = []
    for word in words:
        number = joined[-1] if joined else None
        if word.core in signs and number is not None and number.core.isdigit():
            joined[-1] = replace(number, end=word.end, written=f"{number.written} {word.written}")
        else:
            joined.append(word)
    return joined


def without_bounds(words: list[Word]) -> list[Word]:
    """The words without those that only say that a number is a bound: "15 men at least of X" are 15 men of X."""
    return [word for word in words if not word.is_a("bound")]
