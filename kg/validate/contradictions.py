"""Finds where documents contradict each other: only pairs on which they differ reach the shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from pyoxigraph import Quad

from kg.validate import compiled_engine, pyshacl_engine
from kg.validate.finding import Engine, Finding
from kg.validate.pairs import Pairs, Statement
from kg.validate.pyshacl_engine import data_store
from kg.validate.report import Result
from kg.validate.shapes import Scope
from kg.validate.triples import Triples, tables_of
from kg.validate.wording import worded

MOST = 1000
"""Contradictions that are put into words. Nobody reads more; the others are counted."""

_AT_ONCE = 200

Shown = Callable[[Sequence[Statement]], Iterable[Quad]]
"""Of statements, what a person is to be shown: labels of their ends, evidence of their claims."""


@dataclass(frozen=True, slots=True)
class Contradictions:
    """The contradictions between documents: some in words, and how many there are beyond."""

    results: tuple[Result, ...] = ()
    beyond: int = 0


def contradictions(
    pairs: Pairs, shown: Shown, *, engine: Engine = Engine.COMPILED, most: int = MOST
) -> Contradictions:
    """What the shapes of all documents find in each pair on which documents differ; in words the first ``most``."""
    if engine is Engine.PYSHACL:
        found = _by_pyshacl(pairs)
    else:
        found = _compiled(pairs)
        left = compiled_engine.compiled(Scope.ALL_DOCUMENTS).unsupported
        if left:
            found = chain(found, _by_pyshacl(pairs, tuple(left)))
    results: list[Result] = []
    first = list(islice(found, most))
    for start in range(0, len(first), _AT_ONCE):
        results += _worded(first[start : start + _AT_ONCE], pairs, shown)
    return Contradictions(tuple(results), sum(1 for _ in found))


_Found = Iterator[tuple[Finding, tuple[Statement, ...]]]


def _compiled(pairs: Pairs) -> _Found:
    for own in pairs.differing():
        quads = [quad for each in own for quad in each.quads()]
        triples = Triples(tables_of([*quads, *pairs.names(own)]), compiled_engine.axioms())
        for finding in compiled_engine.run(triples, Scope.ALL_DOCUMENTS):
            yield finding, own


def _by_pyshacl(pairs: Pairs, only: Sequence[str] | None = None) -> _Found:
    whole = tuple(each for own in pairs.differing() for each in own)
    if whole:
        store = data_store((quad for each in whole for quad in each.quads()), pairs.names(whole))
        by_claim = {each.claim: (each,) for each in whole}
        for finding in pyshacl_engine.run(store, Scope.ALL_DOCUMENTS, only=only):
            others = [getattr(term, "value", "") for term in (finding.node, finding.value)]
            yield finding, tuple(each for claim in others for each in by_claim.get(claim, ()))


def _worded(
    found: Sequence[tuple[Finding, tuple[Statement, ...]]], pairs: Pairs, shown: Shown
) -> Iterator[Result]:
    named = {
        getattr(term, "value", "") for finding, _ in found for term in (finding.node, finding.value) if term
    }
    own = sorted({each for _, statements in found for each in statements if each.claim in named})
    store = data_store((quad for each in own for quad in each.quads()), pairs.names(own), shown(own))
    for finding, _ in found:
        yield worded(finding, store)
