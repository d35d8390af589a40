"""From what was read to claims."""

from __future__ import annotations

from kg.extract import Extractor
from kg.extract.claims import consistent
from tests.building import claim, document, mention
from tests.extract.cases import slug

_TEXT = document("هاجم الأول الثاني ودعم الأول الثاني")
_ONE, _OTHER = mention(_TEXT, "الأول", "one"), mention(_TEXT, "الثاني", "other")


def test_a_claim_said_twice_in_one_place_is_one_claim() -> None:
    attack = claim(_TEXT, _ONE, "attacks", _OTHER)
    assert consistent([attack, attack]) == (attack,)


def test_a_symmetric_relation_is_stated_once() -> None:
    there, back = claim(_TEXT, _ONE, "fights", _OTHER), claim(_TEXT, _OTHER, "fights", _ONE)
    assert consistent([there, back]) in ((there,), (back,))


def test_those_who_back_each_other_in_a_passage_do_not_fight_in_it() -> None:
    support = claim(_TEXT, _ONE, "supports", _OTHER)
    for enmity in ("fights", "attacks"):
        assert consistent([claim(_TEXT, _OTHER, enmity, _ONE), support]) == (support,)


def test_claims_stand_in_text_order(extractor: Extractor) -> None:
    text = "هاجم جيش العزة داعش. ودخل فيلق الشام مورك. وقصف داعش مدينة منبج."
    claims = extractor.extract(document(text))
    assert [c.evidence.start for c in claims] == sorted(c.evidence.start for c in claims)
    assert len(claims) == 3


def test_a_person_is_a_member_and_an_organisation_a_part(extractor: Extractor) -> None:
    text = "انضم زهران علوش إلى جيش الفتح. وانضم فيلق الشام إلى جيش الفتح."
    found = {(slug(c.subject), c.predicate) for c in extractor.extract(document(text))}
    assert found == {("zahran-alloush", "memberOf"), ("faylaq-al-sham", "partOf")}


def test_an_event_takes_the_place_behind_it(extractor: Extractor) -> None:
    (battle,) = extractor.extract(document("قاتل جيش العزة داعش في مدينة منبج."))
    assert battle.place is not None
    assert (slug(battle.place), battle.place.span.quote) == ("manbij", "مدينة منبج")


def test_an_event_takes_no_place_of_another_clause(extractor: Extractor) -> None:
    (battle,) = extractor.extract(document("قاتل جيش العزة داعش، بينما هطل المطر في منبج."))
    assert battle.place is None


def test_the_rule_names_the_language_and_the_frame(extractor: Extractor) -> None:
    (attack,) = extractor.extract(document("هاجم جيش العزة داعش."))
    assert attack.rule.startswith("ar.attack")
    assert attack.extractor.startswith("rules/")
