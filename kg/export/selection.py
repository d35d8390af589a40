"""Chooses what an export holds: which graphs, which actor or document, and the descriptions they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial

from pyoxigraph import Literal, NamedNode, Quad

from kg.export.errors import NothingToExportError, UnexportableTermError, UnknownGraphsError
from kg.namespaces import RDF, RW, SKOS
from kg.store import Store, document_graphs

GRAPHS = ("documents", "links", "inferred", "judgements", "summary", "reference")
"""The parts of a store. ``documents`` stands for the graphs of all documents."""

_CLAIM = NamedNode(RW + "Claim")
_TYPE = NamedNode(RDF + "type")
_COUNT = NamedNode(RW + "claimCount")
_NAMING = (RW + "subject", RW + "object", RW + "attributedTo", RW + "place")
_READING_AIDS = frozenset(RW + name for name in ("ambiguousLabel", "blockedBy", "cue")) | {
    SKOS + "hiddenLabel"
}
"""Words that help to read texts. They describe nobody, and go out only with the whole registry."""
_FEW = 5_000
"""Terms whose descriptions are looked up before the whole reference graph is read."""
_AT_ONCE = 500
_STATING = (RW + "subject", RW + "predicate", RW + "object")


@dataclass(frozen=True, slots=True)
class Selection:
    """What to export. Without ``actor``, ``document`` and ``claim``, everything in ``graphs``."""

    graphs: tuple[str, ...]
    actor: str | None = None
    """IRI: the claims that name it as subject, object, place or source, all they refer to, and its links."""
    document: str | None = None
    """IRI: its whole graph and the links that its claims state."""
    claim: str | None = None
    """IRI: the claim, all it refers to, and the link that it states."""


def selected(store: Store, selection: Selection) -> frozenset[Quad]:
    """The quads of ``selection``, with the reference graph's descriptions of all they refer to.

    Where only a part of a document's claims is selected, its ``rw:claimCount`` counts that part. Raises
    ``UnknownGraphsError``, ``NothingToExportError`` and ``UnexportableTermError``.
    """
    for name in selection.graphs:
        if name not in GRAPHS:
            raise UnknownGraphsError(name, GRAPHS)
    chosen = set(_stated(store, selection)) | set(_plain(store, selection))
    one = selection.actor or selection.document or selection.claim
    if not chosen and one:
        raise NothingToExportError(one)
    for name in ("summary", "reference"):
        # Neither can be cut to what a part of the claims comes to.
        if name in selection.graphs and not one:
            chosen.update(store.quads(store.iris.graph(name)))
    chosen.update(_descriptions(store, {term for quad in chosen for term in _named(quad)}))
    for quad in chosen:
        for term in (quad.subject, quad.object):
            if not isinstance(term, NamedNode | Literal):
                raise UnexportableTermError(term)
    return frozenset(chosen)


def _stated(store: Store, selection: Selection) -> Iterator[Quad]:
    """The quads of document graphs."""
    if "documents" not in selection.graphs:
        return
    graphs: Sequence[str]
    if selection.document is not None:
        graphs = [_graph_of(store, selection.document)]
    elif selection.actor is not None:
        graphs = documents_naming(store, selection.actor)
    elif selection.claim is not None:
        graphs = _holding(store, NamedNode(selection.claim))
    else:
        graphs = document_graphs(store)
    for graph in graphs:
        quads = tuple(store.quads(graph))
        if selection.actor is not None:
            yield from _about(quads, _claims_naming(quads, NamedNode(selection.actor)))
        elif selection.claim is not None:
            yield from _about(quads, {NamedNode(selection.claim)})
        else:
            yield from quads


def _graph_of(store: Store, document: str) -> str:
    return store.iris.document_graph(document.rpartition("/")[2])


def documents_naming(store: Store, actor: str, most: int | None = None) -> list[str]:
    """The graphs of documents with a claim that names ``actor`` (an IRI), sorted; with ``most``, any so many."""
    # The value is a term that pyoxigraph has checked: its text cannot leave its angle brackets.
    who = NamedNode(actor)
    union = " UNION ".join(f"{{ ?claim <{predicate}> {who} }}" for predicate in _NAMING)
    limit = "" if most is None else f" LIMIT {most}"
    found = store.select(f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ {union} }} }}{limit}")
    return sorted(graph.value for (graph,) in found.rows if isinstance(graph, NamedNode))


def _holding(store: Store, claim: NamedNode) -> list[str]:
    found = store.select(f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ {claim} a {_CLAIM} }} }}")
    return sorted(graph.value for (graph,) in found.rows if isinstance(graph, NamedNode))


def _claims_naming(quads: tuple[Quad, ...], actor: NamedNode) -> set[object]:
    claims = {quad.subject for quad in quads if quad.predicate == _TYPE and quad.object == _CLAIM}
    return {
        quad.subject
        for quad in quads
        if quad.subject in claims and quad.object == actor and quad.predicate.value in _NAMING
    }


def _about(quads: tuple[Quad, ...], naming: Set[object]) -> Iterator[Quad]:
    """These claims of one document, with everything in the document that they refer to."""
    by_subject: dict[object, list[Quad]] = defaultdict(list)
    for quad in quads:
        by_subject[quad.subject].append(quad)
    waiting: list[object] = list(naming)
    seen: set[object] = set(waiting)
    while waiting:
        for quad in by_subject[waiting.pop()]:
            if quad.predicate == _COUNT:
                yield Quad(quad.subject, quad.predicate, Literal(len(naming)), quad.graph_name)
            else:
                yield quad
            if quad.object not in seen and quad.object in by_subject:
                seen.add(quad.object)
                waiting.append(quad.object)


def _plain(store: Store, selection: Selection) -> Iterator[Quad]:
    """The quads of the links, inferred and judgements graphs."""
    wanted = None
    if selection.document is not None:
        wanted = _stated_triples(store.quads(_graph_of(store, selection.document)))
    elif selection.claim is not None:
        wanted = _stated_triples(
            quad for quad in _stated(store, selection) if quad.subject == NamedNode(selection.claim)
        )
    for name in ("links", "inferred", "judgements"):
        if name not in selection.graphs:
            continue
        for quad in store.quads(store.iris.graph(name)):
            ends = [term.value for term in (quad.subject, quad.object) if isinstance(term, NamedNode)]
            if selection.actor is not None and selection.actor not in ends:
                continue
            if wanted is not None and (*ends[:1], quad.predicate.value, *ends[1:]) not in wanted:
                continue
            yield quad


def _stated_triples(quads: Iterable[Quad]) -> frozenset[tuple[str, ...]]:
    claims: dict[object, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate.value in _STATING and isinstance(quad.object, NamedNode):
            claims[quad.subject][quad.predicate.value] = quad.object.value
    return frozenset(tuple(parts.get(part, "") for part in _STATING) for parts in claims.values())


def description(store: Store, iri: str) -> frozenset[Quad]:
    """What the reference graph says of one, and of what that names in turn."""
    return frozenset(_descriptions(store, {NamedNode(iri)}))


def _descriptions(store: Store, wanted: Set[NamedNode]) -> Iterator[Quad]:
    """What the reference graph says of each of ``wanted``, and of what that names in turn."""
    describe = _whole_reference(store) if len(wanted) > _FEW else partial(_looked_up, store)
    seen = set(wanted)
    while wanted:
        found = [quad for quad in describe(wanted) if quad.predicate.value not in _READING_AIDS]
        yield from found
        wanted = {term for quad in found for term in _named(quad)} - seen
        seen |= wanted


def _named(quad: Quad) -> Iterator[NamedNode]:
    return (each for each in (quad.subject, quad.predicate, quad.object) if isinstance(each, NamedNode))


def _whole_reference(store: Store) -> Callable[[Set[NamedNode]], Iterator[Quad]]:
    described: dict[object, list[Quad]] = defaultdict(list)
    for quad in store.quads(store.iris.graph("reference")):
        described[quad.subject].append(quad)
    return lambda wanted: (quad for each in wanted for quad in described.get(each, ()))


def _looked_up(store: Store, wanted: Set[NamedNode]) -> Iterator[Quad]:
    """The same for a few, without reading all of it."""
    graph = NamedNode(store.iris.graph("reference"))
    every = sorted(map(str, wanted))
    for first in range(0, len(every), _AT_ONCE):
        values = " ".join(every[first : first + _AT_ONCE])
        query = f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {values} }} GRAPH {graph} {{ ?s ?p ?o }} }}"
        for subject, predicate, target in store.select(query).rows:
            assert isinstance(subject, NamedNode)
            assert isinstance(predicate, NamedNode)
            assert target is not None
            yield Quad(subject, predicate, target, graph)
