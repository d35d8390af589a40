"""Constraints on the value nodes themselves: how many, of what kind, between what limits, of what words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from kg.namespaces import RDFS, SH
from kg.validate.core.literals import of_datatype, precedes, within
from kg.validate.core.shape import Check, Column, Offence
from kg.validate.terms import Value, Words, is_blank, is_literal
from kg.validate.triples import TYPE, Triples


def _each(wrong: Callable[[Value], bool]) -> Check:
    def check(_: Triples, column: Column) -> Iterable[Offence]:
        return [Offence(node, value) for node, values in column for value in values if wrong(value)]

    return check


def at_least(count: int) -> Check:
    """``sh:minCount``."""
    return lambda _, column: [Offence(node) for node, values in column if len(values) < count]


def at_most(count: int) -> Check:
    """``sh:maxCount``."""
    return lambda _, column: [Offence(node) for node, values in column if len(values) > count]


def of_class(kind: Value) -> Check:
    """``sh:class``."""

    def check(triples: Triples, column: Column) -> Iterable[Offence]:
        below, types = triples.below(kind), triples.table(TYPE)
        return [
            Offence(node, value)
            for node, values in column
            for value in values
            if below.isdisjoint(types.get(value, ()))
        ]

    return check


def of_type(datatype: str) -> Check:
    """``sh:datatype``."""
    return _each(lambda value: not of_datatype(value, datatype))


_KINDS = {
    SH + "IRI": ("iri",),
    SH + "BlankNode": ("blank",),
    SH + "Literal": ("literal",),
    SH + "BlankNodeOrIRI": ("iri", "blank"),
    SH + "BlankNodeOrLiteral": ("blank", "literal"),
    SH + "IRIOrLiteral": ("iri", "literal"),
}


def of_node_kind(kind: str) -> Check:
    """``sh:nodeKind``. Raises ``KeyError`` for a kind that SHACL does not have."""
    allowed = _KINDS[kind]
    iri, blank, literal = (each in allowed for each in ("iri", "blank", "literal"))
    return _each(
        lambda value: not (literal if isinstance(value, tuple) else blank if value.startswith("_:") else iri)
    )


def one_of(allowed: frozenset[Value]) -> Check:
    """``sh:in``."""
    return _each(lambda value: value not in allowed)


def has_value(wanted: Value) -> Check:
    """``sh:hasValue``."""
    return lambda _, column: [Offence(node) for node, values in column if wanted not in values]


def limited(limit: Words, accepted: Callable[[int], bool]) -> Check:
    """``sh:minInclusive`` and its like: ``accepted`` says which orders of value and limit are."""
    return _each(lambda value: not within(value, limit, accepted))


def _words(value: Value) -> str:
    return value[0] if is_literal(value) else str(value)


def not_shorter(length: int) -> Check:
    """``sh:minLength``."""
    return _each(lambda value: length > 0 and (is_blank(value) or len(_words(value)) < length))


def not_longer(length: int) -> Check:
    """``sh:maxLength``."""
    return _each(lambda value: is_blank(value) or len(_words(value)) > length)


def matching(pattern: str, flags: str) -> Check:
    """``sh:pattern``, read as pySHACL reads it: by Python, with the flags i and m. Raises ``re.error``."""
    option = (re.IGNORECASE if "i" in flags else 0) | (re.MULTILINE if "m" in flags else 0)
    search = re.compile(pattern, option).search
    return _each(lambda value: is_blank(value) or search(_words(value)) is None)


def in_languages(languages: frozenset[str]) -> Check:
    """``sh:languageIn``, read as pySHACL reads it: the whole tag or its first part is in the list."""

    def wrong(value: Value) -> bool:
        tag = value[2] if is_literal(value) else ""
        if not tag:
            return True
        return not ("*" in languages or tag in languages or tag.partition("-")[0] in languages)

    return _each(wrong)


def unique_languages(_: Triples, column: Column) -> Iterable[Offence]:
    """``sh:uniqueLang``."""
    return [
        Offence(node)
        for node, values in column
        if len(values) > 1
        for tag, count in Counter(value[2] for value in values if is_literal(value)).items()
        if tag and count > 1
    ]


def equal_to(other: str) -> Check:
    """``sh:equals``."""

    def check(triples: Triples, column: Column) -> Iterable[Offence]:
        others = triples.table(other)
        for node, values in column:
            for value in {*values} ^ {*others.get(node, ())}:
                yield Offence(node, value)

    return check


def disjoint_from(other: str) -> Check:
    """``sh:disjoint``."""

    def check(triples: Triples, column: Column) -> Iterable[Offence]:
        others = triples.table(other)
        return [
            Offence(node, value)
            for node, values in column
            for value in values
            if value in others.get(node, ())
        ]

    return check


def before(other: str, *, or_equal: bool) -> Check:
    """``sh:lessThan`` and ``sh:lessThanOrEquals``."""

    def check(triples: Triples, column: Column) -> Iterable[Offence]:
        others = triples.table(other)
        return [
            Offence(node, value)
            for node, values in column
            for value in values
            for end in others.get(node, ())
            if not precedes(value, end, or_equal=or_equal)
        ]

    return check


def closed(allowed: frozenset[str]) -> Check:
    """``sh:closed``."""

    def check(triples: Triples, column: Column) -> Iterable[Offence]:
        tables = [(name, table) for name, table in triples.tables.items() if name not in allowed]
        for node, values in column:
            for value in values:
                for name, table in tables:
                    for end in table.get(value, ()):
                        if (name, end) != _RESOURCE:
                            yield Offence(node, end, name)

    return check


_RESOURCE = (TYPE, RDFS + "Resource")
