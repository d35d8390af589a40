"""Tells by its beginning what a stream without a name holds."""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO

from kg.readers.unpacking import unpacked

_HEAD = 1024
_GZIP = b"\x1f\x8b"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_TURTLE = re.compile(r"\s*(?:#[^\n]*\n\s*)*(?:@prefix|@base|prefix|base)\s[^<\n]*<", re.IGNORECASE)
_N_QUADS = re.compile(r"\s*(?:#[^\n]*\n\s*)*<[a-z]+:[^<>\s]*>\s+<[a-z]+:[^<>\s]*>\s")
_JSON_LINES = re.compile(r'\s*\{\s*(?:"|\})')


def detect_format(stream: BinaryIO) -> tuple[str, BinaryIO]:
    """``txt``, ``html``, ``jsonl``, ``trig`` or ``nq``, and the stream from its beginning, unpacked where it is gzip.

    JSON Lines begin with an object, HTML with its doctype or one of the elements that open a page, Turtle with a
    prefix, N-Triples with two IRIs; all else is plain text. TriG is read as Turtle is, and N-Quads as N-Triples.
    """
    head, stream = _look_ahead(stream)
    if head.startswith(_GZIP):
        head, stream = _look_ahead(unpacked(stream))
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    beginning = head.removeprefix(codecs.BOM_UTF8).decode("utf-16" if wide else "latin-1", errors="replace")
    if _JSON_LINES.match(beginning):
        return "jsonl", stream
    if _TURTLE.match(beginning):
        return "trig", stream
    if _N_QUADS.match(beginning):
        return "nq", stream
    return "html" if _HTML.match(beginning) else "txt", stream


def _look_ahead(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    head = stream.read(_HEAD)
    return head, io.BufferedReader(_Joined(head, stream))


class _Joined(io.RawIOBase):
    """What was read ahead, and then the rest of the stream, which closing this does not close."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    # The buffer's type has no name before Python 3.12.
    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(data)] = data
        return len(data)
