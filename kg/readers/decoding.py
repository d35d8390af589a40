"""Bytes -> text, exactly: no guessing of encodings and no translation of line ends."""

from __future__ import annotations

import codecs

from kg.readers.foreign import by_beginning
from kg.readers.unreadable import RefusedError

_CONVERT = (
    "save it as UTF-8, or convert it, from the Arabic encoding of Windows for example: "
    "iconv -f cp1256 -t utf-8 OLD > NEW"
)
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(data: bytes) -> str:
    """The text that ``data`` spells: UTF-8, or UTF-16 where a byte order mark says so.

    The byte order mark is not part of the text; everything else is, so that offsets are true. Raises
    ``RefusedError`` for binary data and for bytes that spell nothing, naming the byte (from 0).
    """
    refuse_foreign(data)
    encoding = _UTF16.get(data[:2])
    mark = 2 if encoding else len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    if encoding is None and b"\0" in data:
        raise _binary(data.index(b"\0"))
    try:
        text = data[mark:].decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        written = encoding.upper()[:6] if encoding else "UTF-8"
        raise RefusedError(
            f"not {written} text: byte {error.start + mark} cannot be decoded",
            _CONVERT,
            kind=f"not {written} text",
        ) from error
    if "\0" in text:
        raise _binary(mark + len(text[: text.index("\0")].encode(encoding or "utf-8")))
    return text


def refuse_foreign(data: bytes) -> None:
    """Raises ``RefusedError`` for a file of another format that ``data`` is the beginning of."""
    foreign = by_beginning(data)
    if foreign is not None:
        what, way_out = foreign
        raise RefusedError(f"not text: its beginning is that of {what}", way_out)


def _binary(offset: int) -> RefusedError:
    return RefusedError(
        f"not text: byte {offset} is NUL, so this is a binary file",
        "give the article as plain text",
        kind="not text but binary data",
    )
