"""The axioms mean here what they mean to owlrl, an OWL 2 RL reasoner that shares no code with this one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ontology import Axioms, Chain, Step, SubRelation, axioms
from kg.rdf import Link
from tests.reason.by_owlrl import by_owlrl, by_rawabit
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


@given(st.sets(_LINKS, max_size=6), _AXIOMS)
@settings(deadline=None, max_examples=40)
def test_random_axioms_infer_what_owlrl_infers(world: set[Link], own: Axioms) -> None:
    assert by_rawabit(world, own) == by_owlrl(world, own)


@given(worlds(size=8, relations=(*BETWEEN_ACTORS, "funds", "negotiatesWith")))
@settings(deadline=None, max_examples=15)
def test_the_ontology_s_axioms_infer_what_owlrl_infers(world: set[Link]) -> None:
    assert by_rawabit(world, axioms()) == by_owlrl(world, axioms())
