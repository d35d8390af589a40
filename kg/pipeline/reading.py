"""Whatever a caller gives as input, as documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from kg.model import Document
from kg.readers import Unreadable, read_documents

Input: TypeAlias = str | Path | Document | Unreadable
"""A path (a file, a folder, or ``-``), or what ``kg.readers.read_documents`` gave."""


def documents_of(inputs: Iterable[Input]) -> Iterator[Document | Unreadable]:
    """The documents of all inputs, in order, one at a time."""
    for given in inputs:
        if isinstance(given, Document | Unreadable):
            yield given
        else:
            yield from read_documents([str(given)])
