"""Writes small sets of annotated passages to disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = "قصفت قوات النظام السوري بلدة سراقب، وقالت جبهة النصرة إنها ستقاتل حزب الله."
"""A passage that the extractor reads claims from."""


def words(name: str, text: str, within: str = TEXT) -> dict[str, Any]:
    """A mention of ``text`` as it stands in the passage."""
    start = within.index(text)
    return {"name": name, "start": start, "end": start + len(text), "text": text}


def gold_claim(**changed: Any) -> dict[str, Any]:
    """One annotated claim of the passage, with some of its fields changed."""
    return {
        "subject": words("Syrian regime forces", "قوات النظام السوري"),
        "predicate": "attacks",
        "object": words("Saraqib", "بلدة سراقب"),
        "attributed_to": None,
        "modality": "asserted",
        "required": True,
        **changed,
    }


def gold_line(*claims: dict[str, Any], id_: str = "p1", **changed: Any) -> dict[str, Any]:
    """One line of annotations."""
    return {"id": id_, "actors": [words("Hezbollah", "حزب الله")], "claims": list(claims), **changed}


def found_line(**changed: Any) -> dict[str, Any]:
    """One claim as ``kg extract --format jsonl`` writes it."""

    def named(id_: str, text: str) -> dict[str, Any]:
        return {**words(id_, text), "id": id_, "label": id_, "type": "Actor"}

    return {
        "claim": "c",
        "document": "p1",
        "language": "ar",
        "subject": named("syrian-government-forces", "قوات النظام السوري"),
        "predicate": "attacks",
        "object": named("saraqib", "سراقب"),
        "modality": "asserted",
        "attributed_to": [],
        "place": None,
        "date": None,
        "evidence": {"start": 0, "end": 34, "quote": TEXT[:34]},
        "confidence": 0.9,
        "rule": "ar.shell.verb",
        "extractor": "made/1",
        **changed,
    }


def write_lines(path: Path, *records: Any) -> Path:
    """Writes records as JSON Lines; a string is written as it is."""
    lines = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def write_set(folder: Path, *lines: Any, name: str = "ar", passages: int = 1, prefix: str = "p") -> Path:
    """Writes passages that all have the same text, and annotations for them; gives the file of annotations."""
    texts = ({"id": f"{prefix}{number}", "language": "ar", "text": TEXT} for number in range(1, passages + 1))
    write_lines(folder / f"{name}.jsonl", *texts)
    return write_lines(folder / f"{name}.gold.jsonl", *lines)
