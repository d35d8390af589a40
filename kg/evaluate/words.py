"""Reads what a record says, held against the text and the ontology: an offset that lies is an error."""

from __future__ import annotations

from collections.abc import Collection

from kg.evaluate.argument import Argument
from kg.evaluate.records import Record
from kg.model import Modality


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


def checked_relation(record: Record, relations: Collection[str]) -> tuple[str, Modality]:
    """The relation that a claim names, which must be one of ``relations``, and its modality. Raises ``InputError``."""
    predicate, modality = record.text("predicate"), record.text("modality")
    if predicate not in relations:
        raise record.refuse(
            f"{predicate!r} is no relation of the ontology", f"use one of: {', '.join(relations)}"
        )
    if modality not in list(Modality):
        raise record.refuse(f"{modality!r} is no modality", f"use one of: {', '.join(Modality)}")
    return predicate, Modality(modality)
