"""JSON Lines: one document a line, each read or refused by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.model import Document
from kg.readers.assembling import assemble, too_large
from kg.readers.decoding import decode
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError, Unreadable

_METADATA = ("title", "date", "source", "url", "language")


def read_json_lines(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Document | Unreadable]:
    """The documents in ``stream``, in order: objects with ``id``, ``text`` and the metadata they state.

    The metadata are title, date, source, url and language; other keys are left alone, null means absent,
    blank lines are skipped. A document is called by its ``id``.
    """
    read_any = False
    for number, line in _lines(stream, settings.limit):
        if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        read_any = True
        try:
            yield _document(line, settings)
        except RefusedError as error:
            yield error.of(name, number)
    if not read_any:
        yield Unreadable(
            name, "there is no document in it", "give one JSON object a line, or leave the file out"
        )


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number, from 1; None for one that passes the limit, which is never held whole."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(65_536)
        yield number, None


def _document(line: bytes | None, settings: Settings) -> Document:
    if line is None:
        raise too_large(settings.limit)
    record = _record(line)
    name = record.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        record["id"] = str(name)
    for key in ("id", "text"):
        if record.get(key) in (None, ""):
            raise RefusedError(
                f"the record has no {key!r}", 'write {"id": "…", "text": "…"} and what else is known'
            )
    fields = {
        key: _words(key, record[key]) for key in ("id", "text", *_METADATA) if record.get(key) is not None
    }
    stated = {key: value for key, value in fields.items() if key in _METADATA and value.strip()}
    return assemble(fields["text"], fields["id"], settings, stated)


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(decode(line))
    except json.JSONDecodeError as error:
        raise RefusedError(
            f"not JSON: {error.msg} at character {error.pos + 1}", "write one JSON object on each line"
        ) from error
    except RecursionError as error:
        raise RefusedError("nested too deep", "write one flat JSON object on each line") from error
    except ValueError as error:
        # json has no error of its own for a number with more digits than Python converts.
        raise RefusedError(
            "not JSON that can be read: a number is too long", "write such an id as a string"
        ) from error
    if not isinstance(record, dict):
        raise RefusedError("not a JSON object", 'write {"id": "…", "text": "…"} on each line')
    return record


def _words(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise RefusedError(f"{key!r} is not a string", "write it in quotation marks")
    if "\0" in value:
        raise RefusedError(f"{key!r} holds the character NUL", "remove it")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        found = f"\\u{ord(value[error.start]):04x}"
        raise RefusedError(
            f"{key!r} holds half of a surrogate pair, {found}, at character {error.start + 1}",
            "write the whole character, or remove the escape",
        ) from error
    return value
