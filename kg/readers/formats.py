"""Which reader reads which kind of file: a further format is one entry here and one file beside this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from kg.model import Document
from kg.readers.jsonlines import read_json_lines
from kg.readers.plain import read_plain
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError, Unreadable

Reader = Callable[[BinaryIO, str, Settings], Iterator[Document | Unreadable]]

_READERS: Mapping[str, Reader] = MappingProxyType({".jsonl": read_json_lines, ".txt": read_plain})

SUFFIXES = tuple(sorted(_READERS))
"""The endings of file names that can be read, in lower case with their dot."""


def reader_for(path: Path) -> Reader:
    """The reader for a file, by the end of its name, in any case. Raises ``RefusedError``."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        kind = f"{path.suffix} files are" if path.suffix else "a file without an ending such as .txt is"
        raise RefusedError(
            f"{kind} not a supported format (supported: {', '.join(SUFFIXES)})",
            "convert it to plain text, or pass its text on standard input as '-'",
        )
    return reader
