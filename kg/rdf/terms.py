"""Checked RDF terms: a value that RDF cannot hold is refused here, with the name of where it came from.

Literals are written in the canonical form in which Oxigraph gives them back, so that quads built anew compare
equal to quads read from a store.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from kg.namespaces import RDF, XSD
from kg.rdf.errors import UnstorableError
from kg.rdf.packing import Words, string

# RFC 3987 section 2.2 leaves these out of an IRI; the marks of direction are barred by its section 4.1.
_BARRED = re.compile(
    '[\x00-\x20<>"{}|\\\\^`\x7f-\xa0\u1680\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f\u2066-\u2069\u3000\ufff0-\uffff]'
)
_WEB = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")

TYPE = RDF + "type"


def iri(value: str, name: str, part: str) -> str:
    """An absolute http or https IRI. Raises ``UnstorableError`` that names the ``part`` of ``name``."""
    if not _is_storable(value):
        raise UnstorableError(name, f"its {part} {value!r} is not an http or https IRI")
    return value


@lru_cache(maxsize=1 << 16)
def _is_storable(value: str) -> bool:
    if not _WEB.match(value) or _BARRED.search(value) or _SURROGATE.search(value):
        return False
    try:
        NamedNode(value)
    except ValueError:
        return False
    return True


def text(value: str, name: str, part: str, *, language: str = "") -> Words:
    """A string. Raises ``UnstorableError`` for half a character (a lone surrogate) or a bad language tag."""
    half = _SURROGATE.search(value)
    if half:
        where = f"its {part} has half a character (U+{ord(half.group()):04X}) at offset {half.start()}"
        raise UnstorableError(name, where)
    if not language:
        return string(value)
    try:
        return (value, RDF + "langString", _tag(language))
    except ValueError as error:
        raise UnstorableError(name, f"{language!r} is not a language tag ({error})") from error


@lru_cache(maxsize=64)
def _tag(language: str) -> str:
    """A language tag as it is given back. Raises ``ValueError``."""
    return Literal("", language=language).language or ""


def integer(value: int) -> Words:
    """An ``xsd:integer``."""
    return (str(value), XSD + "integer", "")


def truth(*, value: bool) -> Words:
    """An ``xsd:boolean``."""
    return ("true" if value else "false", XSD + "boolean", "")


def day(value: date) -> Words:
    """An ``xsd:date``."""
    return (value.isoformat(), XSD + "date", "")


@lru_cache(maxsize=1024)
def decimal(value: float) -> Words:
    """An ``xsd:decimal`` with as many digits as the number needs: ``0.9``, ``1``."""
    digits = f"{Decimal(repr(value)):f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return (digits, XSD + "decimal", "")


def is_arabic(words: str) -> bool:
    """Whether the first letter of ``words`` is of the Arabic script."""
    for character in words:
        if character.isalpha():
            return "\u0600" <= character <= "\u08ff" or "\ufb50" <= character <= "\ufeff"
    return False
