"""Folding: one spelling for the many ways to write the same letters, with a map back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیېۍےئ", "ي"),
    **dict.fromkeys("ةۃۀەہھ", "ه"),
    **dict.fromkeys("کڪګگ", "ك"),
    "ؤ": "و",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "،": ",",
    "٬": ",",
    "؛": ";",
    "؟": "?",
    "…": "...",
    **dict.fromkeys("«»“”„‟‹›〝〞″＂", '"'),
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_DROPPED = {"ـ", "\ufeff", "\u00ad"}
"""Tatweel, the byte order mark and the soft hyphen carry no letter."""
_DROPPED_CATEGORIES = {"Mn", "Me", "Cf"}
"""Vowel marks, enclosing marks, and invisible controls (zero width, bidi)."""
_SEPARATORS = re.compile(r"[-_/,.:()\"]+")
_WITHOUT_SOUND = str.maketrans("", "", "'ʿʾ")
ARTICLES = frozenset({"al", "el", "the", "of", "ال"})
"""Words without which a name is the same."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. ``origins[i]`` is the offset, in the original, of the character that became ``text[i]``."""

    text: str
    origins: array[int]
    original_length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the original that ``text[start:end]`` came from; ``start < end``.

        Marks and controls behind the last letter belong to the range, those before the first do not.
        """
        stop = self.origins[end] if end < len(self.origins) else self.original_length
        return self.origins[start], max(stop, self.origins[start] + 1)


_MOST_KEPT = 65_536
"""Characters whose folding is kept: more than any text needs, and a bound for one that holds all of Unicode."""


class _Foldings(dict[int, str]):
    """Code point to what it folds to, worked out when it is first met, in the form that ``str.translate`` takes."""

    def __missing__(self, point: int) -> str:
        folded = _fold_character(chr(point))
        if len(self) < _MOST_KEPT:
            self[point] = folded
        return folded


_FOLDINGS = _Foldings()


def _fold_character(character: str) -> str:
    if character in _DROPPED:
        return ""
    if character in _LETTERS:
        return _LETTERS[character]
    category = unicodedata.category(character)
    if category in _DROPPED_CATEGORIES:
        return ""
    if category in {"Zs", "Zl", "Zp"}:
        return " "
    digit = unicodedata.digit(character, None) if category == "Nd" else None
    if digit is not None:
        return str(digit)
    if character.isascii():
        return character.lower()
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed == character:
        return character.casefold()
    # A mark that stands alone, such as U+FE76, decomposes into a space to carry it, where no word ends.
    return decomposed.lstrip(" ").translate(_FOLDINGS)


def fold(text: str) -> Folded:
    """Fold ``text`` and keep, for each folded character, where it came from.

    One spelling for hamza seats and alef, final ya and Farsi ya, ta marbuta and ha, presentation forms, digits and
    quotation marks; tatweel, vowel marks and invisible controls go; Latin letters lose case and accents.
    """
    folded = text.translate(_FOLDINGS)
    widths = {character: len(_FOLDINGS[ord(character)]) for character in set(text)}
    moved = {character for character, width in widths.items() if width != 1}
    if not moved:
        return Folded(folded, array("l", range(len(text))), len(text))
    origins = array("l")
    start = 0
    for offset, character in enumerate(text):
        if character in moved:
            origins.extend(range(start, offset))
            origins.extend([offset] * widths[character])
            start = offset + 1
    origins.extend(range(start, len(text)))
    return Folded(folded, origins, len(text))


def fold_letters(text: str) -> str:
    """The folded text alone, with all its white space."""
    return text.translate(_FOLDINGS)


def fold_text(text: str) -> str:
    """The folded text alone, with runs of white space made one space: for comparing names."""
    return " ".join(text.translate(_FOLDINGS).split())


def fold_texts(texts: Sequence[str]) -> list[str]:
    """``fold_text`` of each of many short texts, in a small part of the time."""
    lines = "\n".join(texts).translate(_FOLDINGS).split("\n")
    if len(lines) != len(texts):
        return [fold_text(text) for text in texts]
    return [" ".join(line.split()) for line in lines]


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without articles: what two spellings of one name have in common."""
    folded = _SEPARATORS.sub(" ", fold_text(name)).translate(_WITHOUT_SOUND).split()
    bare = (word[2:] if word.startswith("ال") and len(word) > 4 else word for word in folded)
    return tuple(word for word in bare if word not in ARTICLES) or tuple(folded)


def visible_letters(written: str) -> str:
    """``written`` without marks and letters that nobody sees, its other letters as they are spelled."""
    return unicodedata.normalize("NFKC", "".join(letter for letter in written if fold_text(letter)))
