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
    if not {name for name, _ in keys} <= set(rows.variables):
        return None
    ranks = []
    for name, down in keys:
        column = rows.variables.index(name)
        terms, numbers = numbered(row[column] for row in rows.rows)
        places = _places(terms)
        if places is None:
            return None
        rank = {place: -at if down else at for at, place in enumerate(sorted(set(places)))}
        by_number = [rank[place] for place in places]
        ranks.append([by_number[number] for number in numbers])
    by_row = list(zip(*ranks, strict=True))
    order = sorted(range(len(by_row)), key=by_row.__getitem__)
    return Rows(rows.variables, tuple(rows.rows[at] for at in order)) if keys else rows


def numbered(terms: Iterable[Term | None]) -> tuple[list[Term | None], list[int]]:
    """Each of ``terms`` once, and for each its number in that list: a term takes long to compare, a number does not."""
    known: dict[Term | None, int] = {}
    numbers = [known.setdefault(term, len(known)) for term in terms]
    return list(known), numbers


def _places(terms: Sequence[Term | None]) -> list[_Place] | None:
    """Where each of ``terms``, which differ, stands among them."""
    literals = [term for term in terms if isinstance(term, Literal)]
    measure = _measure(literals) if literals else None
    if literals and measure is None:
        return None
    places: list[_Place] = []
    for term in terms:
        if isinstance(term, NamedNode):
            places.append((1, term.value))
        elif isinstance(term, Literal) and measure is not None:
            places.append((2, measure(term)))
        elif term is None:
            places.append((0, ""))
        else:
            return None
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
