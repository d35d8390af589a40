"""Tells Arabic from English by the script, for documents that do not say."""

from __future__ import annotations

import re

_SAMPLE = 20_000
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def detect_language(text: str) -> str:
    """``ar`` where at least half of the letters are of the Arabic script, else ``en``.

    Only Arabic and Latin letters count, of the first 20,000 characters. A text with neither is taken as
    Arabic. Other languages of these scripts are not told apart: a user names them.
    """
    sample = text[:_SAMPLE]
    return "ar" if len(_ARABIC.findall(sample)) >= len(_LATIN.findall(sample)) else "en"
