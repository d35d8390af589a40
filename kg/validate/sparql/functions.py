"""The functions that constraints may call (SPARQL 1.1, section 17.4), each as a maker of a function of a solution."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeAlias

from kg.validate.sparql.comparing import is_numeric
from kg.validate.sparql.errors import FailureError, UnsupportedError, UnsureError
from kg.validate.sparql.syntax import Const, Expression
from kg.validate.terms import LANG_STRING, STRING, Value, is_blank, is_iri, is_literal

_Run: TypeAlias = Callable[[Any, Any], Any]


class Kind(Enum):
    """What an expression gives."""

    TERM = "an RDF term"
    WORDS = "a string without a language"
    NUMBER = "a number"
    TRUTH = "true or false"


def _of(function: Callable[..., Any]) -> Callable[..., _Run]:
    def make(*arguments: _Run) -> _Run:
        if len(arguments) == 1:
            (only,) = arguments
            return lambda triples, row: function(only(triples, row))
        return lambda triples, row: function(*(each(triples, row) for each in arguments))

    return make


def _str(value: Value) -> str:
    if isinstance(value, tuple):
        return value[0]
    if is_blank(value):
        raise FailureError
    return value


def _lang(value: Value) -> str:
    if isinstance(value, tuple):
        return value[2]
    raise FailureError


def _datatype(value: Value) -> Value:
    if isinstance(value, tuple):
        return value[1]
    raise FailureError


def _string(value: Value) -> str:
    if not isinstance(value, tuple) or value[1] not in (STRING, LANG_STRING):
        raise FailureError
    if value[2]:
        raise UnsureError
    return value[0]


def _substring(words: str, start: Any, length: Any) -> str:
    # The first character is number 1; what lies before it counts and is not there.
    if not isinstance(start, int) or not isinstance(length, int):
        raise UnsureError
    return words[max(start - 1, 0) : max(start - 1 + length, 0)]


def _tail(words: str, start: Any) -> str:
    if not isinstance(start, int):
        raise UnsureError
    return words[max(start - 1, 0) :]


def _matches(tag: str, wanted: str) -> bool:
    # RFC 4647, section 3.3.1: basic filtering.
    tag, wanted = tag.lower(), wanted.lower()
    return bool(tag) and (wanted in ("*", tag) or tag.startswith(f"{wanted}-"))


_TERM, _WORDS, _NUMBER, _TRUTH = Kind.TERM, Kind.WORDS, Kind.NUMBER, Kind.TRUTH

LITERAL_WORDS = "the words of a literal"
SHORT_SUBSTR = "SUBSTR without a length"

FUNCTIONS: Mapping[str, tuple[tuple[Kind, ...], Kind, Callable[..., _Run]]] = {
    "STR": ((_TERM,), _WORDS, _of(_str)),
    LITERAL_WORDS: ((_TERM,), _WORDS, _of(_string)),
    "LANG": ((_TERM,), _WORDS, _of(_lang)),
    "DATATYPE": ((_TERM,), _TERM, _of(_datatype)),
    "ISIRI": ((_TERM,), _TRUTH, _of(is_iri)),
    "ISURI": ((_TERM,), _TRUTH, _of(is_iri)),
    "ISBLANK": ((_TERM,), _TRUTH, _of(is_blank)),
    "ISLITERAL": ((_TERM,), _TRUTH, _of(is_literal)),
    "ISNUMERIC": ((_TERM,), _TRUTH, _of(is_numeric)),
    "SAMETERM": ((_TERM, _TERM), _TRUTH, _of(lambda one, other: one == other)),
    "STRLEN": ((_WORDS,), _NUMBER, _of(len)),
    "UCASE": ((_WORDS,), _WORDS, _of(str.upper)),
    "LCASE": ((_WORDS,), _WORDS, _of(str.lower)),
    "STRSTARTS": ((_WORDS, _WORDS), _TRUTH, _of(str.startswith)),
    "STRENDS": ((_WORDS, _WORDS), _TRUTH, _of(str.endswith)),
    "CONTAINS": ((_WORDS, _WORDS), _TRUTH, _of(lambda whole, part: part in whole)),
    "LANGMATCHES": ((_WORDS, _WORDS), _TRUTH, _of(_matches)),
    "CONCAT": ((_WORDS, _WORDS), _WORDS, _of(lambda *parts: "".join(parts))),
    "SUBSTR": ((_WORDS, _NUMBER, _NUMBER), _WORDS, _of(_substring)),
    SHORT_SUBSTR: ((_WORDS, _NUMBER), _WORDS, _of(_tail)),
    "SHA256": ((_WORDS,), _WORDS, _of(lambda words: hashlib.sha256(words.encode()).hexdigest())),
}
"""What each function takes and gives."""

_SAFE = re.compile(
    r"(?:\\[][(){}.*+?^$|/-]|[\w\s<>=!@#%&~,;:'\"/^$.*+?|()-]|\[[\w\s.,:/@-]+\]|\{[0-9]+(?:,[0-9]*)?\})*"
)
"""Patterns that mean the same to Python as to XPath, once ``$`` is put as the very end."""


_ENDS = re.compile(r"(\\.)|\$")


def matcher(text: _Run, rest: tuple[Expression, ...]) -> _Run:
    """``REGEX`` with a fixed pattern."""
    pattern = rest[0] if rest else None
    if len(rest) != 1 or not isinstance(pattern, Const) or not isinstance(pattern.value, tuple):
        raise UnsupportedError("REGEX with flags or a pattern that is not fixed in a query")
    words = pattern.value[0]
    if not _SAFE.fullmatch(words) or "(?" in words:
        raise UnsupportedError(f"the pattern {words!r} of a REGEX in a query")
    search = re.compile(_ENDS.sub(lambda found: found[1] or r"\Z", words)).search
    return lambda triples, row: search(text(triples, row)) is not None
