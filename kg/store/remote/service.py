"""Questions to a server and changes of it, as SPARQL 1.1 has them, with what is known of the server's own ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pyoxigraph import BlankNode, NamedNode, Quad

from kg.store.protocol import Rows, Term
from kg.store.remote.address import shown
from kg.store.remote.answers import Solutions, solutions, truth
from kg.store.remote.errors import CutAnswerError, StrangeAnswerError
from kg.store.remote.http import Bounds, Client, Reply
from kg.store.remote.journal import Known
from kg.store.remote.steps import requests
from kg.store.remote.text import counting
from kg.store.remote.virtuoso import distrusted, hiding

_VIRTUOSO = "virtuoso"
_MOST_OF_VIRTUOSO = 4_000_000
"""Characters of one update: Virtuoso cannot put together more than 10 million bytes."""
_ROUND = 500
_DIGITS = "0123456789abcdef"

Row = tuple[Term | None, ...]


class Service:
    """One server. ``place`` is how its address is shown."""

    def __init__(self, client: Client, known: Known, seconds: float) -> None:
        self._client = client
        self._seconds = seconds
        self.known = known
        self.place = shown(known.query)

    @property
    def is_virtuoso(self) -> bool:
        """Whether it keeps graphs of its own beside the data, and cannot take long updates."""
        return self.known.product.lower().startswith(_VIRTUOSO)

    def distrusts(self, sparql: str) -> bool:
        """Whether the server is known to answer queries of this kind wrongly."""
        return self.is_virtuoso and distrusted(sparql)

    def select(self, sparql: str, variables: Sequence[str]) -> Rows:
        """All solutions, in ``variables``. Raises ``CutAnswerError`` rather than giving some of them."""
        with self.solving(sparql, Bounds(self._seconds)) as found:
            rows = _arranged(found, variables, list(found.rows))
        if self.cut_at(sparql, found, len(rows)):
            raise CutAnswerError(
                self.place,
                f"{len(rows):,} rows and no more",
                "raise the server's own limit (ResultSetMaxRows in virtuoso.ini), or ask for less",
            )
        return Rows(tuple(variables), tuple(rows))

    def ask(self, sparql: str, bounds: Bounds | None = None) -> bool:
        """Yes or no."""
        with self._asked(sparql, bounds or Bounds(self._seconds)) as reply:
            return truth(reply, self.place)

    @contextmanager
    def solving(self, sparql: str, bounds: Bounds) -> Iterator[Solutions]:
        """The solutions of a SELECT as they come in."""
        with self._asked(sparql, bounds) as reply:
            yield solutions(reply, self.place)

    def cut_at(self, sparql: str, found: Solutions, count: int) -> bool:
        """Whether there are more rows than the ``count`` that came.

        A server that stops at a limit of its own may say so in a header or not at all. A limit is a round number,
        so that only round numbers are counted again, by the server itself.
        """
        if found.limited is None and (count == 0 or count % _ROUND):
            return False
        told = self._number(counting(sparql))
        return told != count

    def whole(self, wanted: str, pattern: str, *, by: str) -> list[Row]:
        """All rows of a pattern, counted in the same breath; in parts where the server cuts them.

        ``wanted`` are the variables, after DISTINCT where rows come twice; ``by`` is the one of them whose hash
        tells in which part a row comes. Raises ``CutAnswerError``.
        """
        return list(self._part(wanted, pattern, by, ""))

    def _part(self, wanted: str, pattern: str, by: str, begun: str) -> Iterator[Row]:
        chosen = f" FILTER(STRSTARTS(MD5(STR({by})), {begun!r}))".replace("'", '"') if begun else ""
        inner = f"{pattern}{chosen}"
        variables = wanted.removeprefix("DISTINCT ")
        names = [*(name.lstrip("?") for name in variables.split()), "all"]
        sparql = (
            f"SELECT {variables} ?all WHERE {{ {{ SELECT (COUNT(*) AS ?all) WHERE {{ SELECT {wanted} "
            f"WHERE {{ {inner} }} }} }} UNION {{ SELECT {wanted} WHERE {{ {inner} }} }} }}"
        )
        with self.solving(sparql, Bounds(self._seconds)) as found:
            rows = _arranged(found, names, list(found.rows))
        counts = [int(getattr(row[-1], "value", -1)) for row in rows if row[-1] is not None]
        kept = [row[:-1] for row in rows if row[-1] is None]
        if counts == [len(kept)]:
            yield from kept
        elif found.limited is None and len(kept) % _ROUND and counts:
            raise CutAnswerError(self.place, f"{len(kept):,} rows of {counts[0]:,}")
        elif len(begun) == 4:
            raise CutAnswerError(self.place, f"{len(kept):,} rows and no more, however it is asked")
        else:
            for digit in _DIGITS:
                yield from self._part(wanted, pattern, by, begun + digit)

    def tell(self, steps: Sequence[str]) -> None:
        """Sends the steps of a change, in one request where the server can take it."""
        most = _MOST_OF_VIRTUOSO if self.is_virtuoso else None
        for update in requests(steps, most):
            self._client.tell(self.known.update or self.known.query, update, Bounds(self._seconds))

    def close(self) -> None:
        """Lets go of the connections."""
        self._client.close()

    def _number(self, sparql: str) -> int:
        with self.solving(sparql, Bounds(self._seconds)) as found:
            return int(getattr(next(found.rows)[0], "value", -1))

    def _asked(self, sparql: str, bounds: Bounds) -> Reply:
        dressed = hiding(sparql, self.known.hidden)
        return self._client.ask(self.known.query, dressed, bounds, self._parameters(bounds))

    def _parameters(self, bounds: Bounds) -> dict[str, str]:
        if self.is_virtuoso:
            # Else it works on when nobody waits, until none of its threads is left. What it then gives says so.
            return {"timeout": str(max(1000, int(bounds.seconds * 1000)))}
        return {self.known.union: "true"} if self.known.union else {}


def _arranged(found: Solutions, variables: Sequence[str], rows: list[Row]) -> list[Row]:
    """The rows with their cells in the order of ``variables``, whatever order the server gives them."""
    if found.variables == tuple(variables):
        return rows
    at = {name: place for place, name in enumerate(found.variables)}
    return [tuple(row[at[name]] if name in at else None for name in variables) for row in rows]


def quad_of(row: Row, graph: NamedNode) -> Quad:
    """The quad of a row of subject, predicate and object. Raises ``StrangeAnswerError`` where it is none."""
    subject, predicate, target = row
    if isinstance(subject, NamedNode | BlankNode) and isinstance(predicate, NamedNode) and target is not None:
        return Quad(subject, predicate, target, graph)
    raise StrangeAnswerError(graph.value, "it holds what is no triple")
