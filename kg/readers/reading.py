"""Reads whatever paths a user gives, one document or one refusal at a time."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Document, Origin
from kg.readers.detecting import detect_format
from kg.readers.finding import files_under, printable, refusal, refuse_endless
from kg.readers.formats import ARTICLES, READERS, format_of, is_packed, unsupported
from kg.readers.metadata import language_code, partial_date, web_address
from kg.readers.notes import Notes
from kg.readers.settings import DEFAULT_LIMIT, Settings
from kg.readers.sidecar import read_sidecar
from kg.readers.unpacking import unpacked
from kg.readers.unreadable import RefusedError, Unreadable


def read_documents(
    paths: Sequence[str],
    *,
    language: str | None = None,
    date: str | None = None,
    source: str | None = None,
    url: str | None = None,
    form: str | None = None,
    stdin: BinaryIO | None = None,
    limit: int = DEFAULT_LIMIT,
    note: Callable[[str], None] | None = None,
    claims_later: bool = False,
) -> Iterator[Document | Unreadable]:
    """The documents at ``paths``, in the order given: files, folders, or ``-`` for standard input.

    ``language``, ``date`` (ISO 8601: day, month or year), ``source`` and ``url`` hold for every document that
    does not state its own, in itself or in a sidecar. ``form`` (of ``kg.readers.FORMATS``) is the format of
    files that are named and of standard input; without it the ending of a name decides, and for a stream its
    beginning. ``limit`` is in bytes a document. ``note`` hears of documents that are read otherwise than they
    were declared. ``claims_later`` leaves claims for ``with_claims`` to read, in whatever process that is called.
    An input that cannot be read comes as an ``Unreadable``, and the ones after it are still read. Raises
    ``InputError`` at once for a date, language or address that does not parse.
    """
    try:
        settings = Settings(
            language=language_code(language) if language is not None else None,
            date=partial_date(date) if date is not None else None,
            source=source,
            url=web_address(url) if url is not None else None,
            limit=limit,
            notes=Notes(note),
            claims_later=claims_later,
        )
    except RefusedError as error:
        raise InputError("what was said of the documents", error.problem, error.way_out) from error
    return _read(paths, settings, form, stdin)


def _read(
    paths: Sequence[str], settings: Settings, form: str | None, stdin: BinaryIO | None
) -> Iterator[Document | Unreadable]:
    for path in paths:
        try:
            if path == "-":
                yield from _stream(sys.stdin.buffer if stdin is None else stdin, "-", settings, form)
                continue
            for found in files_under(Path(path)):
                if isinstance(found, Unreadable):
                    yield found
                elif found == Path(path):
                    yield from _named(found, printable(path), settings, form)
                else:
                    yield from _found(found, printable(found), settings)
        except RefusedError as error:
            yield error.of(printable(path))
        except OSError as error:
            yield refusal(error).of(printable(path))
    settings.notes.finish()


def _named(path: Path, name: str, settings: Settings, form: str | None) -> Iterator[Document | Unreadable]:
    """A file that the user named: whatever it is, if only its format is known or can be seen."""
    form = form or format_of(path)
    if form is None and stat.S_ISREG(path.stat().st_mode):
        raise unsupported(path)
    yield from _file(path, name, settings, form)


def _found(path: Path, name: str, settings: Settings) -> Iterator[Document | Unreadable]:
    """A file that a folder holds."""
    try:
        refuse_endless(path)
        yield from _file(path, name, settings, format_of(path))
    except RefusedError as error:
        yield error.of(name)
    except OSError as error:
        yield refusal(error).of(name)


def _file(path: Path, name: str, settings: Settings, form: str | None) -> Iterator[Document | Unreadable]:
    if form in ARTICLES or form is None:
        settings = replace(settings, sidecar=read_sidecar(path, name))
    if form is not None and path.is_file():
        settings = replace(settings, origin=Origin(str(path.absolute()), form))
    with path.open("rb") as stream:
        yield from _stream(unpacked(stream) if is_packed(path) else stream, name, settings, form)


def _stream(
    stream: BinaryIO, name: str, settings: Settings, form: str | None
) -> Iterator[Document | Unreadable]:
    if form is None:
        form, stream = detect_format(stream)
    yield from READERS[form](stream, name, settings)
