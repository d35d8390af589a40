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


def validate_documents(
    documents: Iterable[Iterable[Quad]], context_quads: Iterable[Quad] = ()
) -> Iterator[Report]:
    """One report a document, in the order of ``documents``, each the quads of one document's graph.

    Each report is the one that ``validate_document`` gives for that document alone: neighbours change nothing.
    ``context_quads`` are read once, and serve all documents. Documents are taken one at a time, so that memory
    holds one of them and ``context_quads``. Raises ``ShapesError`` and ``TooDeepError``.
    """
    context = tuple(context_quads)
    for quads in documents:
        yield validate_document(quads, context)


def results_within(own: tuple[Quad, ...], context_quads: Iterable[Quad]) -> Iterator[Result]:
    """The results about nodes that ``own`` says something about, in no fixed order."""
    store = data_store(own, surroundings(referred(own), context_quads))
    subjects = {quad.subject for quad in own}
    for finding in run(store, Scope.DOCUMENT):
        if finding.node in subjects:
            yield worded(finding, store)
