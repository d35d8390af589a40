"""The words round a claim, so that who reads a list of errors sees what was said."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?؟][\"»”]?(?=\s)|\n")


def sentence_round(text: str, start: int, end: int) -> str:
    """The sentence or sentences of ``text`` in which ``[start, end)`` lies, on one line."""
    before = [match.end() for match in _END.finditer(text, 0, start)]
    behind = _END.search(text, end)
    return " ".join(text[before[-1] if before else 0 : behind.end() if behind else len(text)].split())
