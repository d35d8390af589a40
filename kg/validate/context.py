"""What data is read together with: the ontology's axioms, and the actors and places that it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from kg.namespaces import OWL, RDF, RDFS, RW, SKOS
from kg.ontology import ontology_files
from kg.registry import load_registry, version
from kg.turtle import read_turtle
from kg.validate.terms import Value, is_term, packed
from kg.validate.triples import Known

TYPE = NamedNode(RDF + "type")
PREF_LABEL = NamedNode(SKOS + "prefLabel")

_AXIOMS = frozenset(
    [RDF + name for name in ("type", "first", "rest")]
    + [RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range", "label")]
    + [OWL + name for name in ("unionOf", "disjointWith", "disjointUnionOf", "members", "inverseOf")]
    + [RW + name for name in ("derivedOnly", "phrase")]
)


@lru_cache(maxsize=1)
def ontology_quads() -> tuple[Quad, ...]:
    """The axioms and labels of the ontology that shapes and reports look at. Raises ``RdfSyntaxError``."""
    found: list[Quad] = []
    for path in ontology_files():
        found.extend(quad for quad in read_turtle(path) if quad.predicate.value in _AXIOMS)
    return tuple(found)


def referred(quads: Iterable[Quad]) -> frozenset[str]:
    """The IRIs that ``quads`` point to without saying of which class they are."""
    pointed_to, typed = set(), set()
    for quad in quads:
        if isinstance(quad.object, NamedNode):
            pointed_to.add(quad.object.value)
        if isinstance(quad.subject, NamedNode):
            pointed_to.add(quad.subject.value)
            if quad.predicate == TYPE:
                typed.add(quad.subject.value)
    return frozenset(pointed_to - typed)


def surroundings(wanted: frozenset[str], context: Iterable[Quad]) -> tuple[Quad, ...]:
    """Class and preferred labels of ``wanted``: from ``context``, or from the packaged registry.

    Nothing else of the context is let in: what is wrong with it is not the fault of the data.
    """
    found = tuple(
        quad
        for quad in context
        if quad.predicate in (TYPE, PREF_LABEL)
        and isinstance(quad.subject, NamedNode)
        and quad.subject.value in wanted
    )
    described = {quad.subject.value for quad in found if isinstance(quad.subject, NamedNode)}
    return found + tuple(_registered(wanted - described))


def known(context: Iterable[Quad]) -> Known:
    """As ``surroundings``, for whatever may be wanted, as the compiled shapes read it."""
    described: dict[str, tuple[list[Value], list[Value]]] = {}
    for quad in context:
        if (
            quad.predicate in (TYPE, PREF_LABEL)
            and isinstance(quad.subject, NamedNode)
            and is_term(quad.object)
        ):
            own = described.setdefault(quad.subject.value, ([], []))
            own[quad.predicate == PREF_LABEL].append(packed(quad.object))
    registry = _packed_registry(version())
    return {**registry, **described} if described else registry


@lru_cache(maxsize=1)
def _packed_registry(_: object) -> Known:
    found: dict[str, tuple[list[Value], list[Value]]] = {}
    for quad in _registered(frozenset(_registry(version()))):
        if isinstance(quad.subject, NamedNode) and is_term(quad.object):
            own = found.setdefault(quad.subject.value, ([], []))
            own[quad.predicate == PREF_LABEL].append(packed(quad.object))
    return found


def _registered(wanted: frozenset[str]) -> Iterator[Quad]:
    registry = _registry(version())
    for iri in wanted:
        entry = registry.get(iri)
        if entry is None:
            continue
        kind, label, label_ar = entry
        yield Quad(NamedNode(iri), TYPE, NamedNode(RW + kind))
        yield Quad(NamedNode(iri), PREF_LABEL, Literal(label, language="en"))
        if label_ar and label_ar != label:
            yield Quad(NamedNode(iri), PREF_LABEL, Literal(label_ar, language="ar"))


@lru_cache(maxsize=1)
def _registry(_: object) -> dict[str, tuple[str, str, str | None]]:
    entities = (entry.entity for entry in load_registry().entries)
    return {entity.iri: (entity.type, entity.label, entity.label_ar) for entity in entities}
