"""Puts values into a query: each replaces a whole line as a serialised term, never by gluing text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.iri import Iris
from kg.query.errors import BadParameterError, MissingParameterError, UnknownParameterError
from kg.query.headers import MARKER, Header, Parameter
from kg.query.kinds import KINDS

Value: TypeAlias = str | int | NamedNode | Literal
Values: TypeAlias = Mapping[str, Value | Sequence[Value]]
"""A value for each parameter by name, or several: then any of them may match."""

Terms: TypeAlias = Mapping[str, tuple[NamedNode | Literal, ...]]
"""The values of parameters as terms; any of several may match."""

Resolve: TypeAlias = Callable[[str, str], str]
"""Turns (kind, name as typed) into an IRI, or raises a ``KGError`` that says who is near."""

_ESCAPES = re.compile(r"\\\\([uU])?|\\[^\\]")


def bind(
    text: str, header: Header, values: Values, *, name: str, iris: Iris, resolve: Resolve | None = None
) -> str:
    """The query ``text`` with its parameter lines filled, as ``filled`` and ``given_terms`` say."""
    return filled(text, given_terms(header, values, name=name, iris=iris, resolve=resolve))


def given_terms(
    header: Header, values: Values, *, name: str, iris: Iris, resolve: Resolve | None = None
) -> Terms:
    """What each parameter is given, by a value or by its default; one that has neither is not there.

    ``name`` is the query's, for messages. Raises ``UnknownParameterError``, ``MissingParameterError``,
    ``BadParameterError``, and what ``resolve`` raises.
    """
    known = {parameter.name: parameter for parameter in header.parameters}
    for given in values:
        if given not in known:
            raise UnknownParameterError(name, given, tuple(known))
    terms: dict[str, tuple[NamedNode | Literal, ...]] = {}
    for parameter in header.parameters:
        value = values.get(parameter.name, parameter.default)
        if value is None:
            if parameter.required:
                raise MissingParameterError(name, parameter.name, parameter.description)
            continue
        several = [value] if isinstance(value, str | int | NamedNode | Literal) else list(value)
        if not several:
            raise BadParameterError(parameter.name, "(nothing)", KINDS[parameter.kind].expected)
        terms[parameter.name] = tuple(_term(parameter, one, iris, resolve) for one in several)
    return terms


def filled(text: str, terms: Terms) -> str:
    """The query ``text`` with the lines of those parameters filled that have ``terms``.

    Any other keeps its line: ``UNDEF`` matches anything.
    """
    lines = {name: " ".join(map(serialise, several)) for name, several in terms.items()}

    def fill(match: re.Match[str]) -> str:
        return f"{match['open']} {lines[match['name']]} }}" if match["name"] in lines else match[0]

    return MARKER.sub(fill, text)


def serialise(term: NamedNode | Literal) -> str:
    """``term`` in SPARQL, on one line.

    SPARQL 1.1 (19.2) lets a parser decode code point escapes before it knows what is a string; a backslash
    that stands before a u in the value is therefore written so that both orders of decoding give the value
    back.
    """

    def keep(match: re.Match[str]) -> str:
        return rf"\\\u{ord(match[1]):04X}" if match[1] else match[0]

    return _ESCAPES.sub(keep, str(term))


def _term(parameter: Parameter, value: Value, iris: Iris, resolve: Resolve | None) -> NamedNode | Literal:
    if isinstance(value, NamedNode | Literal):
        return value
    kind, text = KINDS[parameter.kind], str(value)
    if parameter.choices and text not in parameter.choices:
        raise BadParameterError(parameter.name, text, "one of " + ", ".join(parameter.choices))
    try:
        return kind.to_term(text, iris)
    except (ValueError, KeyError):
        if not (kind.named and resolve):
            raise BadParameterError(parameter.name, text, kind.expected) from None
    return NamedNode(resolve(parameter.kind, text))
