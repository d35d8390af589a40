"""What a user types, and whom it means."""

from __future__ import annotations

import pytest

from kg.errors import AmbiguousNameError, UnknownNameError
from kg.namespaces import BASE
from kg.resolve.names import Candidate, Names


def actor(slug: str, *names: str, preferred: int = 2) -> Candidate:
    return Candidate(f"{BASE}actor/{slug}", "ArmedGroup", names[:preferred], names[preferred:])


ACTORS = Names(
    "actor",
    (
        actor("qasem-soleimani", "Qasem Soleimani", "قاسم سليماني", "Qassem Suleimani", "الجنرال سليماني"),
        actor("hezbollah", "Hezbollah", "حزب الله", "Hizballah"),
        actor("kataib-hezbollah", "Kata'ib Hezbollah", "كتائب حزب الله", "Hezbollah Brigades", "Hezbollah"),
        actor("al-nusra-front", "al-Nusra Front", "جبهة النصرة", "النصرة", "Jabhat al-Nusra"),
        actor("badr-organization", "Badr Organization", "منظمة بدر", "الجيش"),
        actor("badr-martyrs", "Badr Martyrs Brigade", "لواء شهداء بدر", "الجيش"),
    ),
)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        (f"{BASE}actor/hezbollah", "hezbollah"),
        (f"<{BASE}actor/hezbollah>", "hezbollah"),
        ("actor:al-nusra-front", "al-nusra-front"),
        ("actor/al-nusra-front", "al-nusra-front"),
        ("badr-martyrs", "badr-martyrs"),
        ("Qasem Soleimani", "qasem-soleimani"),
        ("QASEM SOLEIMANI", "qasem-soleimani"),
        ("قاسم سليماني", "qasem-soleimani"),
        ("قاسم سلیمانی", "qasem-soleimani"),
        ("جبهه النصره", "al-nusra-front"),
        ("جبهة نصرة", "al-nusra-front"),
        ("Al Nusra Front", "al-nusra-front"),
        ("the Nusra Front", "al-nusra-front"),
        ("Kataib Hezbollah", "kataib-hezbollah"),
        ("Hizballah", "hezbollah"),
    ],
)
def test_a_name_is_found_in_any_script_variant_or_as_an_id(typed: str, slug: str) -> None:
    match = ACTORS.find(typed)
    assert match.candidate.slug == slug
    assert match.exact


def test_a_preferred_name_beats_the_same_words_as_a_variant_of_another() -> None:
    assert ACTORS.find("Hezbollah").candidate.slug == "hezbollah"


@pytest.mark.parametrize("typed", ["Soleimani", "سليماني", "Suleimani", "Solei"])
def test_a_part_of_a_name_is_enough_where_it_fits_one(typed: str) -> None:
    assert ACTORS.find(typed).candidate.slug == "qasem-soleimani"


@pytest.mark.parametrize("typed", ["Badr", "بدر", "الجيش"])
def test_a_name_that_fits_several_lists_them(typed: str) -> None:
    with pytest.raises(AmbiguousNameError, match=r"Badr Organization, Badr Martyrs Brigade"):
        ACTORS.find(typed)


@pytest.mark.parametrize(
    ("typed", "slug"), [("Solaimani", "qasem-soleimani"), ("Hizbollah Brigades", "kataib-hezbollah")]
)
def test_a_near_miss_is_taken_and_marked_as_one(typed: str, slug: str) -> None:
    match = ACTORS.find(typed)
    assert match.candidate.slug == slug
    assert not match.exact


def test_a_misspelt_name_means_its_bearer_before_those_whose_names_hold_it() -> None:
    namesakes = Names(
        "actor", (actor("a", "Hezbollah"), actor("b", "Kata'ib Hezbollah"), actor("c", "Hezbollah War Media"))
    )
    match = namesakes.find("Hezbolah")
    assert (match.candidate.slug, match.exact) == ("a", False)


@pytest.mark.parametrize("typed", ["Nusro", "Badri"])
def test_a_short_name_inside_what_was_typed_is_no_near_miss(typed: str) -> None:
    united_states = Names("actor", (actor("us", "United States", "الولايات المتحدة", "US", "Bad"),))
    with pytest.raises(UnknownNameError):
        united_states.find(typed)


def test_an_exact_place_comes_before_an_actor_that_is_only_nearly_called_so() -> None:
    place = Candidate(f"{BASE}place/badra", "Town", ("Badra",))
    both = Names("actor or place", (actor("badr", "Badr", preferred=1),), (place,))
    assert both.find("Badra").candidate == place
    assert both.find("badr").candidate.slug == "badr"


def test_an_unknown_name_suggests_the_closest_ones() -> None:
    with pytest.raises(
        UnknownNameError, match=r"no actor is called 'Nosra Frunt'; did you mean al-Nusra Front"
    ):
        ACTORS.find("Nosra Frunt")


@pytest.mark.parametrize("typed", ["Napoleon Bonaparte", "", "   ", "zz", "'); DROP ALL"])
def test_what_resembles_nothing_is_refused_without_a_suggestion(typed: str) -> None:
    with pytest.raises(UnknownNameError, match=r"no actor is called .*$"):
        ACTORS.find(typed)


@pytest.mark.parametrize("typed", ["Napoleon Bonaparte", "", "  "])
def test_where_nothing_comes_near_the_way_out_is_said(typed: str) -> None:
    with pytest.raises(UnknownNameError, match=r"no actor is called .*; look there$"):
        Names("actor", (actor("badr", "Badr"),), way_out="look there").find(typed)


def test_namesakes_are_told_apart_by_their_ids() -> None:
    twins = Names(
        "place",
        (
            Candidate(f"{BASE}place/tayyana-iraq", "Town", ("Tayyana",)),
            Candidate(f"{BASE}place/tayyana", "Town", ("Tayyana",)),
        ),
    )
    with pytest.raises(AmbiguousNameError, match=r"Tayyana \(tayyana-iraq\), Tayyana \(tayyana\)"):
        twins.find("Tayyana")
    assert twins.find("tayyana").candidate.slug == "tayyana"
