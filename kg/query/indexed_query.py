"""Finds the rows of a packaged query in the index of claims, where a file beside it says in SQL how.

``queries/README.md`` tells how such a file is written.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.namespaces import RW, XSD
from kg.ontology import load_ontology
from kg.query.about_documents import texts_of
from kg.query.parameters import Terms
from kg.rdf.terms import decimal
from kg.store import Rows, Store, Term

if TYPE_CHECKING:
    from kg.query.catalog import Query
    from kg.query.claim_file import ClaimFile

_CONDITION = re.compile(r"^(?P<line>.*?)--[ \t]*with (?P<name>\w+)[ \t]*$", re.M)
"""A line that counts where a parameter has a value."""
_NAMED = re.compile(r":(\w+)")
_BELOW, _ALONE = "below_", "the_"

_Make: TypeAlias = Callable[[Any], Term]


def sql_beside(query: Query) -> tuple[Path, ...]:
    """The files that ask the question of a packaged query in SQL: ``NAME.sql``, then those for further parameters."""
    plain = query.path.with_suffix(".sql")
    if not (query.packaged and plain.is_file()):
        return ()
    return (plain, *sorted(plain.parent.glob(f"{plain.stem}.*.sql")))


def indexed_rows(
    paths: Sequence[Path], query: Query, terms: Terms, file: ClaimFile, store: Store
) -> Rows | None:
    """The rows of ``query`` without labels and in no order, found in an index of claims by the SQL at one of ``paths``.

    What is quoted of texts that are kept is cut out of these, in ``store``. ``None`` where only the graph can answer: a
    parameter is given that the SQL does not know, or more often than it knows, or the file fails.
    """
    fitting = (
        text for text in (path.read_text(encoding="utf-8") for path in paths) if _fits(text, query, terms)
    )
    whole = next(fitting, None)
    if whole is None:
        return None
    sql = _CONDITION.sub(lambda match: match["line"] if match["name"] in terms else "", whole)
    try:
        names, rows = file.named_rows(sql, _values(sql, terms, file))
        return _terms(names, rows, file, store)
    except sqlite3.Error:
        return None


def _fits(sql: str, query: Query, terms: Terms) -> bool:
    """Whether ``sql`` knows all parameters that have ``terms``, but for those that are as they always are."""
    named = set(_NAMED.findall(sql))
    known = named | {match["name"] for match in _CONDITION.finditer(sql)}
    defaults = {each.name: each.default for each in query.header.parameters}
    return all(
        (name in known or _ALONE + name in named or defaults[name] is not None)
        and not (_ALONE + name in named and len(several) > 1)
        for name, several in terms.items()
    )


def _values(sql: str, terms: Terms, file: ClaimFile) -> dict[str, str | int | None]:
    """What stands for each name in ``sql``."""
    numbers = file.numbers(term.value for several in terms.values() for term in several)

    def value(term: NamedNode | Literal) -> str | int | None:
        return numbers.get(term.value) if isinstance(term, NamedNode) else term.value

    found: dict[str, str | int | None] = {
        "rw": RW,
        "base": file.base,
        "relations": json.dumps(sorted(file.relations)),
    }
    for name in set(_NAMED.findall(sql)) - found.keys():
        if name.startswith(_BELOW):
            below = load_ontology().below(name.removeprefix(_BELOW))
            found[name] = json.dumps(sorted(file.numbers(RW + each for each in below).values()))
        elif name.startswith(_ALONE):
            found[name] = next(map(value, terms.get(name.removeprefix(_ALONE), ())), None)
        else:
            found[name] = json.dumps([value(term) for term in terms.get(name, ())])
    return found


def _terms(names: Sequence[str], rows: Sequence[Sequence[Any]], file: ClaimFile, store: Store) -> Rows:
    """Rows of SQL as solutions. What a column holds stands behind its name; where nothing does, IRIs."""
    columns: dict[str, list[Term | None]] = {}
    for name, values in zip(names, zip(*rows, strict=True) if rows else ((),) * len(names), strict=True):
        variable, _, kind = name.partition(" ")
        made = list(_column(kind, values, file, store))
        # A second column of one name has what the first lacks.
        before = columns.get(variable)
        columns[variable] = (
            made if before is None else [a if b is None else b for a, b in zip(made, before, strict=True)]
        )
    return Rows(tuple(columns), tuple(zip(*columns.values(), strict=True)))


def _column(kind: str, values: Sequence[Any], file: ClaimFile, store: Store) -> Iterator[Term | None]:
    different = set(values) - {None}
    known: dict[Any, Term]
    if kind == "words":
        known = dict(_words(different, store))
    elif kind:
        make = _MAKERS[kind]
        known = {value: make(value) for value in different}
    else:
        numbers = [value for value in different if isinstance(value, int)]
        known = {number: NamedNode(text) for number, text in file.texts(numbers).items()}
        known |= {value: NamedNode(value) for value in different if isinstance(value, str)}
    return map(known.get, values)


def _words(wanted: Iterable[str], store: Store) -> Iterator[tuple[str, Literal]]:
    """The words that stand in a document, which is named by its IRI, from one offset to another."""
    places = [(each, *each.split(" ")) for each in wanted]
    documents = {document for _, document, _, _ in places}
    texts = texts_of(store, documents)
    if documents - texts.keys():
        raise sqlite3.DataError("the index knows of texts that are not there")
    for each, document, start, end in places:
        yield each, Literal(texts[document][int(start) : int(end)])


def _literal(kind: str) -> _Make:
    datatype = NamedNode(XSD + kind)
    return lambda value: Literal(str(value), datatype=datatype)


_MAKERS: dict[str, _Make] = {
    "text": Literal,
    "integer": _literal("integer"),
    "date": _literal("date"),
    "decimal": lambda value: _literal("decimal")(decimal(value)[0]),
    "truth": lambda value: Literal(bool(value)),
}
"""How a value becomes a term, by what its column holds."""
