"""What SPARQL says of two values (SPARQL 1.1, section 17.3), as far as it is plain; the rest is ``UnsureError``.

Plain are IRIs, strings, whole and decimal numbers without exponents, and days without time zones.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TypeAlias

from kg.namespaces import XSD
from kg.validate.sparql.errors import FailureError, UnsureError
from kg.validate.terms import BOOLEAN, DATE, DECIMAL, INTEGER, LANG_STRING, STRING, Value

Number: TypeAlias = int | Decimal

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?", re.ASCII)
_NUMERIC = frozenset(
    XSD + name
    for name in [
        "integer",
        "decimal",
        "float",
        "double",
        "nonPositiveInteger",
        "negativeInteger",
        "nonNegativeInteger",
        "positiveInteger",
        "long",
        "int",
        "short",
        "byte",
        "unsignedLong",
        "unsignedInt",
        "unsignedShort",
        "unsignedByte",
    ]
)
_WORDS = frozenset((STRING, LANG_STRING))


def number(value: Value | None) -> Number:
    """The number that a literal writes. Raises ``FailureError`` for what is none."""
    found = _READ.get(value)  # type: ignore[arg-type]
    if found is not None:
        return found
    if not isinstance(value, tuple) or value[1] not in _NUMERIC:
        raise FailureError
    found = plain_number(value)
    if found is None:
        raise UnsureError
    return found


def plain_number(value: Value) -> Number | None:
    """The number that a literal writes, if it is a whole or a decimal number without an exponent."""
    found = _READ.get(value)
    if found is None and isinstance(value, tuple):
        words, datatype, _ = value
        if datatype == INTEGER and _WHOLE.fullmatch(words):
            found = int(words)
        elif datatype == DECIMAL and _DECIMAL.fullmatch(words):
            found = Decimal(words)
        if found is not None:
            if len(_READ) >= _MOST_READ:
                _READ.clear()
            _READ[value] = found
    return found


_READ: dict[Value, Number] = {}
"""Numbers that were read before: offsets and confidences come up again and again."""
_MOST_READ = 100_000


def plain_day(value: Value) -> str | None:
    """The words of a literal that is a day without a time zone, which sort as days do."""
    if isinstance(value, tuple) and value[1] == DATE and len(value[0]) == 10:
        try:
            datetime.date.fromisoformat(value[0])
        except ValueError:
            return None
        return value[0]
    return None


def is_numeric(value: Value) -> bool:
    """``isNumeric``: whether a literal is a number and well written."""
    return isinstance(value, tuple) and value[1] in _NUMERIC and number(value) is not None


def equal(left: Value, right: Value) -> bool:
    """``=``."""
    if left == right:
        return True
    if isinstance(left, str) or isinstance(right, str):
        return False
    if left[1] in _WORDS and right[1] in _WORDS:
        return False
    numbers = plain_number(left), plain_number(right)
    if None not in numbers:
        return numbers[0] == numbers[1]
    days = plain_day(left), plain_day(right)
    if None not in days:
        return days[0] == days[1]
    raise UnsureError


def less(left: Value, right: Value) -> bool:
    """``<``."""
    one, other = plain_number(left), plain_number(right)
    if one is not None and other is not None:
        return one < other
    if isinstance(left, tuple) and isinstance(right, tuple):
        if left[1] == STRING and right[1] == STRING:
            return left[0] < right[0]
        first, second = plain_day(left), plain_day(right)
        if first is not None and second is not None:
            return first < second
    raise UnsureError


def truth(value: Value) -> bool:
    """The effective boolean value (section 17.2.2)."""
    if isinstance(value, tuple):
        if value[1] == BOOLEAN and value[0] in ("true", "false"):
            return value[0] == "true"
        if value[1] in _WORDS:
            return bool(value[0])
        plain = plain_number(value)
        if plain is not None:
            return plain != 0
        raise UnsureError
    raise FailureError
