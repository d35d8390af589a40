"""HTML: one page is one document, whose text is that of its article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.model import Document
from kg.readers.article import article
from kg.readers.assembling import assemble, too_large
from kg.readers.charset import decode_page
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError, Unreadable


def read_html(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Document | Unreadable]:
    """The one article in ``stream``. Reads at most one byte more than the limit."""
    data = stream.read(settings.limit + 1)
    try:
        if len(data) > settings.limit:
            raise too_large(settings.limit)
        text, stated = article(decode_page(data))
        yield assemble(text, name, settings, stated)
    except RefusedError as error:
        yield error.of(name)
