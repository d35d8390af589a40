"""What the claims of one sentence cannot say together."""

from __future__ import annotations

from kg.extract.consistency import consistent
from kg.model import Claim
from kg.ontology.kinds import relation_kinds
from tests.building import claim, document, mention

_TEXT = document("هاجم الأول الثاني ودعم الأول الثاني")
_ONE, _OTHER = mention(_TEXT, "الأول", "one"), mention(_TEXT, "الثاني", "other")


def _consistent(*claims: Claim) -> list[Claim]:
    return consistent(list(claims), {each.name: each for each in relation_kinds()})


def test_a_claim_said_twice_in_one_place_is_one_claim() -> None:
    attack = claim(_TEXT, _ONE, "attacks", _OTHER)
    assert _consistent(attack, attack) == [attack]


def test_a_symmetric_relation_is_stated_once() -> None:
    there, back = claim(_TEXT, _ONE, "fights", _OTHER), claim(_TEXT, _OTHER, "fights", _ONE)
    assert _consistent(there, back) in ([there], [back])


def test_those_who_back_each_other_in_a_passage_do_not_fight_in_it() -> None:
    support = claim(_TEXT, _ONE, "supports", _OTHER)
    for enmity in ("fights", "attacks"):
        assert _consistent(claim(_TEXT, _OTHER, enmity, _ONE), support) == [support]
