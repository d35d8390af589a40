from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RdfSyntaxError, UnknownNameError
from kg.ontology import (
    Chain,
    Step,
    SubRelation,
    axioms,
    classes,
    load_ontology,
    read_ontology,
    relation,
    relations,
    term,
)
from tests.ontology.small import written


def test_a_relation_tells_its_kinds_and_how_to_show_it() -> None:
    part = relation("partOf")
    assert part.domain == part.range == ("Organization", "DescribedGroup")
    assert part.transitive and not part.symmetric and not part.derived_only
    assert part.parents == ("affiliatedWith",)
    assert (part.phrase, part.phrase_ar) == ("is part of", "جزء من")


def test_an_inverse_is_known_from_both_sides() -> None:
    assert relation("commands").inverse == "commandedBy"
    assert relation("commandedBy").inverse == "commands"
    assert {("commands", "commandedBy"), ("commandedBy", "commands")} == set(axioms().inverses)


def test_derived_relations_are_marked() -> None:
    assert {each.name for each in relations() if each.derived_only} == {
        "opponentOf",
        "alignedWith",
        "answersTo",
    }


def test_symmetric_and_transitive_relations_are_listed() -> None:
    assert axioms().symmetric == {"fights", "alliedWith", "negotiatesWith", "opponentOf", "alignedWith"}
    assert axioms().transitive == {"partOf", "within"}


def test_an_attack_is_a_fight_only_where_it_hits_an_actor() -> None:
    assert relation("attacks").range == ("Entity",)
    assert relation("attacks").parents == ("fights",)
    assert SubRelation("attacks", "fights", "Actor") in axioms().sub_relations
    assert SubRelation("attacks", "fights") not in axioms().sub_relations
    assert not any(step.relation == "isActor" for chain in axioms().chains for step in chain.steps)


def test_chains_keep_the_order_of_their_steps() -> None:
    assert Chain((Step("supports"), Step("fights")), "opponentOf") in axioms().chains
    assert Chain((Step("partOf"), Step("answersTo")), "answersTo") in axioms().chains


def test_what_is_below_and_above_a_name() -> None:
    ontology = load_ontology()
    assert ontology.below("supports") == {"supports", "arms", "funds", "trains", "givesAirSupportTo"}
    assert ontology.above("attacks") == {"attacks", "fights", "opponentOf"}
    assert {"City", "Town", "Village", "Site"} < ontology.below("Place")
    assert ontology.above("Monitor") == {"Monitor", "Organization", "Actor", "Entity"}


def test_classes_know_their_parents() -> None:
    parents = {each.name: each.parents for each in classes()}
    assert parents["ArmedGroup"] == ("Organization",)
    assert parents["Evidence"] == ("Span",)
    assert "supports" not in parents


def test_a_term_knows_its_module_and_kind() -> None:
    assert (term("Claim").module, term("Claim").kind) == ("claims", "class")
    assert (term("counterExample").module, term("counterExample").kind) == ("ontology", "property")
    assert (term("asserted").module, term("asserted").kind) == ("claims", "individual")


def test_an_unknown_name_gets_near_ones_offered() -> None:
    with pytest.raises(UnknownNameError, match=r"no relation is called 'suports'; did you mean supports"):
        relation("suports")
    with pytest.raises(UnknownNameError, match=r"no term is called 'Persn'; did you mean Person"):
        term("Persn")


def test_a_module_with_an_error_is_named_with_line_and_column(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text(
        "@prefix rw: <https://w3id.org/rawabit/ontology#> .\nrw:Actor a owl:Class .\n", encoding="utf-8"
    )
    with pytest.raises(RdfSyntaxError, match=r"broken\.ttl: line 2, column \d+: .*owl"):
        read_ontology([broken])


def test_the_inverse_of_a_step_is_read_as_walking_it_backwards(tmp_path: Path) -> None:
    module = written(
        tmp_path / "module.ttl",
        "rw:rivals a owl:ObjectProperty, rw:Relation ; rdfs:isDefinedBy <https://w3id.org/rawabit/ontology> ;\n"
        "    owl:propertyChainAxiom ( rw:funds [ owl:inverseOf rw:funds ] ) .\n"
        "rw:funds a owl:ObjectProperty, rw:Relation ; rdfs:isDefinedBy <https://w3id.org/rawabit/ontology> .\n",
    )
    read = read_ontology([module])
    assert read.axioms.chains == (Chain((Step("funds"), Step("funds", inverted=True)), "rivals"),)
    assert read.axioms.inverses == ()
