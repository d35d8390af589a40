"""Constraints in SPARQL: run as they were compiled, and over what cannot be decided so, by Oxigraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import QuerySolutions, Variable

from kg.validate.core.shape import Check, Column, Offence
from kg.validate.paths import Path, written
from kg.validate.sparql import Select, Solution, UnsureError
from kg.validate.terms import Value, is_blank, is_term, packed, unpacked
from kg.validate.triples import Triples


def queried(select: Select, text: str, prefixes: Mapping[str, str], path: Path | None) -> Check:
    """``sh:sparql``: each solution of ``select``, which was compiled from ``text``, is an offence.

    ``path`` is that of a property shape.
    """
    if path is not None:
        text = re.sub(r"[$?]PATH\b", lambda _: written(path), text)

    def check(triples: Triples, column: Column) -> Iterable[Offence]:
        focus = [node for node, _ in column]
        try:
            solutions = list(select.solutions(triples, focus))
        except UnsureError:
            solutions = list(_asked(text, prefixes, triples, focus))
        return [_offence(solution, is_node_shape=path is None) for solution in solutions]

    return check


def _offence(solution: Solution, *, is_node_shape: bool) -> Offence:
    focus = solution["this"]
    path = solution.get("path")
    return Offence(
        focus,
        solution.get("value", focus if is_node_shape else None),
        path if isinstance(path, str) and not is_blank(path) else None,
        solution,
    )


def _asked(
    text: str, prefixes: Mapping[str, str], triples: Triples, focus: Sequence[Value]
) -> Iterator[Solution]:
    """The solutions that Oxigraph finds, for values that the compiled query cannot compare."""
    store = triples.store()
    for node in focus:
        found = store.query(text, prefixes=dict(prefixes), substitutions={Variable("this"): unpacked(node)})
        if isinstance(found, QuerySolutions):
            names = [variable.value for variable in found.variables]
            for row in found:
                values = zip(names, row, strict=True)
                solution = {name: packed(term) for name, term in values if term is not None and is_term(term)}
                yield {"this": node, **solution}
