"""Validates one document, or any other body of quads, together with what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from pyoxigraph import NamedNode, Quad

from kg.rdf import PackedTriple
from kg.rdf.packing import unpacked
from kg.validate import compiled_engine, pyshacl_engine
from kg.validate.context import Context, context_of, referred
from kg.validate.finding import Engine, Finding
from kg.validate.pyshacl_engine import data_store
from kg.validate.report import Report, Result, report
from kg.validate.shapes import Scope
from kg.validate.triples import Tables, Triples, tables_of, tables_of_packed
from kg.validate.wording import worded


def validate_document(
    quads: Iterable[Quad], context_quads: Iterable[Quad] = (), *, engine: Engine = Engine.COMPILED
) -> Report:
    """What is wrong within ``quads``, the whole content of one document's graph.

    ``context_quads`` say of which class the actors and places are that the document refers to without
    describing them (``referred`` lists them); the rest is looked up in the packaged registry. The names of
    graphs are not looked at. The time this takes depends on the document and the number of ``context_quads``.
    Raises ``ShapesError`` and ``TooDeepError``.
    """
    (only,) = validate_documents((quads,), context_quads, engine=engine)
    return only


def validate_documents(
    documents: Iterable[Iterable[Quad]],
    context_quads: Iterable[Quad] = (),
    *,
    engine: Engine = Engine.COMPILED,
) -> Iterator[Report]:
    """One report a document, in the order of ``documents``, each the quads of one document's graph.

    Each report is the one that ``validate_document`` gives for that document alone: neighbours change nothing.
    ``context_quads`` are read once, and serve all documents. Documents are taken one at a time, so that memory
    holds one of them and ``context_quads``. Raises ``ShapesError`` and ``TooDeepError``.
    """
    context = context_of(context_quads)
    for quads in documents:
        yield report(results_within(tuple(quads), context, engine))


def validate_triples(documents: Iterable[Sequence[PackedTriple]]) -> Iterator[Report]:
    """As ``validate_documents``, of triples that are plain values, each there once: without making quads of them."""
    context = context_of(())
    for triples in documents:
        tables = tables_of_packed(triples)
        yield report(_results(partial(_as_quads, triples), tables, context, Engine.COMPILED))


def _as_quads(triples: Sequence[PackedTriple]) -> tuple[Quad, ...]:
    return tuple(
        Quad(NamedNode(subject), NamedNode(name), unpacked(value)) for subject, name, value in triples
    )


def results_within(
    own: tuple[Quad, ...], context: Context, engine: Engine, *, tables: Tables | None = None
) -> Iterator[Result]:
    """The results about nodes that ``own`` says something about, in no fixed order.

    ``tables`` are those of ``own``, if they are at hand.
    """
    yield from _results(lambda: own, tables_of(own) if tables is None else tables, context, engine)


def _results(
    own: Callable[[], tuple[Quad, ...]], tables: Tables, context: Context, engine: Engine
) -> Iterator[Result]:
    """As ``results_within``; the quads are asked for only where something is found, or another engine must look."""
    left = compiled_engine.compiled(Scope.DOCUMENT).unsupported if engine is Engine.COMPILED else None
    findings: tuple[Finding, ...] = ()
    if left is not None:
        triples = Triples(tables, compiled_engine.axioms(), context.known)
        findings = compiled_engine.run(triples, Scope.DOCUMENT)
        if not findings and not left:
            return
    quads = own()
    store = data_store(quads, context.about(referred(quads)))
    if left is None or left:
        findings += pyshacl_engine.run(store, Scope.DOCUMENT, only=left)
    subjects = {quad.subject for quad in quads}
    for finding in findings:
        if finding.node in subjects:
            yield worded(finding, store)
