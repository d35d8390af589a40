"""Reads the words that a record points to, and holds them against the text: an offset that lies is an error."""

from __future__ import annotations

from kg.evaluate.argument import Argument
from kg.evaluate.records import Record


def argument(record: Record, text: str, *, id_key: str, label_key: str) -> Argument:
    """The argument that ``record`` describes. Raises ``InputError`` where its words do not stand in ``text``."""
    start, end, words = checked_words(record, text, "text")
    return Argument(record.text(id_key), record.text(label_key), start, end, words)


def checked_words(record: Record, text: str, key: str) -> tuple[int, int, str]:
    """Start, end and words, where ``record`` calls the words ``key``; ``text[start:end]`` are those words."""
    start, end, words = record.offset("start"), record.offset("end"), record.text(key)
    if text[start:end] != words:
        raise record.refuse(
            f"the text from {start} to {end} reads {text[start:end]!r}, not {words!r}",
            "give half-open offsets in code points into the text as it is",
        )
    return start, end, words
