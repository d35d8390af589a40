"""Tells Arabic that was saved as it looks on paper, letter by letter from the left, from Arabic as it is read."""

from __future__ import annotations

import re
import unicodedata

_SAMPLE = 20_000
_PRESENTATION = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
_MARKS = re.compile(r"[\u0640\u064b-\u065f\u0670]")
# Ta marbuta stands at the end of a word and nowhere else: before a suffix it turns into an ordinary ta.
_AT_START = re.compile(r"(?<![\u0620-\u06ff])ة[\u0620-\u064a]{2}")
_AT_END = re.compile(r"[\u0620-\u064a]{2}ة(?![\u0620-\u06ff])")
_FEWEST = 2


def is_visual_order(text: str) -> bool:
    """Whether words of ``text`` begin with ta marbuta, at least twice and more often than they end in it.

    Of the first 20,000 characters, in whatever presentation forms they are written.
    """
    sample = text[:_SAMPLE]
    if _PRESENTATION.search(sample):
        sample = unicodedata.normalize("NFKC", sample)
    if len(_AT_START.findall(sample)) < _FEWEST:
        return False
    plain = _MARKS.sub("", sample)
    backwards = len(_AT_START.findall(plain))
    return backwards >= _FEWEST and backwards > len(_AT_END.findall(plain))
