"""JSON Lines: one document a line, each read or refused by itself; or one claim a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from kg.model import Document
from kg.readers.assembling import assemble, too_large
from kg.readers.claims import is_claim, read_claims
from kg.readers.record import METADATA, parse_record, stated_in
from kg.readers.seen import Seen
from kg.readers.settings import Settings
from kg.readers.unreadable import RefusedError, Unreadable

NAMED = 20
"""Lines of one file that are refused by number. The others are counted by what is wrong with them."""


def read_json_lines(stream: BinaryIO, name: str, settings: Settings) -> Iterator[Document | Unreadable]:
    """The documents in ``stream``, in order: objects with ``id``, ``text`` and the metadata they state.

    The metadata are title, date, source, author, url and language; other keys are left alone, null means
    absent, blank lines are skipped. A document is called by its ``id``, and no two may have the same.
    Memory does not grow with the lines that are refused, and by a few bytes for each that is read. A file whose first
    line is a claim holds claims (``kg.readers.claims``).
    """
    lines = _lines(stream, settings.limit)
    first = next(lines, None)
    if first is not None and first[1] is not None and is_claim(first[1]):
        yield from read_claims(chain([first], lines), name, settings.origin, later=settings.claims_later)
    else:
        yield from _read_documents(lines if first is None else chain([first], lines), name, settings)


def _read_documents(
    lines: Iterator[tuple[int, bytes | None]], name: str, settings: Settings
) -> Iterator[Document | Unreadable]:
    read_any = False
    refused: Counter[str] = Counter()
    seen = Seen()
    for number, line in lines:
        if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        read_any = True
        try:
            document = _document(line, settings, seen)
        except RefusedError as error:
            refused[error.kind] += 1
            if refused.total() <= NAMED:
                yield error.of(name, number)
        else:
            yield document
    if not read_any:
        yield Unreadable(
            name, "there is no document in it", "give one JSON object a line, or leave the file out"
        )
    if refused.total() > NAMED:
        yield _rest(name, refused)


def _rest(name: str, refused: Counter[str]) -> Unreadable:
    kinds = ", ".join(f"{kind} ({count:,})" for kind, count in refused.most_common())
    return Unreadable(
        name,
        f"{refused.total() - NAMED:,} more lines cannot be read. In all: {kinds}",
        "mend the program that writes this file",
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


def _document(line: bytes | None, settings: Settings, seen: Seen) -> Document:
    if line is None:
        raise too_large(settings.limit)
    record = parse_record(line)
    for key in ("id", "text"):
        if record.get(key) in (None, ""):
            raise RefusedError(
                f"the record has no {key!r}", 'write {"id": "…", "text": "…"} and what else is known'
            )
    stated = stated_in(record, "id", "text", *METADATA)
    if "id" not in stated:
        raise RefusedError("the record has a blank 'id'", "give each document an id of its own")
    document = assemble(stated.pop("text"), stated.pop("id"), settings, stated)
    if not seen.add(document.name):
        raise RefusedError(
            f"the id {document.name!r} stands on a line before",
            "give each document an id of its own",
            kind="its id stands on a line before",
        )
    return document
