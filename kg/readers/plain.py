"""Plain text: one file or stream is one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.model import Document
from kg.readers.assembling import assemble, too_large
from kg.readers.decoding import decode
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError, Unreadable


def read_plain(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Document | Unreadable]:
    """The one document in ``stream``. Reads at most one byte more than the limit."""
    data = stream.read(settings.limit + 1)
    try:
        if len(data) > settings.limit:
            raise too_large(settings.limit)
        yield assemble(decode(data), name, settings)
    except RefusedError as error:
        yield error.of(name)
