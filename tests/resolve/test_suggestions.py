"""Whom of the registry a new name may mean."""

from __future__ import annotations

import pytest

from kg.namespaces import BASE
from kg.registry import load_registry
from kg.resolve.names import Candidate
from kg.resolve.suggestions import Suggestions


@pytest.fixture(scope="module")
def listed() -> Suggestions:
    return Suggestions(
        Candidate(entry.entity.iri, entry.entity.type, tuple(name.text for name in entry.names))
        for entry in load_registry().entries
        if not entry.is_place
    )


def slugs(listed: Suggestions, *names: str) -> list[str]:
    return [each.candidate.slug for each in listed.near(names)]


def test_a_longer_form_of_a_known_name_leads_to_it(listed: Suggestions) -> None:
    found = listed.near(["تنظيم جيش الفتح الإسلامي"])
    assert found[0].candidate.iri == f"{BASE}actor/jaish-al-fatah"
    assert 50 <= found[0].score < 100
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_another_spelling_leads_to_the_name(listed: Suggestions) -> None:
    assert slugs(listed, "حركة النجبا العراقية")[0] == "nujaba"
    assert slugs(listed, "Jaysh al-Fath")[0] == "jaish-al-fatah"


def test_a_common_noun_alone_suggests_nobody() -> None:
    few = Suggestions(
        Candidate(f"{BASE}actor/{slug}", "ArmedGroup", (name,))
        for slug, name in (("a", "لواء النهر"), ("b", "لواء الجبل"), ("c", "لواء السهل"))
    )
    assert few.near(["لواء البحر"]) == ()
    assert [each.candidate.slug for each in few.near(["كتيبة النهر"])] == ["a"]


def test_all_names_of_the_new_actor_count_and_an_actor_is_suggested_once(listed: Suggestions) -> None:
    assert slugs(listed, "xyzzy", "حزب الله", "Hezbollah").count("hezbollah") == 1


def test_nothing_near_is_nothing(listed: Suggestions) -> None:
    assert listed.near(["شخبوط قندهوري"]) == ()
    assert listed.near([]) == ()
