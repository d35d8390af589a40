"""Validates a whole store: each document, the reference graph, the links, and documents against others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.namespaces import RW, SKOS
from kg.store import Store
from kg.validate.context import PREF_LABEL, TYPE, referred, surroundings
from kg.validate.contradictions import CLAIMS, Statement, candidates, contradictions, statements
from kg.validate.document import Context, results_within
from kg.validate.finding import Engine
from kg.validate.report import Report, Result, report

_UNREGISTERED = f"""PREFIX rw: <{RW}> PREFIX skos: <{SKOS}>
CONSTRUCT {{ ?entity a ?class ; skos:prefLabel ?label }}
WHERE {{ ?entity rw:known false ; a ?class . OPTIONAL {{ ?entity skos:prefLabel ?label }} }}"""
_NAMES = f"PREFIX rw: <{RW}> CONSTRUCT {{ ?document rw:name ?name }} WHERE {{ ?document rw:name ?name }}"
_EVIDENCE = f"""PREFIX rw: <{RW}>
CONSTRUCT {{ ?claim rw:evidence ?passage . ?passage rw:quote ?quote }}
WHERE {{ VALUES ?claim {{ %s }} ?claim rw:evidence ?passage . ?passage rw:quote ?quote }}"""
_AT_ONCE = 500

_Known = dict[str, list[Quad]]


def validate_store(
    store: Store,
    *,
    on_document: Callable[[str], None] | None = None,
    engine: Engine = Engine.COMPILED,
) -> Report:
    """What is wrong in ``store``, with contradictions between its documents as warnings.

    ``on_document`` is told the IRI of each document's graph before it is validated. Raises ``ShapesError``
    and ``TooDeepError``.
    """
    return report(_results(store, on_document, engine))


def _results(store: Store, on_document: Callable[[str], None] | None, engine: Engine) -> Iterator[Result]:
    reference = tuple(store.quads(store.iris.graph("reference")))
    known = _known(reference)
    context = Context(quad for quads in known.values() for quad in quads)
    for graph in sorted(graph for graph in store.graphs() if graph.startswith(store.iris.document_graphs)):
        if on_document is not None:
            on_document(graph)
        own = tuple(store.quads(graph))
        yield from results_within(own, context, engine)
    yield from results_within(reference, Context(), engine)
    unregistered = [
        Quad(each.subject, each.predicate, each.object) for each in store.construct(_UNREGISTERED)
    ]
    for iri, quads in _known(unregistered).items():
        known.setdefault(iri, quads)
    links = tuple(quad for name in ("links", "inferred") for quad in store.quads(store.iris.graph(name)))
    yield from results_within(links, Context(_of(known, referred(links))), engine)
    yield from _across(store, known, engine)


def _across(store: Store, known: _Known, engine: Engine) -> Iterator[Result]:
    found = candidates(statements(store.select(CLAIMS).rows))
    ends = frozenset(end for each in found for end in (each.subject, each.object))
    names = (
        [Quad(each.subject, each.predicate, each.object) for each in store.construct(_NAMES)] if found else []
    )
    yield from contradictions(
        found, (*names, *surroundings(ends, _of(known, ends)), *_evidence(store, found)), engine
    )


def _evidence(store: Store, found: tuple[Statement, ...]) -> Iterator[Quad]:
    for first in range(0, len(found), _AT_ONCE):
        claims = " ".join(str(NamedNode(each.claim)) for each in found[first : first + _AT_ONCE])
        for triple in store.construct(_EVIDENCE % claims):
            yield Quad(triple.subject, triple.predicate, triple.object)


def _known(quads: Iterable[Quad]) -> _Known:
    found: _Known = defaultdict(list)
    for quad in quads:
        if quad.predicate in (TYPE, PREF_LABEL) and isinstance(quad.subject, NamedNode):
            found[quad.subject.value].append(quad)
    return found


def _of(known: _Known, wanted: Iterable[str]) -> list[Quad]:
    return [quad for iri in wanted for quad in known.get(iri, ())]
