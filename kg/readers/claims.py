"""JSON Lines of claims, as ``kg extract --format jsonl`` writes them: one document for all its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from kg.jsonl import claim_of, document_of
from kg.model import Claim, Document, Origin, ToldClaims
from kg.readers.record import parse_record
from kg.readers.seen import Seen
from kg.readers.unreadable import RefusedError, Unreadable

_Line = tuple[int, bytes | None]
_WAY_OUT = "write the claims anew with: kg extract PATH --format jsonl"


def is_claim(line: bytes) -> bool:
    """Whether a line is a claim and not a document: by its keys, without reading all of it."""
    return line.lstrip(b"\xef\xbb\xbf \t").startswith(b'{"claim":')


def read_claims(
    lines: Iterator[_Line], name: str, origin: Origin | None = None, *, later: bool = False
) -> Iterator[Document | Unreadable]:
    """The documents that the claims in ``lines`` are about, with these claims and without their texts.

    ``lines`` are numbered from 1; None stands for one that is too long. ``origin`` is the file they stand in. The
    claims of a document stand together; one that comes again later is refused, and so is a document one of whose lines
    cannot be read. ``later`` leaves it to ``with_claims`` to read them.
    """
    seen = Seen()
    for _, together in groupby(_records(lines), key=_key):
        numbered = list(together)
        document = _about(numbered[0], name)
        if isinstance(document, Document):
            told = ToldClaims(name, tuple((number, line) for number, line, _ in numbered))
            document = replace(document, told=told, origin=origin)
            if not later:
                document = _read(document, ((number, record) for number, _, record in numbered))
        if isinstance(document, Document) and not seen.add(document.sha256):
            refusal = RefusedError(
                f"{document.name}: claims of this document stand on lines before, apart from these",
                "sort the lines by document",
            )
            yield refusal.of(name, numbered[0][0])
        else:
            yield document


def with_claims(document: Document) -> Document | Unreadable:
    """The document with the claims that were to be read later; one without such as it is."""
    if document.told is None:
        return document
    return _read(document, ((number, parse_record(line)) for number, line in document.told.lines))


_Record = tuple[int, bytes, dict[str, Any] | RefusedError]


def _records(lines: Iterator[_Line]) -> Iterator[_Record]:
    for number, line in lines:
        if line is None:
            yield number, b"", RefusedError("the line is too long", _WAY_OUT)
        elif line.strip():
            try:
                yield number, line, parse_record(line)
            except RefusedError as error:
                yield number, line, error


def _key(numbered: _Record) -> object:
    """What the lines of one document share; a line that cannot be read stands alone."""
    number, _, record = numbered
    if isinstance(record, RefusedError):
        return number
    about = record.get("about")
    sha256 = about.get("sha256") if isinstance(about, dict) else None
    return sha256 if isinstance(sha256, str) else number


def _about(numbered: _Record, name: str) -> Document | Unreadable:
    """The document that a line is about, without any claim."""
    number, _, record = numbered
    if isinstance(record, RefusedError):
        return record.of(name, number)
    try:
        return document_of(record)
    except _OTHERWISE as error:
        problem = f"the line does not say which document it is about ({_reason(error)})"
        return Unreadable(name, problem, _WAY_OUT, number)


def _read(document: Document, records: Iterable[tuple[int, Any]]) -> Document | Unreadable:
    """The document with the claims in ``records``, which stand for those that were told."""
    claims: list[Claim] = []
    for number, record in records:
        try:
            claims.append(claim_of(record, document.sha256))
        except _OTHERWISE as error:
            assert document.told is not None
            problem = f"not a claim ({_reason(error)}); {document.name} is left out"
            return Unreadable(document.told.file, problem, _WAY_OUT, number)
    return replace(document, claims=tuple(claims), told=None)


_OTHERWISE = (KeyError, TypeError, ValueError, AttributeError)
"""What a record of another form raises."""


def _reason(error: Exception) -> str:
    return f"there is no {error}" if isinstance(error, KeyError) else str(error)
