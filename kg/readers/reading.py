"""Reads whatever paths a user gives, one document or one refusal at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Document
from kg.readers.finding import files_under, printable, refusal
from kg.readers.formats import reader_for
from kg.readers.metadata import language_code, partial_date, web_address
from kg.readers.plain import read_plain
from kg.readers.settings import DEFAULT_LIMIT, Settings
from kg.readers.unreadable import RefusedError, Unreadable


def read_documents(
    paths: Sequence[str],
    *,
    language: str | None = None,
    date: str | None = None,
    source: str | None = None,
    url: str | None = None,
    stdin: BinaryIO | None = None,
    limit: int = DEFAULT_LIMIT,
) -> Iterator[Document | Unreadable]:
    """The documents at ``paths``, in the order given: files, folders, or ``-`` for plain text on stdin.

    ``language``, ``date`` (ISO 8601: day, month or year), ``source`` and ``url`` hold for every document that
    does not state its own. ``limit`` is in bytes a document. An input that cannot be read comes as an
    ``Unreadable``, and the ones after it are still read. Raises ``InputError`` at once for a date, language
    or address that does not parse.
    """
    try:
        settings = Settings(
            language=language_code(language) if language is not None else None,
            date=partial_date(date) if date is not None else None,
            source=source,
            url=web_address(url) if url is not None else None,
            limit=limit,
        )
    except RefusedError as error:
        raise InputError("what was said of the documents", error.problem, error.way_out) from error
    return _read(paths, settings, stdin)


def _read(
    paths: Sequence[str], settings: Settings, stdin: BinaryIO | None
) -> Iterator[Document | Unreadable]:
    for path in paths:
        if path == "-":
            yield from read_plain(sys.stdin.buffer if stdin is None else stdin, "-", settings)
            continue
        try:
            for found in files_under(Path(path)):
                if isinstance(found, Unreadable):
                    yield found
                    continue
                yield from _read_file(found, printable(path if found == Path(path) else found), settings)
        except RefusedError as error:
            yield error.of(printable(path))
        except OSError as error:
            yield refusal(error).of(printable(path))


def _read_file(path: Path, name: str, settings: Settings) -> Iterator[Document | Unreadable]:
    try:
        reader = reader_for(path)
        with path.open("rb") as stream:
            yield from reader(stream, name, settings)
    except RefusedError as error:
        yield error.of(name)
    except OSError as error:
        yield refusal(error).of(name)
