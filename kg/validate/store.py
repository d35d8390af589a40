"""Validates a whole store: each document, the reference graph, the links, and documents against others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.namespaces import RW, XSD
from kg.store import Store, document_graphs
from kg.validate.context import Context, context_of
from kg.validate.contradictions import contradictions
from kg.validate.document import results_within
from kg.validate.finding import Engine
from kg.validate.pairs import Pairs, Statement
from kg.validate.report import Report, Result, report
from kg.validate.terms import Value
from kg.validate.triples import PREF_LABEL, TYPE, tables_of

_EVIDENCE = f"""PREFIX rw: <{RW}>
CONSTRUCT {{ ?claim rw:evidence ?passage . ?passage rw:quote ?quote }}
WHERE {{ VALUES ?claim {{ %s }} ?claim rw:evidence ?passage . ?passage rw:quote ?quote }}"""

_UNKNOWN: Value = ("false", XSD + "boolean", "")


@dataclass(frozen=True, slots=True)
class Part:
    """What was found in some documents of a store, and what the rest of the work needs to know of them."""

    results: list[Result]
    pairs: Pairs
    unlisted: dict[str, tuple[list[Value], list[Value]]]
    """Actors and places that only documents describe: their classes, and the labels that one document gives."""

    def add(self, other: Part) -> None:
        """Takes in what was found in the documents that come next."""
        self.results.extend(other.results)
        self.pairs.update(other.pairs)
        for node, (kinds, labels) in other.unlisted.items():
            self.describe(node, kinds, labels)

    def describe(self, node: str, kinds: Iterable[Value], labels: Iterable[Value]) -> None:
        """Takes in what a document says of an actor or place that nothing else describes."""
        own_kinds, own_labels = self.unlisted.setdefault(node, ([], []))
        own_kinds += (kind for kind in kinds if kind not in own_kinds)
        # One document's labels are enough to show whom a result is about.
        own_labels += () if own_labels else labels


def validate_part(
    store: Store,
    graphs: Iterable[str],
    *,
    context: Context | None = None,
    on_document: Callable[[str], None] | None = None,
    engine: Engine = Engine.COMPILED,
) -> Part:
    """What is wrong within each of the documents of ``graphs``, without what ``validate_store`` finds beyond them.

    ``context`` is that of the store, if it is at hand. Raises as ``validate_store`` does.
    """
    context = store_context(store) if context is None else context
    part = Part([], Pairs(), {})
    for graph in graphs:
        if on_document is not None:
            on_document(graph)
        own = tuple(store.quads(graph))
        tables = tables_of(own)
        part.pairs.add(tables)
        types, labels = tables.get(TYPE, {}), tables.get(PREF_LABEL, {})
        for node, marks in tables.get(RW + "known", {}).items():
            if _UNKNOWN in marks:
                part.describe(str(node), types.get(node, ()), labels.get(node, ()))
        part.results.extend(results_within(own, context, engine, tables=tables))
    return part


def store_context(store: Store) -> Context:
    """What the reference graph of ``store`` says of actors and places."""
    return context_of(store.quads(store.iris.graph("reference")))


def validate_store(
    store: Store,
    *,
    on_document: Callable[[str], None] | None = None,
    engine: Engine = Engine.COMPILED,
    parts: Iterable[Part] | None = None,
) -> Report:
    """What is wrong in ``store``, with contradictions between its documents as warnings.

    ``on_document`` is told the IRI of each document's graph before it is validated. Where ``parts`` are given, they are
    what ``validate_part`` gave for all documents in their order, and no document is read. Memory holds one document at
    a time, the links, and what is said of each pair of actors; time grows with the store, and not faster. Raises
    ``ShapesError`` and ``TooDeepError``.
    """
    context = store_context(store)
    whole = Part([], Pairs(), {})
    if parts is None:
        graphs = document_graphs(store)
        parts = (validate_part(store, graphs, context=context, on_document=on_document, engine=engine),)
    for part in parts:
        whole.add(part)
    reference = tuple(store.quads(store.iris.graph("reference")))
    links = tuple(quad for name in ("links", "inferred") for quad in store.quads(store.iris.graph(name)))
    around = context.and_(whole.unlisted)
    results = [
        *whole.results,
        *results_within(reference, context_of(), engine),
        *results_within(links, around, engine),
    ]

    def shown(own: Sequence[Statement]) -> Iterator[Quad]:
        yield from around.about({end for each in own for end in (each.subject, each.object)})
        claims = " ".join(str(NamedNode(each.claim)) for each in own)
        for triple in store.construct(_EVIDENCE % claims):
            yield Quad(triple.subject, triple.predicate, triple.object)

    across = contradictions(whole.pairs, shown, engine=engine)
    return report((*results, *across.results), beyond=across.beyond)
