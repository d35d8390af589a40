"""What a store says of each actor and place, cut down to what can contradict an axiom: a few traits, shared by many.

A reasoner cannot hold a store of millions of links. But what the axioms forbid, they forbid of one actor or place by
its classes and by the relations it stands in, whoever is at the other end. So those with the same traits are asked
about once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.namespaces import OWL, RDF, RDFS, RW, XSD
from kg.ontology import load_ontology
from kg.rdf import read_links
from kg.store import Store

_TYPE = NamedNode(RDF + "type")
_SUB_CLASS = NamedNode(RDFS + "subClassOf")
_IRREFLEXIVE = NamedNode(OWL + "IrreflexiveProperty")
_ASKED = "urn:rawabit:asked:"


class Trait(NamedTuple):
    """One thing that is said of somebody."""

    kind: str
    """``is`` of a class; ``has`` a relation to another; is ``had`` by another; ``self``, to itself."""
    term: str
    """IRI of the class or relation."""


Traits = frozenset[Trait]


def traits_of(store: Store, axioms: Iterable[Triple]) -> dict[Traits, list[str]]:
    """By traits the actors and places that have just these, sorted. Relations count as far as they are asserted."""
    found: dict[str, set[Trait]] = defaultdict(set)
    for iri, kind in _types(store):
        found[iri].add(Trait("is", kind))
    irreflexive = {
        axiom.subject.value
        for axiom in axioms
        if axiom.predicate == _TYPE and axiom.object == _IRREFLEXIVE and isinstance(axiom.subject, NamedNode)
    }
    for quad in store.quads(store.iris.graph("links")):
        for subject, name, target in read_links((quad,)):
            relation = RW + name
            found[subject].add(Trait("has", relation))
            found[target].add(Trait("had", relation))
            if subject == target and relation in irreflexive:
                found[subject].add(Trait("self", relation))
    alike: dict[Traits, list[str]] = defaultdict(list)
    for iri in sorted(found):
        alike[frozenset(found[iri])].append(iri)
    return dict(alike)


def _types(store: Store) -> Iterator[tuple[str, str]]:
    ontology = load_ontology()
    names = {name for top in ("Actor", "Place") for name in ontology.below(top)}
    values = " ".join(f"<{RW}{name}>" for name in sorted(names))
    rows = store.select(f"SELECT DISTINCT ?iri ?class {{ VALUES ?class {{ {values} }} ?iri a ?class }}").rows
    for iri, kind in rows:
        if isinstance(iri, NamedNode) and isinstance(kind, NamedNode):
            yield iri.value, kind.value


def largest(given: Iterable[Traits]) -> list[Traits]:
    """Those that are no part of another: what can be true of them can be true of their parts."""
    kept: list[Traits] = []
    for each in sorted(given, key=len, reverse=True):
        if not any(each <= other for other in kept):
            kept.append(each)
    return kept


def asked_classes(given: Iterable[Traits]) -> tuple[list[Triple], dict[str, Traits]]:
    """A class for each of ``given``, of whatever has these traits; and by the IRI of the class the traits.

    Where such a class must be empty, nobody can have the traits together.
    """
    triples: list[Triple] = []
    classes: dict[str, Traits] = {}
    for number, traits in enumerate(given):
        asked = NamedNode(f"{_ASKED}{number}")
        classes[asked.value] = traits
        triples.append(Triple(asked, _TYPE, NamedNode(OWL + "Class")))
        for trait in sorted(traits):
            triples += _said(asked, trait)
    return triples, classes


def _said(asked: NamedNode, trait: Trait) -> Iterator[Triple]:
    term = NamedNode(trait.term)
    if trait.kind == "is":
        yield Triple(asked, _SUB_CLASS, term)
        return
    if trait.kind == "self":
        yes = Literal("true", datatype=NamedNode(XSD + "boolean"))
        yield from _restricted(asked, term, "hasSelf", yes)
    else:
        thing = NamedNode(OWL + "Thing")
        yield from _restricted(asked, term, "someValuesFrom", thing, inverse=trait.kind == "had")


def _restricted(
    asked: NamedNode, relation: NamedNode, how: str, filler: NamedNode | Literal, *, inverse: bool = False
) -> Iterator[Triple]:
    restriction, along = BlankNode(), BlankNode()
    if inverse:
        yield Triple(along, NamedNode(OWL + "inverseOf"), relation)
    yield Triple(asked, _SUB_CLASS, restriction)
    yield Triple(restriction, _TYPE, NamedNode(OWL + "Restriction"))
    yield Triple(restriction, NamedNode(OWL + "onProperty"), along if inverse else relation)
    yield Triple(restriction, NamedNode(OWL + how), filler)
