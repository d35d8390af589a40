"""What rdflib, and so pySHACL, says of literals: whether they are well written, and which comes first.

The common cases are decided here, the others by rdflib itself, which is imported only then.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kg.namespaces import RDFS
from kg.validate.quiet import quiet
from kg.validate.sparql.comparing import plain_day, plain_number
from kg.validate.terms import BOOLEAN, DATE, DECIMAL, INTEGER, LANG_STRING, STRING, Value, Words

if TYPE_CHECKING:
    from rdflib import Literal

_WHOLE = re.compile(r"-?[0-9]+", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+", re.ASCII)

_PLAIN: dict[str, Callable[[Words], object]] = {
    STRING: lambda literal: True,
    LANG_STRING: lambda literal: True,
    INTEGER: lambda literal: _WHOLE.fullmatch(literal[0]),
    DECIMAL: lambda literal: _DECIMAL.fullmatch(literal[0]),
    BOOLEAN: lambda literal: literal[0] in ("true", "false"),
    DATE: plain_day,
}


def of_datatype(value: Value, datatype: str) -> bool:
    """Whether a value is a literal of ``datatype`` and, as far as rdflib can tell, well written."""
    if isinstance(value, str):
        return False
    if value[1] == datatype:
        plain = _PLAIN.get(datatype)
        return bool(plain and plain(value)) or _well_written(value)
    return datatype in (RDFS + "Literal", RDFS + "Datatype")


def within(value: Value, limit: Words, accepted: Callable[[int], bool]) -> bool:
    """Whether ``accepted`` holds of the order of ``value`` and ``limit``: negative, zero or positive."""
    if isinstance(value, str):
        return False
    one, other = plain_number(value), plain_number(limit)
    if one is not None and other is not None:
        return accepted((one > other) - (one < other))
    return _within(value, limit, accepted)


def precedes(value: Value, other: Value, *, or_equal: bool) -> bool:
    """Whether ``value`` comes before ``other``, as ``sh:lessThan`` asks. What cannot be compared does not."""
    one, two = plain_number(value), plain_number(other)
    if one is not None and two is not None:
        return one <= two if or_equal else one < two
    first, second = plain_day(value), plain_day(other)
    if first is not None and second is not None:
        return first <= second if or_equal else first < second
    return _precedes(value, other, or_equal=or_equal)


def _well_written(value: Words) -> bool:
    from datetime import date, datetime, time
    from decimal import Decimal

    from rdflib import XSD

    literal = _literal(value)
    if literal.ill_typed is True:
        return False
    demanded: dict[str, type | tuple[type, ...]] = {
        str(XSD.string): (str, bytes),
        LANG_STRING: (str, bytes),
        str(XSD.integer): int,
        str(XSD.float): float,
        str(XSD.decimal): Decimal,
        str(XSD.boolean): bool,
        str(XSD.date): date,
        str(XSD.time): time,
        str(XSD.dateTime): datetime,
    }
    return isinstance(literal.value, demanded.get(value[1], object))


def _within(value: Words, limit: Words, accepted: Callable[[int], bool]) -> bool:
    from pyshacl.rdfutil.compare import compare_literal

    one, other = _literal(value), _literal(limit)
    if isinstance(one.value, str) is not isinstance(other.value, str):
        return False
    try:
        return accepted(compare_literal(one, other))  # type: ignore[no-untyped-call]
    # So rdflib says that two literals cannot be compared; pySHACL counts that as broken.
    except (TypeError, NotImplementedError):
        return False


def _precedes(value: Value, other: Value, *, or_equal: bool) -> bool:
    one, two = _comparable(value), _comparable(other)
    if one is None or two is None or one[0] is not two[0]:
        return False
    with warnings.catch_warnings():
        # Of literals that it cannot compare, rdflib asks whether NotImplemented is true.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return bool(one[1] <= two[1] if or_equal else one[1] < two[1])
        except TypeError:
            return False


def _comparable(value: Value) -> tuple[bool, Any] | None:
    """Whether the value is compared as a string, and what is compared. rdflib's literals are strings themselves."""
    if isinstance(value, str):
        return None if value.startswith("_:") else (True, value)
    literal = _literal(value)
    return (True, literal.value) if isinstance(literal.value, str) else (False, literal)


def _literal(value: Words) -> Literal:
    from rdflib import Literal, URIRef

    words, datatype, language = value
    with quiet():
        if language:
            return Literal(words, lang=language)
        return Literal(words) if datatype == STRING else Literal(words, datatype=URIRef(datatype))
