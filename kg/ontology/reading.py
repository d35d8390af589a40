"""Turtle modules -> the values of ``kg.ontology.values``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode

from kg.namespaces import OWL, RDF, RDFS, RW, SKOS
from kg.ontology.facts import Facts, Node
from kg.ontology.values import Axioms, Chain, Ontology, Relation, Step, SubRelation, Term

_TYPE = RDF + "type"
_PROPERTY_KINDS = {OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty"}


def read_ontology(files: Iterable[Path]) -> Ontology:
    """The ontology in ``files``. Raises ``RdfSyntaxError`` for a file that does not parse.

    A term is what an ``rdfs:isDefinedBy`` says to be one; a relation is a term that is a ``rw:Relation``.
    """
    facts = Facts()
    for path in files:
        facts.read(path)
    named = [node for node in facts.subjects() if isinstance(node, NamedNode)]
    version = "".join(facts.text(node, OWL + "versionInfo") for node in named)
    nodes = [node for node in named if node.value.startswith(RW) and facts.iris(node, RDFS + "isDefinedBy")]
    nodes.sort(key=_local)
    guarded, chains = _chains(nodes, facts)
    terms = tuple(_term(node, guarded, facts) for node in nodes)
    relations = tuple(
        _relation(node, each, facts)
        for node, each in zip(nodes, terms, strict=True)
        if RW + "Relation" in facts.iris(node, _TYPE)
    )
    return Ontology(version, terms, relations, _axioms(relations, guarded, chains))


def _term(node: NamedNode, guarded: tuple[SubRelation, ...], facts: Facts) -> Term:
    types = set(facts.iris(node, _TYPE))
    above = facts.iris(node, RDFS + "subClassOf") + facts.iris(node, RDFS + "subPropertyOf")
    parents = {iri.removeprefix(RW) for iri in above if iri.startswith(RW)}
    return Term(
        name=_local(node),
        kind="class" if OWL + "Class" in types else "property" if types & _PROPERTY_KINDS else "individual",
        module=facts.iris(node, RDFS + "isDefinedBy")[0].rpartition("/")[2],
        label=facts.text(node, RDFS + "label", "en"),
        label_ar=facts.text(node, RDFS + "label", "ar"),
        definition=facts.text(node, SKOS + "definition", "en"),
        definition_ar=facts.text(node, SKOS + "definition", "ar"),
        example=facts.text(node, SKOS + "example"),
        counter_example=facts.text(node, RW + "counterExample"),
        parents=tuple(sorted(parents | {each.parent for each in guarded if each.child == _local(node)})),
        note=facts.text(node, SKOS + "scopeNote"),
    )


def _relation(node: NamedNode, term: Term, facts: Facts) -> Relation:
    types = set(facts.iris(node, _TYPE))
    return Relation(
        name=term.name,
        label=term.label,
        label_ar=term.label_ar,
        phrase=facts.text(node, RW + "phrase", "en"),
        phrase_ar=facts.text(node, RW + "phrase", "ar"),
        domain=_classes(node, RDFS + "domain", facts),
        range=_classes(node, RDFS + "range", facts),
        parents=term.parents,
        inverse=next(_inverses(node, facts), None),
        symmetric=OWL + "SymmetricProperty" in types,
        transitive=OWL + "TransitiveProperty" in types,
        derived_only=facts.text(node, RW + "derivedOnly") == "true",
        stance=facts.text(node, RW + "stance") or "",
    )


def _axioms(
    relations: tuple[Relation, ...], guarded: tuple[SubRelation, ...], chains: tuple[Chain, ...]
) -> Axioms:
    conditional = {(each.child, each.parent) for each in guarded}
    plain = (
        SubRelation(each.name, parent)
        for each in relations
        for parent in each.parents
        if (each.name, parent) not in conditional
    )
    return Axioms(
        sub_relations=tuple(sorted((*plain, *guarded), key=lambda each: (each.child, each.parent))),
        inverses=tuple((each.name, each.inverse) for each in relations if each.inverse),
        symmetric=frozenset(each.name for each in relations if each.symmetric),
        transitive=frozenset(each.name for each in relations if each.transitive),
        chains=chains,
    )


def _chains(nodes: list[NamedNode], facts: Facts) -> tuple[tuple[SubRelation, ...], tuple[Chain, ...]]:
    """The property chains, those apart that are one relation and a test of its object's class."""
    tests = dict(_tests(nodes, facts))
    guarded: list[SubRelation] = []
    chains: list[Chain] = []
    for node in nodes:
        for head in facts.nodes(node, OWL + "propertyChainAxiom"):
            steps = tuple(_step(member, facts) for member in facts.collection(head))
            if len(steps) == 2 and steps[1].relation in tests:
                guarded.append(SubRelation(steps[0].relation, _local(node), tests[steps[1].relation]))
            else:
                chains.append(Chain(steps, _local(node)))
    return tuple(guarded), tuple(sorted(chains))


def _tests(nodes: list[NamedNode], facts: Facts) -> Iterator[tuple[str, str]]:
    """Properties that link each member of a class to itself (``owl:hasSelf``), each with that class."""
    for node in nodes:
        for parent in facts.nodes(node, RDFS + "subClassOf"):
            if facts.text(parent, OWL + "hasSelf") == "true":
                yield facts.iris(parent, OWL + "onProperty")[0].removeprefix(RW), _local(node)


def _step(member: Node, facts: Facts) -> Step:
    inverted = facts.iris(member, OWL + "inverseOf") if isinstance(member, BlankNode) else []
    return Step(inverted[0].removeprefix(RW), inverted=True) if inverted else Step(_local(member))


def _inverses(node: NamedNode, facts: Facts) -> Iterator[str]:
    """Named properties only: a blank node with ``owl:inverseOf`` is an expression, and states no axiom."""
    for iri in facts.iris(node, OWL + "inverseOf"):
        yield iri.removeprefix(RW)
    yield from (
        _local(other) for other in facts.naming(OWL + "inverseOf", node) if isinstance(other, NamedNode)
    )


def _classes(node: NamedNode, predicate: str, facts: Facts) -> tuple[str, ...]:
    """The classes of a domain or range: one, or the members of a union."""
    found: list[str] = []
    for value in facts.nodes(node, predicate):
        unions = facts.nodes(value, OWL + "unionOf")
        found += [_local(member) for head in unions for member in facts.collection(head)] or [_local(value)]
    return tuple(found)


def _local(node: Node) -> str:
    return node.value.removeprefix(RW)
