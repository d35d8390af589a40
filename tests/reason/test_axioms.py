from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ontology import Axioms, Chain, Step, SubRelation
from kg.reason import closure
from kg.reason.axioms import axiom_rules
from kg.reason.errors import UndecidableAxiomError
from tests.reason.worlds import links

NONE = Axioms((), (), frozenset(), frozenset(), ())


def inferred(axioms: Axioms, text: str) -> frozenset[tuple[str, str, str]]:
    return closure(links(text), axiom_rules(axioms, {}))


def test_a_sub_relation_implies_the_one_above_and_not_the_reverse() -> None:
    axioms = replace(NONE, sub_relations=(SubRelation("arms", "supports"),))
    assert inferred(axioms, "a arms b, c supports d") == links("a supports b")


def test_a_sub_relation_may_hold_for_actors_only() -> None:
    axioms = replace(NONE, sub_relations=(SubRelation("attacks", "fights", "Actor"),))
    assert inferred(axioms, "a attacks b, a attacks place/b") == links("a fights b")


def test_a_sub_relation_for_a_class_that_no_iri_tells_is_refused() -> None:
    axioms = replace(NONE, sub_relations=(SubRelation("attacks", "fights", "ArmedGroup"),))
    with pytest.raises(UndecidableAxiomError, match=r"attacks rdfs:subPropertyOf fights.*'ArmedGroup'"):
        axiom_rules(axioms, {})


def test_an_inverse_is_read_from_either_side() -> None:
    axioms = replace(NONE, inverses=(("commandedBy", "commands"), ("commands", "commandedBy")))
    assert inferred(axioms, "a commands b, c commandedBy d") == links("b commandedBy a, d commands c")


def test_a_symmetric_relation_holds_both_ways() -> None:
    assert inferred(replace(NONE, symmetric=frozenset({"fights"})), "a fights b, a arms c") == links(
        "b fights a"
    )


def test_a_transitive_relation_reaches_through_every_step() -> None:
    axioms = replace(NONE, transitive=frozenset({"partOf"}))
    assert inferred(axioms, "a partOf b, b partOf c, c partOf d, x partOf y") == links(
        "a partOf c, a partOf d, b partOf d"
    )


def test_a_chain_follows_its_steps_in_order() -> None:
    axioms = replace(NONE, chains=(Chain((Step("memberOf"), Step("partOf")), "affiliatedWith"),))
    assert inferred(axioms, "a memberOf b, b partOf c, c memberOf d") == links("a affiliatedWith c")


def test_a_chain_of_three_steps_may_walk_one_backwards() -> None:
    steps = (Step("memberOf"), Step("commands", inverted=True), Step("partOf"))
    axioms = replace(NONE, chains=(Chain(steps, "answersTo"),))
    assert inferred(axioms, "a memberOf b, c commands b, c partOf d") == links("a answersTo d")


def test_a_chain_that_repeats_its_result_climbs_to_the_top() -> None:
    axioms = replace(NONE, chains=(Chain((Step("partOf"), Step("answersTo")), "answersTo"),))
    assert inferred(axioms, "a partOf b, b partOf c, c answersTo d") == links("b answersTo d, a answersTo d")


def test_a_cycle_ends_and_links_nothing_to_itself() -> None:
    axioms = replace(NONE, transitive=frozenset({"partOf"}), symmetric=frozenset({"alliedWith"}))
    found = inferred(axioms, "a partOf b, b partOf c, c partOf a, a alliedWith b, b alliedWith a")
    assert found == links("a partOf c, b partOf a, c partOf b")


def test_the_words_of_an_axiom_are_a_sentence_with_the_phrases_of_its_relations() -> None:
    axioms = replace(NONE, chains=(Chain((Step("memberOf"), Step("partOf")), "affiliatedWith"),))
    (rule,) = axiom_rules(
        axioms, {"memberOf": "is a member of", "partOf": "is part of", "affiliatedWith": "is affiliated with"}
    )
    assert rule.wording == "A is a member of B and B is part of C, so A is affiliated with C."
    assert rule.name == "affiliatedWith owl:propertyChainAxiom ( memberOf partOf )"
