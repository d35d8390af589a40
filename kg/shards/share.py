"""Which share of a corpus a text belongs to, and how the files of a share are called."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kg.model import Document
from kg.readers import Unreadable
from kg.shards.errors import BadShareError

MOST = 100_000
"""Shares that a corpus can be divided into."""
_GIVEN = re.compile(r"(\d{1,6})/(\d{1,6})")
_NAME = re.compile(r"shard-(\d+)-of-(\d+)")


@dataclass(frozen=True, slots=True, order=True)
class Share:
    """One of ``count`` shares; ``number`` begins at 1."""

    count: int
    number: int

    @classmethod
    def parse(cls, given: str) -> Self:
        """The share that is written ``3/16``. Raises ``BadShareError``."""
        match = _GIVEN.fullmatch(given)
        if match is None or not 1 <= int(match[1]) <= int(match[2]) <= MOST:
            raise BadShareError(given)
        return cls(int(match[2]), int(match[1]))

    @classmethod
    def of_file(cls, path: Path) -> Self | None:
        """The share whose file this is, by its name; None for another file."""
        match = _NAME.match(path.name)
        return None if match is None else cls(int(match[2]), int(match[1]))

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    @property
    def name(self) -> str:
        """What all its files are called, without their endings."""
        return f"shard-{self.number:05d}-of-{self.count:05d}"

    def documents(self, folder: Path) -> Path:
        """The documents that were dealt out to it."""
        return folder / f"{self.name}.documents.jsonl"

    def quads(self, folder: Path) -> Path:
        """The graphs of its documents: packed N-Quads."""
        return folder / f"{self.name}.nq.gz"

    def manifest(self, folder: Path) -> Path:
        """What it holds, and what made it."""
        return folder / f"{self.name}.json"


def shares(count: int) -> tuple[Share, ...]:
    """All shares of a corpus that is divided into ``count``."""
    return tuple(Share(count, number) for number in range(1, count + 1))


def share_of(given: Document | Unreadable, count: int) -> Share:
    """The share of a document, which depends on its text alone; of what cannot be read, on its name."""
    key = given.sha256 if isinstance(given, Document) else hashlib.sha256(str(given).encode()).hexdigest()
    return Share(count, int(key[:15], 16) % count + 1)
