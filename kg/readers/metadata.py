"""Checks what a user or a record says of a document: date, language and address."""

from __future__ import annotations

import re
from datetime import date

from kg.model import PartialDate, Precision
from kg.readers.unreadable import RefusedError

_DATE = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}[0-9:.,]*(?:Z|[+-]\d{2}:?\d{2})?)?)?)?", re.ASCII
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)


def partial_date(written: str) -> PartialDate:
    """A day, month or year from ISO 8601; of a date with a time, the day. Raises ``RefusedError``."""
    found = _DATE.fullmatch(written.strip())
    if found is not None:
        year, month, day = found.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            found = None
    if found is None:
        raise RefusedError(
            f"{written!r} is not a date",
            "write it as year, month or day, such as 2015, 2015-10 or 2015-10-16",
            kind="a date that is none",
        )
    value = "-".join(part for part in (year, month, day) if part)
    return PartialDate(value, Precision.DAY if day else Precision.MONTH if month else Precision.YEAR)


def language_code(written: str) -> str:
    """The language of a BCP 47 tag, in lower case: ``ar`` for ``ar-SY``. Raises ``RefusedError``."""
    found = _LANGUAGE.fullmatch(written.strip())
    if found is None:
        raise RefusedError(
            f"{written!r} is not a language code",
            "write a code such as ar or en",
            kind="a language code that is none",
        )
    return found[1].lower()


def web_address(written: str) -> str:
    """An absolute http or https address that can stand as an IRI. Raises ``RefusedError``."""
    address = written.strip()
    if _URL.fullmatch(address) is None:
        raise RefusedError(
            f"{written!r} is not a web address",
            "write it in full, from http:// or https://, with spaces as %20",
            kind="a web address that is none",
        )
    return address
