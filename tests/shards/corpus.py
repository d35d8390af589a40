"""A small corpus with all that can come in one: repeated texts, what no pack reads, what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

from kg.pipeline import LoadReport, load
from kg.readers import read_documents
from kg.shards.executor import Local
from kg.shards.extracting import Extracted, extract_shards
from kg.shards.share import shares
from kg.store import digest, open_store

BASE = "https://w3id.org/rawabit/"
_SENTENCES = (
    "دعم حزب الله قوات النظام السوري في حلب.",
    "قصف الطيران الروسي مواقع جبهة النصرة في إدلب.",
    "نفى الجيش السوري الحر أن يكون قد انسحب من حمص.",
)
SIZE = 24
"""Texts that can be read and extracted, each counted once."""


def write_corpus(folder: Path, *, size: int = SIZE) -> Path:
    """A file of JSON Lines with ``size`` texts, two of which come again otherwise."""
    lines: list[object] = [
        {
            "id": f"d{number}",
            "text": f"{_SENTENCES[number % 3]} {_SENTENCES[number % 2]} ({number})",
            "language": "ar",
        }
        for number in range(size)
    ]
    again = [
        {**line, "id": f"again {line['id']}", "title": "العنوان"}
        for line in lines[:2]
        if isinstance(line, dict)
    ]
    strange = {"id": "français", "text": "La Russie soutient la Syrie.", "language": "fr"}
    path = folder / "corpus.jsonl"
    path.write_text(
        "".join(json.dumps(line) + "\n" for line in (*lines, *again, strange)) + "this is not JSON\n",
        encoding="utf-8",
    )
    return path


def made(path: Path, folder: Path, *, count: int = 4, jobs: int = 1) -> Extracted:
    """All shards of a corpus."""
    return extract_shards(read_documents([str(path)]), folder, shares(count), Local(jobs), base=BASE)


def loaded_alone(path: Path, store: Path) -> tuple[LoadReport, str]:
    """What loading the corpus by one process gives, and the digest of that store."""
    with open_store(store) as opened:
        return load([path], opened), digest(opened.quads())


def digest_of(store: Path) -> str:
    """The digest of all quads of a store."""
    with open_store(store, read_only=True) as opened:
        return digest(opened.quads())


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder with their contents."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
