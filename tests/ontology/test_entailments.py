"""What must follow from the ontology, as HermiT sees it: competency questions with small cases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.namespaces import BASE, RW
from kg.ontology import ontology_files
from kg.reason.java import find_java
from kg.reason.parts import n_triples, read_axioms
from tests.ontology.small import written

CASE = """
actor:faction a rw:ArmedGroup ; rw:attacks actor:army, place:town .
actor:army a rw:StateForce .
actor:backer a rw:State ; rw:arms actor:army .
actor:general rw:commands actor:corps .
actor:brigade rw:partOf actor:corps .
actor:fighter rw:memberOf actor:brigade ; rw:presentIn place:town .
place:town a rw:Town ; rw:within place:governorate .
place:governorate rw:within place:country .
actor:one rw:negotiatesWith actor:two .
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[frozenset[tuple[str, str, str]]]:
    """The triples about the case, stated and entailed, by local names."""
    import owlready2

    home = tmp_path_factory.mktemp("entailments")
    case = written(home / "case.ttl", CASE)
    file = home / "case.nt"
    file.write_bytes(n_triples(read_axioms((*ontology_files(), case))))
    owlready2.JAVA_EXE = str(find_java())
    world = owlready2.World()
    world.get_ontology(f"file://{file}").load(only_local=True)
    owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
    triples = world.as_rdflib_graph().triples((None, None, None))
    yield frozenset(
        (str(s).rpartition("/")[2], str(p).partition("#")[2], str(o).removeprefix(RW).rpartition("/")[2])
        for s, p, o in triples
        if str(s).startswith(BASE) and str(p).startswith(RW)
    )


def test_an_attack_on_an_actor_is_a_fight_of_both(facts: frozenset[tuple[str, str, str]]) -> None:
    assert {("faction", "fights", "army"), ("army", "fights", "faction")} <= facts


def test_an_attack_on_a_place_is_no_fight_with_it(facts: frozenset[tuple[str, str, str]]) -> None:
    assert ("faction", "attacks", "town") in facts
    assert not {fact for fact in facts if "town" in fact and fact[1] in {"fights", "opponentOf"}}


def test_who_arms_one_side_is_an_opponent_of_the_other_and_the_other_way_round(
    facts: frozenset[tuple[str, str, str]],
) -> None:
    assert {("backer", "opponentOf", "faction"), ("faction", "opponentOf", "backer")} <= facts
    assert ("backer", "opponentOf", "army") not in facts


def test_a_line_of_command_reaches_down_through_units_to_their_members(
    facts: frozenset[tuple[str, str, str]],
) -> None:
    assert {("corps", "commandedBy", "general"), ("brigade", "answersTo", "general")} <= facts
    assert ("fighter", "answersTo", "general") in facts
    assert ("general", "answersTo", "corps") not in facts


def test_a_member_of_a_unit_is_affiliated_with_the_whole(facts: frozenset[tuple[str, str, str]]) -> None:
    assert ("fighter", "affiliatedWith", "corps") in facts
    assert ("fighter", "memberOf", "corps") not in facts


def test_who_is_in_a_town_is_in_all_that_holds_the_town(facts: frozenset[tuple[str, str, str]]) -> None:
    assert {("fighter", "presentIn", "governorate"), ("fighter", "presentIn", "country")} <= facts


def test_talks_go_both_ways(facts: frozenset[tuple[str, str, str]]) -> None:
    assert ("two", "negotiatesWith", "one") in facts
