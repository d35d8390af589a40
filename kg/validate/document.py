"""Validates one document, or any other body of quads, together with what it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.validate.context import referred, surroundings
from kg.validate.engine import data_store, run
from kg.validate.report import Report, Result, report
from kg.validate.shapes import Scope
from kg.validate.wording import worded


def validate_document(quads: Iterable[Quad], context_quads: Iterable[Quad] = ()) -> Report:
    """What is wrong within ``quads``, the whole content of one document's graph.

    ``context_quads`` say of which class the actors and places are that the document refers to without
    describing them (``referred`` lists them); the rest is looked up in the packaged registry. The names of
    graphs are not looked at. The time this takes depends on the document and the number of ``context_quads``.
    Raises ``ShapesError`` and ``TooDeepError``.
    """
    return report(results_within(tuple(quads), context_quads))


def results_within(own: tuple[Quad, ...], context_quads: Iterable[Quad]) -> Iterator[Result]:
    """The results about nodes that ``own`` says something about, in no fixed order."""
    store = data_store(own, surroundings(referred(own), context_quads))
    subjects = {quad.subject for quad in own}
    for finding in run(store, Scope.DOCUMENT):
        if finding.node in subjects:
            yield worded(finding, store)
