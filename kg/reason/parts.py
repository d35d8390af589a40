"""Cuts an ontology into what a reasoner is given: declarations, axioms by term, statements by individual."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize

from kg.namespaces import OWL, RDF, RDFS
from kg.turtle import read_turtle

_TYPE = NamedNode(RDF + "type")
_OWLREADY = "http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#"
_ANNOTATIONS = {RDFS + name for name in ("label", "comment", "isDefinedBy", "seeAlso")}
_TERM_KINDS = {OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
_DECLARATIONS = {*_TERM_KINDS, OWL + "NamedIndividual", OWL + "Ontology"}
_PROBE = "urn:rawabit:probe:"


def read_axioms(files: Iterable[Path]) -> list[Triple]:
    """What ``files`` (Turtle) say that bears on reasoning. Raises ``RdfSyntaxError``.

    Imports are left out, for nothing is fetched, and so is what would have Owlready2 load Python code.
    Annotations are left out because no axiom depends on them.
    """
    triples = [quad.triple for path in files for quad in read_turtle(path)]
    kinds = _by_kind(triples)
    silent = {OWL + "imports", *_ANNOTATIONS, *kinds[OWL + "AnnotationProperty"]}
    return [
        triple
        for triple in triples
        if triple.predicate.value not in silent and not triple.predicate.value.startswith(_OWLREADY)
    ]


def by_individual(triples: list[Triple]) -> tuple[list[Triple], dict[str, list[Triple]]]:
    """Everything about classes and properties; and by individual what is stated of it."""
    kinds = _by_kind(triples)
    terms = set().union(*(kinds[kind] for kind in _TERM_KINDS))
    return _cut(triples, lambda subject: subject not in terms)


def by_term(triples: list[Triple]) -> tuple[list[Triple], dict[str, list[Triple]]]:
    """The bare declarations; and by term or individual every axiom that it opens."""
    return _cut(triples, lambda _: True)


def probes(triples: list[Triple]) -> tuple[list[Triple], dict[str, str]]:
    """For each property a class of what has that property; and by the IRI of that class the property.

    Where such a class is empty in every world, the property can never hold: HermiT names only classes.
    """
    kinds = _by_kind(triples)
    found: list[Triple] = []
    tested: dict[str, str] = {}
    for kind, filler in (
        (OWL + "ObjectProperty", OWL + "Thing"),
        (OWL + "DatatypeProperty", RDFS + "Literal"),
    ):
        for property_ in sorted(kinds[kind]):
            probe, restriction = NamedNode(f"{_PROBE}{len(tested)}"), BlankNode()
            tested[probe.value] = property_
            found += (
                Triple(probe, _TYPE, NamedNode(OWL + "Class")),
                Triple(probe, NamedNode(RDFS + "subClassOf"), restriction),
                Triple(restriction, _TYPE, NamedNode(OWL + "Restriction")),
                Triple(restriction, NamedNode(OWL + "onProperty"), NamedNode(property_)),
                Triple(restriction, NamedNode(OWL + "someValuesFrom"), NamedNode(filler)),
            )
    return found, tested


def n_triples(triples: Iterable[Triple]) -> bytes:
    """The triples as N-Triples."""
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _cut(
    triples: list[Triple], is_part: Callable[[str], bool]
) -> tuple[list[Triple], dict[str, list[Triple]]]:
    """Gives each triple to the named subject that leads to it, if that is a part; else to the background."""
    owners = _owners(triples)
    background: list[Triple] = []
    parts: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        owner = owners.get(triple.subject)
        if owner is None or not is_part(owner) or _declares(triple):
            background.append(triple)
        else:
            parts[owner].append(triple)
    return background, dict(sorted(parts.items()))


def _owners(triples: list[Triple]) -> dict[object, str]:
    """By subject the named subject that leads to it: itself, or the one whose axiom the blank node is in."""
    inner: dict[object, list[BlankNode]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.object, BlankNode):
            inner[triple.subject].append(triple.object)
    owners: dict[object, str] = {}
    for triple in triples:
        if not isinstance(triple.subject, NamedNode):
            continue
        waiting: list[object] = [triple.subject]
        while waiting:
            node = waiting.pop()
            if node not in owners:
                owners[node] = triple.subject.value
                waiting.extend(inner[node])
    return owners


def _declares(triple: Triple) -> bool:
    return (
        triple.predicate == _TYPE
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, NamedNode)
        and triple.object.value in _DECLARATIONS
    )


def _by_kind(triples: list[Triple]) -> dict[str, set[str]]:
    """By class the IRIs that are declared to be of it."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for triple in triples:
        subject, kind = triple.subject, triple.object
        if triple.predicate == _TYPE and isinstance(subject, NamedNode) and isinstance(kind, NamedNode):
            kinds[kind.value].add(subject.value)
    return kinds
