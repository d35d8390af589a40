"""Validates a whole store: each document, the reference graph, the links, and documents against others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad

from kg.namespaces import RW, XSD
from kg.store import Store
from kg.validate.context import PREF_LABEL, TYPE, Context, context_of
from kg.validate.contradictions import Contradictions, contradictions
from kg.validate.document import results_within
from kg.validate.finding import Engine
from kg.validate.pairs import Pairs, Statement
from kg.validate.report import Report, Result, report
from kg.validate.terms import Value
from kg.validate.triples import Tables, tables_of

_EVIDENCE = f"""PREFIX rw: <{RW}>
CONSTRUCT {{ ?claim rw:evidence ?passage . ?passage rw:quote ?quote }}
WHERE {{ VALUES ?claim {{ %s }} ?claim rw:evidence ?passage . ?passage rw:quote ?quote }}"""

_UNKNOWN: Value = ("false", XSD + "boolean", "")


def validate_store(
    store: Store,
    *,
    on_document: Callable[[str], None] | None = None,
    engine: Engine = Engine.COMPILED,
) -> Report:
    """What is wrong in ``store``, with contradictions between its documents as warnings.

    ``on_document`` is told the IRI of each document's graph before it is validated. Memory holds one document at a
    time, the links, and what is said of each pair of actors; time grows with the store, and not faster. Raises
    ``ShapesError`` and ``TooDeepError``.
    """
    work = _Work(store, engine)
    results = list(work.results(on_document))
    across = work.across()
    return report((*results, *across.results), beyond=across.beyond)


class _Work:
    def __init__(self, store: Store, engine: Engine) -> None:
        self._store = store
        self._engine = engine
        self._reference = tuple(store.quads(store.iris.graph("reference")))
        self._context = context_of(self._reference)
        self._pairs = Pairs()
        self._unlisted: dict[str, tuple[list[Value], list[Value]]] = {}

    def results(self, on_document: Callable[[str], None] | None) -> Iterator[Result]:
        store = self._store
        for graph in sorted(
            graph for graph in store.graphs() if graph.startswith(store.iris.document_graphs)
        ):
            if on_document is not None:
                on_document(graph)
            own = tuple(store.quads(graph))
            tables = tables_of(own)
            self._pairs.add(tables)
            self._take_unlisted(tables)
            yield from results_within(own, self._context, self._engine, tables=tables)
        yield from results_within(self._reference, context_of(), self._engine)
        links = tuple(quad for name in ("links", "inferred") for quad in store.quads(store.iris.graph(name)))
        yield from results_within(links, self._whole(), self._engine)

    def across(self) -> Contradictions:
        return contradictions(self._pairs, self._shown, engine=self._engine)

    def _whole(self) -> Context:
        """The context, and the actors and places that only documents describe."""
        return self._context.and_(self._unlisted)

    def _take_unlisted(self, tables: Tables) -> None:
        types, labels = tables.get(TYPE.value, {}), tables.get(PREF_LABEL.value, {})
        for node, marks in tables.get(RW + "known", {}).items():
            if _UNKNOWN in marks:
                kinds, names = self._unlisted.setdefault(str(node), ([], []))
                kinds += (kind for kind in types.get(node, ()) if kind not in kinds)
                # One document's labels are enough to show whom a result is about.
                names += () if names else labels.get(node, ())

    def _shown(self, own: Sequence[Statement]) -> Iterator[Quad]:
        yield from self._whole().about({end for each in own for end in (each.subject, each.object)})
        claims = " ".join(str(NamedNode(each.claim)) for each in own)
        for triple in self._store.construct(_EVIDENCE % claims):
            yield Quad(triple.subject, triple.predicate, triple.object)
