"""Sorts rows by the ``ORDER BY`` that ends a query, as SPARQL 1.1 (15.1) does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.namespaces import XSD
from kg.store import Rows, Term

if TYPE_CHECKING:
    from decimal import Decimal

_ORDER = re.compile(r"^ORDER BY(?P<keys>(?:[ \t\n]+(?:\?\w+|DESC\(\?\w+\)))+)\s*\Z", re.M)
_NUMBER = r"[+-]?(?:\d{1,17}|\d{0,9}\.\d{1,9})"
"""One that every engine holds exactly."""
_DAY = r"\d{4}-\d\d-\d\d"
_Value: TypeAlias = "str | int | Decimal | tuple[str, str, str]"
_Place: TypeAlias = "tuple[int, _Value]"
"""Where a term stands among those of its column: by what it is, then by its value."""


Key: TypeAlias = tuple[str, bool]
"""A variable that rows are sorted by, and whether downwards."""


def without_order(text: str) -> tuple[str, tuple[Key, ...]]:
    """The SPARQL ``text`` without the ``ORDER BY`` at its end, and what that sorts by.

    The text as it is and nothing, where it ends with anything else than an order by variables.
    """
    match = _ORDER.search(text)
    if match is None:
        return text, ()
    keys = match["keys"].replace("DESC(", "-").replace(")", "").split()
    return text[: match.start()], tuple((key.lstrip("-?"), key.startswith("-")) for key in keys)


def sorted_rows(rows: Rows, keys: Sequence[Key]) -> Rows | None:
    """``rows`` sorted by ``keys``, rows that are equal in all of them in the order that they had.

    Unbound comes first, then IRIs, then literals. ``None`` where a column holds terms whose order is the engine's
    own: blank nodes, or literals that do not compare, such as a number and a text; or where a column is not there.
    """
    ordered = list(rows.rows)
    if not {name for name, _ in keys} <= set(rows.variables):
        return None
    for name, down in reversed(keys):
        column = rows.variables.index(name)
        places = _places({row[column] for row in ordered})
        if places is None:
            return None
        keyed = [places[row[column]] for row in ordered]
        order = sorted(range(len(ordered)), key=keyed.__getitem__, reverse=down)
        ordered = [ordered[at] for at in order]
    return Rows(rows.variables, tuple(ordered))


def _places(terms: Iterable[Term | None]) -> dict[Term | None, _Place] | None:
    places: dict[Term | None, _Place] = {None: (0, "")}
    literals = []
    for term in terms:
        if isinstance(term, NamedNode):
            places[term] = (1, term.value)
        elif isinstance(term, Literal):
            literals.append(term)
        elif term is not None:
            return None
    if literals:
        measure = _measure(literals)
        if measure is None:
            return None
        places.update((each, (2, measure(each))) for each in literals)
    return places


def _measure(literals: Sequence[Literal]) -> Callable[[Literal], _Value] | None:
    """What to compare ``literals`` by; ``None`` where they do not compare with each other."""
    kinds = {(each.datatype.value.removeprefix(XSD), each.language) for each in literals}
    if kinds <= {("integer", None), ("decimal", None)}:
        if not all(re.fullmatch(_NUMBER, each.value) for each in literals):
            return None
        if ("decimal", None) not in kinds:
            return lambda literal: int(literal.value)
        from decimal import Decimal

        return lambda literal: Decimal(literal.value)
    if all(kind == "string" or language is not None for kind, language in kinds):
        # One value in several languages: SPARQL leaves their order open, Oxigraph goes by these.
        return lambda literal: (literal.value, literal.datatype.value, literal.language or "")
    if kinds == {("date", None)}:
        return _value if all(re.fullmatch(_DAY, each.value) for each in literals) else None
    if kinds == {("boolean", None)}:
        return _value if all(each.value in ("true", "false") for each in literals) else None
    return None


def _value(literal: Literal) -> str:
    return literal.value
