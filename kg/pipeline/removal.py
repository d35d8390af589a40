"""Takes a document out of the store without a trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import UnknownNameError
from kg.pipeline.derived import DerivedGraphs
from kg.pipeline.reference import refresh_reference
from kg.pipeline.refusal import Refusal, refusals, take_back
from kg.query.documents import find_document
from kg.rdf import Summary, packed_triples, summary_of
from kg.reason import Rule, load_rules
from kg.store import Change, Entry, Store, digest
from kg.store.ledger import now


@dataclass(frozen=True, slots=True)
class Removal:
    """What went with a document."""

    document: str
    """IRI of the document."""
    name: str
    claims: int
    links: int
    """How many links no other document asserts."""
    inferred: int
    """How many inferred links no longer follow."""


def remove(store: Store, document: str, *, rules: Sequence[Rule] | None = None) -> Removal:
    """Removes the document with this IRI, name, path, or beginning of its hash; a refused one as well.

    Its text and claims go, the links that only it asserts, what followed from them, and the actors that only
    it describes. One that only the ledger knows, because the store lost it, is forgotten. Durable on return.
    Raises ``UnknownNameError`` and ``AmbiguousNameError``.
    """
    try:
        found = find_document(store, document)
    except UnknownNameError:
        forgotten = _forget(store, document)
        if forgotten is None:
            raise
        return forgotten
    rules = load_rules() if rules is None else rules
    refresh_reference(store, rules)
    graph = store.iris.document_graph(found.sha256)
    quads = tuple(store.quads(graph))
    derived = DerivedGraphs(store, rules).change(graph, summary_of(packed_triples(quads)), Summary())
    change = Change(drop=(graph,), delete=derived.delete, insert=derived.insert)
    entry = Entry("removed", found.sha256, found.name, found.claims, len(quads), digest(quads), now())
    store.ledger.append([entry])
    store.apply(change)
    store.flush()
    take_back(store.layout, found.sha256)
    return Removal(
        found.iri, found.name, found.claims, len(derived.links.removed), len(derived.inferred.removed)
    )


def _forget(store: Store, given: str) -> Removal | None:
    """Of a document that is not in the graph: the refusal, or what the ledger says of one that was lost."""
    refused, lost = _refused(store, given), _lost(store, given)
    if refused is not None:
        take_back(store.layout, refused.sha256)
        return Removal(store.iris.document(refused.sha256), refused.name, 0, 0, 0)
    if lost is not None:
        store.ledger.append([Entry("removed", lost.document, lost.name, 0, 0, lost.digest, now())])
        return Removal(store.iris.document(lost.document), lost.name, 0, 0, 0)
    return None


def _refused(store: Store, given: str) -> Refusal | None:
    fitting = (
        refusal
        for refusal in refusals(store.layout)
        if given in {refusal.name, store.iris.document(refusal.sha256)}
        or (len(given) >= 6 and refusal.sha256.startswith(given.lower()))
    )
    return next(fitting, None)


def _lost(store: Store, given: str) -> Entry | None:
    """The one document of the ledger that fits and is not in the store."""
    fitting = [
        entry
        for entry in store.ledger.loaded().values()
        if given in {entry.name, store.iris.document(entry.document)}
        or (len(given) >= 6 and entry.document.startswith(given.lower()))
    ]
    return fitting[0] if len(fitting) == 1 else None
