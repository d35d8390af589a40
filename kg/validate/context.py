"""What data is read together with: the ontology's axioms, and the actors and places that it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode, Quad

from kg.model import Entity
from kg.namespaces import OWL, RDF, RDFS, RW, SKOS
from kg.ontology import ontology_files
from kg.registry import load_registry, version
from kg.turtle import read_turtle
from kg.validate.terms import LANG_STRING, Value, is_term, packed, unpacked
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


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of nodes that data may refer to without describing them: their classes and preferred labels.

    Nothing else of the context is let in: what is wrong with it is not the fault of the data.
    """

    known: Known

    def and_(self, more: Known) -> Context:
        """The context with ``more`` about nodes that it does not know."""
        return Context({**more, **self.known})

    def about(self, wanted: Iterable[str]) -> Iterator[Quad]:
        """What is known of the nodes ``wanted``, as quads."""
        for iri in wanted:
            for predicate, values in zip((TYPE, PREF_LABEL), self.known.get(iri, ()), strict=False):
                for value in values:
                    yield Quad(NamedNode(iri), predicate, unpacked(value))


def context_of(quads: Iterable[Quad] = ()) -> Context:
    """The classes and labels in ``quads``, and those of the packaged registry for nodes that ``quads`` do not name."""
    described: dict[str, tuple[list[Value], list[Value]]] = {}
    for quad in quads:
        if (
            quad.predicate in (TYPE, PREF_LABEL)
            and isinstance(quad.subject, NamedNode)
            and is_term(quad.object)
        ):
            own = described.setdefault(quad.subject.value, ([], []))
            own[quad.predicate == PREF_LABEL].append(packed(quad.object))
    return Context({**_registry(version()).known, **described}) if described else _registry(version())


@lru_cache(maxsize=1)
def _registry(_: object) -> Context:
    return Context({entry.entity.iri: _entry(entry.entity) for entry in load_registry().entries})


def _entry(entity: Entity) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    labels: list[Value] = [(entity.label, LANG_STRING, "en")]
    if entity.label_ar and entity.label_ar != entity.label:
        labels.append((entity.label_ar, LANG_STRING, "ar"))
    return ((RW + entity.type,), tuple(labels))
