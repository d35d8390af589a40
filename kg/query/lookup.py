"""Runs the fixed lookups behind the commands, from the same files that ``kg query`` offers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode

from kg.query.answering import answer
from kg.query.headers import Header, Parameter
from kg.query.parameters import bind
from kg.resources import folder
from kg.store import Store


def look_up(store: Store, name: str, /, **values: Sequence[str | Literal]) -> Iterator[dict[str, str | None]]:
    """The rows of ``queries/lookup/<name>.rq``; each parameter takes IRIs or literals and matches any.

    Terms come as plain text, an unbound variable as ``None``. The header is not read: the parser it needs
    would take longer to load than the lookup itself.
    """
    return _rows(store, name, values, in_order=True)


def look_up_unsorted(
    store: Store, name: str, /, **values: Sequence[str | Literal]
) -> Iterator[dict[str, str | None]]:
    """The same rows in any order."""
    return _rows(store, name, values, in_order=False)


def _rows(
    store: Store, name: str, values: Mapping[str, Sequence[str | Literal]], *, in_order: bool
) -> Iterator[dict[str, str | None]]:
    text = _text(name)
    given = {
        key: [each if isinstance(each, Literal) else NamedNode(each) for each in several]
        for key, several in values.items()
        if several
    }
    header = Header("", parameters=tuple(Parameter(key, "text", key) for key in given))
    found = answer(store, bind(text, header, given, name=name, iris=store.iris), in_order=in_order)
    for row in found.rows:
        cells = (term.value if isinstance(term, NamedNode | Literal) else None for term in row)
        yield dict(zip(found.variables, cells, strict=True))


@cache
def _text(name: str) -> str:
    return (folder("queries") / "lookup" / f"{name}.rq").read_text(encoding="utf-8")
