"""The answer to a query of any form, written in the format that its form asks for, and never in part."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import pyoxigraph as ox

from kg.query.result_formats import ROWS, TRUTH, must_be_xml

T = TypeVar("T")

GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""Formats of graphs, by name."""


class PassedError(Exception):
    """The answer is larger than it may be; ``limit`` is ``rows`` or ``bytes``."""

    def __init__(self, limit: str) -> None:
        super().__init__(limit)
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an answer may come to."""

    rows: int
    size: int
    """In bytes."""

    def counted(self, each: Iterable[T]) -> Iterator[T]:
        """``each``, until there are too many. Raises ``PassedError``."""
        for count, one in enumerate(each):
            if count == self.rows:
                raise PassedError("rows")
            yield one

    def joined(self, pieces: Iterable[str]) -> bytes:
        """``pieces`` as UTF-8. Raises ``PassedError`` before they are too long."""
        sink = Sink(self.size)
        for piece in pieces:
            sink.write(piece.encode())
        return sink.getvalue()


class Sink(io.BytesIO):
    """Bytes in memory, up to a limit. Raises ``PassedError``."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, piece: Any, /) -> int:
        """Adds a piece."""
        if self.tell() + len(piece) > self._most:
            raise PassedError("bytes")
        return super().write(piece)


def written_answer(store: ox.Store, request: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    """How it went (``status``: whole, cut, unfit), with the kind of the answer, and the answer if it is whole.

    ``request`` has ``query``, ``formats`` (of kinds: rows, truth, graph; null where none will do), ``rows``, ``bytes``,
    ``prefixes``, ``base``, and the dataset: ``union`` or ``default`` and ``named``. Raises what the engine raises.
    """
    found = store.query(request["query"], base_iri=request.get("base"), **_dataset(request))
    if isinstance(found, ox.QueryBoolean):
        kind = "truth"
    else:
        kind = "rows" if isinstance(found, ox.QuerySolutions) else "graph"
    form = request["formats"][kind]
    if form is None:
        return {"status": "unfit", "kind": kind}, b""
    bounds = Bounds(request["rows"], request["bytes"])
    try:
        if isinstance(found, ox.QueryBoolean):
            body = TRUTH[form](bool(found)).encode()
        elif isinstance(found, ox.QuerySolutions):
            variables = [variable.value for variable in found.variables]
            rows = (list(solution) for solution in bounds.counted(found))
            body = bounds.joined(ROWS[form](variables, rows))
        else:
            body = written_graph(found, form, bounds, request["prefixes"])
    except PassedError as error:
        return {"status": "cut", "kind": kind, "limit": error.limit}, b""
    return {"status": "whole", "kind": kind, "format": form}, body


def written_graph(
    triples: Iterable[ox.Triple], form: str, bounds: Bounds, prefixes: Mapping[str, str]
) -> bytes:
    """Triples, each once, in one of ``GRAPHS``. Raises ``PassedError``, and ``ValueError`` for what XML cannot say."""
    sink = Sink(bounds.size)
    seen: set[ox.Triple] = set()
    once = (triple for triple in triples if triple not in seen and not seen.add(triple))  # type: ignore[func-returns-value]
    ox.serialize(bounds.counted(once), sink, GRAPHS[form], prefixes=dict(prefixes))
    body = sink.getvalue()
    if form == "rdfxml":
        must_be_xml(body.decode())
    return body


def _dataset(request: Mapping[str, Any]) -> dict[str, Any]:
    if request.get("default") is None:
        return {"use_default_graph_as_union": request.get("union", True)}
    return {
        "default_graph": [ox.NamedNode(iri) for iri in request["default"]],
        "named_graphs": [ox.NamedNode(iri) for iri in request["named"]],
    }
