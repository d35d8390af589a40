"""The axioms mean here what they mean to owlrl, an OWL 2 RL reasoner that shares no code with this one."""

from __future__ import annotations

from dataclasses import replace

import owlrl
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection

from kg.namespaces import RW
from kg.ontology import Axioms, Chain, Step, SubRelation, axioms
from kg.rdf import Link
from kg.reason import closure
from kg.reason.axioms import axiom_rules
from tests.reason.worlds import ACTORS, BETWEEN_ACTORS, worlds

_RELATIONS = st.sampled_from(["p", "q", "r"])
_LINKS = st.tuples(st.sampled_from(ACTORS[:4]), _RELATIONS, st.sampled_from(ACTORS[:4]))
_STEPS = st.lists(st.builds(Step, _RELATIONS, st.booleans()), min_size=2, max_size=3).map(tuple)
_AXIOMS = st.builds(
    lambda subs, inverses, symmetric, transitive, chains: Axioms(
        tuple(subs),
        tuple(pair for one, other in inverses for pair in ((one, other), (other, one))),
        symmetric,
        transitive,
        tuple(chains),
    ),
    st.sets(
        st.builds(SubRelation, _RELATIONS, _RELATIONS).filter(lambda sub: sub.child != sub.parent), max_size=2
    ),
    st.sets(st.tuples(_RELATIONS, _RELATIONS), max_size=1),
    st.frozensets(_RELATIONS, max_size=1),
    st.frozensets(_RELATIONS, max_size=1),
    st.lists(st.builds(Chain, _STEPS, _RELATIONS), max_size=2),
)


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


def _step(graph: Graph, step: Step) -> URIRef:
    if not step.inverted:
        return URIRef(RW + step.relation)
    inverse = URIRef(f"{RW}inverse-{step.relation}")
    graph.add((inverse, OWL.inverseOf, URIRef(RW + step.relation)))
    return inverse


def by_rawabit(world: set[Link], own: Axioms) -> frozenset[Link]:
    """The closure with self-links allowed, as OWL has them."""
    return closure(
        world, [replace(rule, distinct=frozenset(), actors=frozenset()) for rule in axiom_rules(own, {})]
    )


@given(st.sets(_LINKS, max_size=6), _AXIOMS)
@settings(deadline=None, max_examples=40)
def test_random_axioms_infer_what_owlrl_infers(world: set[Link], own: Axioms) -> None:
    assert by_rawabit(world, own) == by_owlrl(world, own)


@given(worlds(size=8, relations=(*BETWEEN_ACTORS, "funds", "negotiatesWith")))
@settings(deadline=None, max_examples=15)
def test_the_ontology_s_axioms_infer_what_owlrl_infers(world: set[Link]) -> None:
    assert by_rawabit(world, axioms()) == by_owlrl(world, axioms())
