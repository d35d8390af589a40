"""JSON Lines of claims, as ``kg extract --format jsonl`` writes them: one document for all its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from kg.jsonl import claim_of, document_of
from kg.model import Claim, Document, Origin
from kg.readers.record import parse_record
from kg.readers.seen import Seen
from kg.readers.unreadable import RefusedError, Unreadable

_Line = tuple[int, bytes | None]
_WAY_OUT = "write the claims anew with: kg extract PATH --format jsonl"


def is_claim(line: bytes) -> bool:
    """Whether a line is a claim and not a document: by its keys, without reading all of it."""
    return line.lstrip(b"\xef\xbb\xbf \t").startswith(b'{"claim":')


def read_claims(
    lines: Iterator[_Line], name: str, origin: Origin | None = None
) -> Iterator[Document | Unreadable]:
    """The documents that the claims in ``lines`` are about, with these claims and without their texts.

    ``lines`` are numbered from 1; None stands for one that is too long. ``origin`` is the file they stand in. The
    claims of a document stand together; one that comes again later is refused, and so is a document one of whose lines
    cannot be read.
    """
    seen = Seen()
    for _, together in groupby(_records(lines), key=_document):
        numbered = list(together)
        document = _assembled(numbered, name)
        if isinstance(document, Document) and not seen.add(document.sha256):
            refusal = RefusedError(
                f"{document.name}: claims of this document stand on lines before, apart from these",
                "sort the lines by document",
            )
            yield refusal.of(name, numbered[0][0])
        else:
            yield replace(document, origin=origin) if isinstance(document, Document) else document


_Record = tuple[int, dict[str, Any] | RefusedError]


def _records(lines: Iterator[_Line]) -> Iterator[_Record]:
    for number, line in lines:
        if line is None:
            yield number, RefusedError("the line is too long", _WAY_OUT)
        elif line.strip():
            try:
                yield number, parse_record(line)
            except RefusedError as error:
                yield number, error


def _document(numbered: _Record) -> object:
    """What the lines of one document share; a line that cannot be read stands alone."""
    number, record = numbered
    if isinstance(record, RefusedError):
        return number
    about = record.get("about")
    sha256 = about.get("sha256") if isinstance(about, dict) else None
    return sha256 if isinstance(sha256, str) else number


def _assembled(numbered: list[_Record], name: str) -> Document | Unreadable:
    number, record = numbered[0]
    claims: list[Claim] = []
    document: Document | None = None
    try:
        for number, record in numbered:
            if isinstance(record, RefusedError):
                return record.of(name, number)
            document = document or document_of(record)
            claims.append(claim_of(record, document.sha256))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = f"there is no {error}" if isinstance(error, KeyError) else str(error)
        if document is None:
            return Unreadable(
                name, f"the line does not say which document it is about ({reason})", _WAY_OUT, number
            )
        return Unreadable(name, f"not a claim ({reason}); {document.name} is left out", _WAY_OUT, number)
    assert document is not None
    return replace(document, claims=tuple(claims))
