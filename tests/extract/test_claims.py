"""From what was read to claims."""

from __future__ import annotations

from kg.extract import Extractor
from tests.building import document
from tests.extract.cases import slug


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
    battle, *presences = extractor.extract(document("قاتل جيش العزة داعش في مدينة منبج."))
    assert {claim.predicate for claim in presences} == {"presentIn"}
    assert battle.place is not None
    assert (slug(battle.place), battle.place.span.quote) == ("manbij", "مدينة منبج")


def test_an_event_takes_no_place_of_another_clause(extractor: Extractor) -> None:
    (battle,) = extractor.extract(document("قاتل جيش العزة داعش، بينما هطل المطر في منبج."))
    assert battle.place is None


def test_the_rule_names_the_language_and_the_frame(extractor: Extractor) -> None:
    (attack,) = extractor.extract(document("هاجم جيش العزة داعش."))
    assert attack.rule.startswith("ar.assail")
    assert attack.extractor.startswith("rules/")
