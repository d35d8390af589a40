"""Which of the words that documents use for somebody are names of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.folding import fold_text

_MARKS = re.compile(r"[\"“”„‟«»‹›'‘’]+")
_MOST_MORE = 2
"""Words that a name may have beyond the usual one, such as an adjective of origin."""


def sort_names(usual: str, seen: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of the words ``seen`` for one actor: its further names, and those that mean it in context alone.

    ``usual`` is what it is called. Longer forms of that name and its last words are names too, a single last word only
    in context. What shares nothing with it is a pronoun or a short form, and none. Spellings that folding makes equal
    count once.
    """
    known = _folded(usual)
    others: dict[str, str] = {}
    ambiguous: dict[str, str] = {}
    for quote in seen:
        name = unquoted(quote)
        folded = _folded(name)
        key = " ".join(folded)
        if folded == known or not folded or key.replace(" ", "").isdecimal():
            continue
        longer = folded[: len(known)] == known and len(folded) <= len(known) + _MOST_MORE
        shorter = len(folded) < len(known) and known[-len(folded) :] == folded
        if longer or (shorter and len(folded) > 1):
            others.setdefault(key, name)
        elif shorter:
            ambiguous.setdefault(key, name)
    return tuple(others.values()), tuple(ambiguous.values())


def unquoted(name: str) -> str:
    """A name without quotation marks."""
    return " ".join(_MARKS.sub(" ", name).split())


def _folded(name: str) -> list[str]:
    return fold_text(unquoted(name)).split()
