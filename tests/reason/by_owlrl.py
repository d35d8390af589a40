"""Inference by owlrl, an OWL 2 RL reasoner that shares no code with this one."""

from __future__ import annotations

from dataclasses import replace

import owlrl
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection

from kg.namespaces import RW
from kg.ontology import Axioms, Step
from kg.rdf import Link
from kg.reason import closure
from kg.reason.axioms import axiom_rules


def by_owlrl(world: set[Link], own: Axioms) -> set[Link]:
    """What owlrl adds to ``world`` under the same axioms."""
    graph = Graph()
    for sub in own.sub_relations:
        graph.add((URIRef(RW + sub.child), RDFS.subPropertyOf, URIRef(RW + sub.parent)))
    for one, other in own.inverses:
        graph.add((URIRef(RW + one), OWL.inverseOf, URIRef(RW + other)))
    for relation in own.symmetric:
        graph.add((URIRef(RW + relation), RDF.type, OWL.SymmetricProperty))
    for relation in own.transitive:
        graph.add((URIRef(RW + relation), RDF.type, OWL.TransitiveProperty))
    for number, chain in enumerate(own.chains):
        head = URIRef(f"https://example.org/chain/{number}")
        Collection(graph, head, [_step(graph, step) for step in chain.steps])
        graph.add((URIRef(RW + chain.implies), OWL.propertyChainAxiom, head))
    for subject, relation, target in world:
        graph.add((URIRef(subject), URIRef(RW + relation), URIRef(target)))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    named = {str(each): each.removeprefix(RW) for each in map(str, graph.predicates()) if each.startswith(RW)}
    found = {(str(s), named[str(p)], str(o)) for s, p, o in graph if str(p) in named}
    return {link for link in found if not link[1].startswith("inverse-")} - world


def by_rawabit(world: set[Link], own: Axioms) -> frozenset[Link]:
    """The closure with self-links allowed, as OWL has them."""
    return closure(
        world, [replace(rule, distinct=frozenset(), actors=frozenset()) for rule in axiom_rules(own, {})]
    )


def _step(graph: Graph, step: Step) -> URIRef:
    if not step.inverted:
        return URIRef(RW + step.relation)
    inverse = URIRef(f"{RW}inverse-{step.relation}")
    graph.add((inverse, OWL.inverseOf, URIRef(RW + step.relation)))
    return inverse
