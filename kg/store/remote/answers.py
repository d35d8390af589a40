"""The answers of a server (SPARQL 1.1 Query Results JSON Format), read to their end or not taken at all.

JSON alone is asked for: of CSV, TSV or N-Triples nobody can tell whether they are whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.namespaces import XSD
from kg.store.protocol import Term
from kg.store.remote.errors import CutAnswerError, StrangeAnswerError
from kg.store.remote.http import Reply
from kg.store.remote.scanner import CutError, Scanner

_YES_OR_NO = "__ASK_RETVAL"
"""The variable in which Virtuoso answers an ASK: one row for yes, none for no."""
_TRUTH = {"1": "true", "0": "false"}


@dataclass(slots=True)
class Solutions:
    """Rows as they come in. Only when ``rows`` has ended without an error are they all of them."""

    variables: tuple[str, ...]
    rows: Iterator[tuple[Term | None, ...]]
    limited: str | None = None
    """What the server says of a limit of its own that it kept, as a phrase to show."""


@dataclass(slots=True)
class _Parts:
    """What was found in an answer so far."""

    variables: tuple[str, ...] | None = None
    boolean: bool | None = None
    waiting: list[dict[str, Any]] = field(default_factory=list)


def truth(reply: Reply, place: str) -> bool:
    """The answer to an ASK. Raises ``CutAnswerError`` and ``StrangeAnswerError``."""
    _whole(reply, place)
    found = _Reading(reply, place)
    rows = list(found.rows())
    if found.parts.boolean is not None:
        return found.parts.boolean
    if found.parts.variables == (_YES_OR_NO,):
        return bool(rows)
    raise StrangeAnswerError(place, "it is neither yes nor no")


def solutions(reply: Reply, place: str) -> Solutions:
    """The answer to a SELECT. Raises ``CutAnswerError`` and ``StrangeAnswerError``, also while rows are read."""
    _whole(reply, place)
    found = _Reading(reply, place)
    rows = found.rows()
    first = next(rows, None)
    variables = found.parts.variables
    if variables is None or found.parts.boolean is not None:
        raise StrangeAnswerError(place, "it has no rows")

    def all_rows() -> Iterator[tuple[Term | None, ...]]:
        if first is not None:
            yield _row(first, variables, place)
        for row in rows:
            yield _row(row, variables, place)

    most = reply.headers.get("X-SPARQL-MaxRows")
    return Solutions(variables, all_rows(), f"the server gives at most {most} rows" if most else None)


def _whole(reply: Reply, place: str) -> None:
    """Refuses what the server itself calls a part."""
    state = reply.headers.get("X-SQL-State")
    if state is not None:
        told = reply.headers.get("X-SQL-Message", "")
        raise CutAnswerError(place, f"it broke off with {state} {told[:200]}".strip())
    status = reply.headers.get("X-Neptune-Status")
    if status not in (None, "200", "200 OK"):
        raise CutAnswerError(place, f"it broke off with {status}")


class _Reading:
    def __init__(self, reply: Reply, place: str) -> None:
        self.parts = _Parts()
        self._scanner = Scanner(reply.pieces())
        self._place = place

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows; those that come before the names of the variables wait for them."""
        started = False
        try:
            for name in self._scanner.members():
                started = True
                if name == "head":
                    self._head(self._scanner.value())
                elif name == "boolean":
                    self.parts.boolean = self._scanner.value() is True
                elif name == "results":
                    yield from self._results()
                else:
                    self._scanner.value()
            self._scanner.end()
        except CutError as error:
            if not started:
                raise StrangeAnswerError(self._place, f"it is not JSON, {error}") from error
            raise CutAnswerError(self._place, str(error)) from error
        yield from self.parts.waiting

    def _head(self, value: object) -> None:
        told = value.get("vars") if isinstance(value, dict) else None
        if isinstance(told, list) and all(isinstance(each, str) for each in told):
            self.parts.variables = tuple(told)

    def _results(self) -> Iterator[dict[str, Any]]:
        for name in self._scanner.members():
            if name != "bindings":
                self._scanner.value()
                continue
            for row in self._scanner.items():
                if not isinstance(row, dict):
                    raise StrangeAnswerError(self._place, "a row is no object")
                if self.parts.variables is None:
                    self.parts.waiting.append(row)
                else:
                    yield row


def _row(found: dict[str, Any], variables: tuple[str, ...], place: str) -> tuple[Term | None, ...]:
    try:
        return tuple(_term(found[name]) if name in found else None for name in variables)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StrangeAnswerError(place, f"it holds what is no term ({error})") from error


def _term(told: dict[str, Any]) -> Term | None:
    """A term; also in the older form that Virtuoso writes, and with its numbers for truth values put right."""
    kind, value = told["type"], told["value"]
    if kind == "uri":
        return NamedNode(value)
    if kind == "bnode":
        return BlankNode(_label(value))
    if kind not in ("literal", "typed-literal"):
        raise ValueError(f"the kind {kind!r}")
    if "xml:lang" in told:
        return Literal(value, language=told["xml:lang"])
    datatype = told.get("datatype")
    if datatype is None:
        return Literal(value)
    if datatype == XSD + "boolean":
        value = _TRUTH.get(value, value)
    return Literal(value, datatype=NamedNode(datatype))


def _label(value: str) -> str:
    """The label of a blank node without what a server puts before it."""
    return value.removeprefix("_:").removeprefix("nodeID://")
