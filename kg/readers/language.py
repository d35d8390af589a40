"""Tells Arabic from English by the script, and checks by it what a document says of its language."""

from __future__ import annotations

import re

_SAMPLE = 20_000
_LETTERS = {
    "arabic": re.compile(
        r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc]"
    ),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]"),
}
_ENOUGH = 0.1
"""Share of the letters from which a script counts as one that the text is written in: names alone do not reach it."""


def detect_language(text: str) -> str:
    """``ar`` where at least half of the letters are of the Arabic script, else ``en``.

    Only Arabic and Latin letters count, of the first 20,000 characters. A text with neither is taken as
    Arabic. Other languages of these scripts are not told apart: a user names them.
    """
    counts = _counts(text)
    return "ar" if counts["arabic"] >= counts["latin"] else "en"


def may_be(text: str, language: str) -> bool:
    """Whether ``text`` can be in ``language``: whether at least a tenth of its letters are of its script.

    A language whose script is not listed, and a text without Arabic and Latin letters, are taken at their word.
    """
    from kg.languages.scripts import scripts

    script = scripts().get(language)
    counts = _counts(text)
    return script is None or counts[script] >= _ENOUGH * sum(counts.values())


def is_other_script(text: str, language: str | None = None) -> bool:
    """Whether most letters of ``text`` are neither Arabic nor Latin, while ``language``, if stated, is written so."""
    if language is not None:
        from kg.languages.scripts import scripts

        if language not in scripts():
            return False
    known, sample = sum(_counts(text).values()), text[:_SAMPLE]
    # Letter by letter only where there is reason to: half of any ordinary text is known letters.
    return known * 4 < len(sample) and sum(map(str.isalpha, sample)) > 2 * known


def _counts(text: str) -> dict[str, int]:
    sample = text[:_SAMPLE]
    return {script: len(letters.findall(sample)) for script, letters in _LETTERS.items()}
