"""The places of the registry: complete, within one another up to a country, and told apart by their names."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from kg.folding import fold_text
from kg.model import RegistryEntry
from kg.namespaces import BASE, RW
from kg.registry import read_registry
from kg.resources import folder

_FILES = tuple(sorted((folder("ontology") / "reference" / "places").glob("*.ttl")))
_CLASSES = {"Country", "Governorate", "District", "City", "Town", "Village", "Neighbourhood", "Area", "Site"}
_BEYOND_ONE_COUNTRY = {
    "jerusalem": "its status is disputed",
    "shebaa-farms": "whose they are is disputed",
    "mount-hermon": "on a border, and partly under disputed rule",
    "euphrates": "a river of three countries",
    "tigris": "a river of three countries",
    "shatt-al-arab": "a river on a border",
    "mediterranean-sea": "a sea",
    "red-sea": "a sea",
    "arabian-sea": "a sea",
    "gulf-of-aden": "a sea",
    "gulf-of-oman": "a sea",
    "persian-gulf": "a sea",
    "strait-of-hormuz": "a strait between countries",
    "black-sea": "a sea",
    "caspian-sea": "a sea",
    "indian-ocean": "an ocean",
    "baltic-sea": "a sea",
    "aegean-sea": "a sea",
    "eastern-mediterranean": "part of a sea",
    "strait-of-gibraltar": "a strait between countries",
    "straits-of-tiran": "a strait between countries",
    "atlantic-ocean": "an ocean",
    "pacific-ocean": "an ocean",
    "south-china-sea": "a sea",
    "horn-of-africa": "a region of several countries",
    "sahel": "a region of several countries",
    "maghreb": "a region of several countries",
    "levant": "a region of several countries",
    "middle-east": "a region of several countries",
    "north-africa": "a region of several countries",
    "west-africa": "a region of several countries",
    "east-africa": "a region of several countries",
    "central-asia": "a region of several countries",
    "central-africa": "a region of several countries",
    "caucasus": "a region of several countries",
    "north-caucasus": "a region of several countries",
    "balkans": "a region of several countries",
    "arabian-peninsula": "a region of several countries",
    "kashmir": "whose it is is disputed",
    "western-sahara": "whose it is is disputed",
    "sahara": "a region of several countries",
    "nile": "a river of several countries",
    "orontes": "a river of several countries",
    "khabur-river": "a river of several countries",
    "yarmouk-river": "a river of several countries",
    "jordan-river": "a river of several countries",
    "europe": "a continent",
    "africa": "a continent",
    "asia": "a continent",
}
"""The places that name no country and lie within nothing, each with the reason."""
_PLACES = {entry.entity.iri: entry for entry in read_registry(_FILES).entries}


def _named(slug: str) -> RegistryEntry:
    return _PLACES[f"{BASE}place/{slug}"]


def _names(slug: str, *, ambiguous: bool) -> set[str]:
    return {name.text for name in _named(slug).names if name.ambiguous is ambiguous}


def _holders(iri: str) -> list[str]:
    """The places that hold ``iri``, from the nearest outwards."""
    chain = []
    within = _PLACES[iri].within
    while within is not None:
        assert within not in chain, f"{iri} lies within itself"
        chain.append(within)
        within = _PLACES[within].within
    return chain


def test_there_are_places_by_the_thousand() -> None:
    assert len(_PLACES) >= 2900


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_every_file_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < 400


def test_no_place_is_described_in_two_files() -> None:
    counted = sum(len(read_registry((path,)).entries) for path in _FILES)
    assert counted == len(_PLACES)


def test_every_entry_is_a_place_of_a_known_class() -> None:
    wrong = {iri: entry.entity.type for iri, entry in _PLACES.items() if entry.entity.type not in _CLASSES}
    assert not wrong
    assert all(iri.startswith(f"{BASE}place/") for iri in _PLACES)


def test_every_place_has_a_preferred_name_in_both_languages() -> None:
    wrong = [
        iri
        for iri, entry in _PLACES.items()
        if entry.entity.label_ar is None or {name.language for name in entry.names} != {"ar", "en"}
    ]
    assert not wrong


def test_every_place_lies_within_its_country_but_for_those_beyond_one() -> None:
    beyond = {f"{BASE}place/{slug}" for slug in _BEYOND_ONE_COUNTRY}
    assert beyond <= _PLACES.keys()
    for iri, entry in _PLACES.items():
        holders = _holders(iri)
        if entry.entity.type == "Country" or iri in beyond:
            assert not holders, iri
            assert entry.entity.country is None, iri
        elif holders and holders[-1] in beyond:
            assert entry.entity.country is None, iri
        else:
            assert holders, iri
            assert holders[-1] == entry.entity.country, iri
            assert _PLACES[holders[-1]].entity.type == "Country", iri


def test_coordinates_come_in_pairs_and_lie_on_the_earth() -> None:
    for iri, entry in _PLACES.items():
        assert (entry.latitude is None) == (entry.longitude is None), iri
        if entry.latitude is not None and entry.longitude is not None:
            assert -90 <= entry.latitude <= 90, iri
            assert -180 <= entry.longitude <= 180, iri


@pytest.mark.parametrize(
    ("country", "south", "north", "west", "east"),
    [
        ("syria", 32.3, 37.4, 35.6, 42.4),
        ("iraq", 29.0, 37.4, 38.7, 48.8),
        ("lebanon", 33.0, 34.7, 35.0, 36.7),
        ("yemen", 12.0, 19.0, 41.8, 54.6),
    ],
)
def test_coordinates_lie_within_the_country(
    country: str, south: float, north: float, west: float, east: float
) -> None:
    for iri, entry in _PLACES.items():
        if entry.entity.country == f"{BASE}place/{country}" and entry.latitude and entry.longitude:
            assert south <= entry.latitude <= north, iri
            assert west <= entry.longitude <= east, iri


def test_no_two_places_share_a_name_that_counts_without_context() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for iri, entry in _PLACES.items():
        for name in entry.names:
            if not name.ambiguous:
                owners[fold_text(name.text)].add(iri)
    shared = {name: sorted(iris) for name, iris in owners.items() if len(iris) > 1}
    assert not shared


def test_no_name_of_a_place_is_written_twice() -> None:
    for iri, entry in _PLACES.items():
        folded = [fold_text(name.text) for name in entry.names]
        twice = {name for name in folded if folded.count(name) > 1}
        assert not twice, iri


def test_every_ambiguous_name_has_a_cue_other_than_itself() -> None:
    for iri, entry in _PLACES.items():
        ambiguous = {fold_text(name.text) for name in entry.names if name.ambiguous}
        cues = {fold_text(cue) for cue in entry.cues}
        assert bool(ambiguous) == bool(cues), iri
        assert not ambiguous & cues, iri


@pytest.mark.parametrize("country", ["syria", "iraq", "lebanon", "yemen"])
def test_every_governorate_of_the_countries_at_war_is_there(country: str) -> None:
    expected = {"syria": 14, "iraq": 19, "lebanon": 9, "yemen": 22}
    found = [
        iri
        for iri, entry in _PLACES.items()
        if entry.entity.type == "Governorate" and entry.within == f"{BASE}place/{country}"
    ]
    assert len(found) == expected[country]


@pytest.mark.parametrize(
    ("slug", "word"),
    [
        ("al-hader", "الحاضر"),
        ("al-bab", "الباب"),
        ("al-qaim", "القائم"),
        ("hatra", "الحضر"),
        ("mezzeh", "المزة"),
        ("al-waer", "الوعر"),
        ("palmyra", "تدمر"),
        ("douma", "دوما"),
        ("tyre", "صور"),
        ("jerusalem", "القدس"),
        ("al-faw", "الفاو"),
        ("ad-dali", "الضالع"),
        ("ibb", "إب"),
        ("southern-aleppo-countryside", "الريف الجنوبي"),
    ],
)
def test_a_name_that_is_also_a_common_word_counts_only_with_context(slug: str, word: str) -> None:
    assert word in _names(slug, ambiguous=True)
    assert word not in _names(slug, ambiguous=False)


@pytest.mark.parametrize(
    ("slug", "word"),
    [
        ("hajjah", "حجة"),
        ("haditha", "حديثة"),
        ("salamiyah", "سلمية"),
        ("sadad", "صدد"),
        ("hader-quneitra", "حضر"),
        ("salma-latakia", "سلمى"),
        ("aley", "عاليه"),
    ],
)
def test_a_name_that_mostly_is_another_word_stands_only_beside_what_tells_it(slug: str, word: str) -> None:
    assert word not in _names(slug, ambiguous=True) | _names(slug, ambiguous=False)


@pytest.mark.parametrize(
    ("slug", "holder"),
    [
        ("al-hader", "southern-aleppo-countryside"),
        ("al-icarda", "southern-aleppo-countryside"),
        ("al-burqum", "aleppo-governorate"),
        ("saraqib", "idlib-governorate"),
        ("aleppo", "aleppo-governorate"),
        ("sinjar", "nineveh-governorate"),
        ("douma", "rif-dimashq-governorate"),
        ("hodeidah", "yemen"),
    ],
)
def test_a_place_lies_within_the_place_that_holds_it(slug: str, holder: str) -> None:
    assert f"{BASE}place/{holder}" in _holders(f"{BASE}place/{slug}")


def test_the_vocabulary_of_the_classes_is_that_of_the_ontology() -> None:
    declared = (folder("ontology") / "modules" / "places.ttl").read_text("utf-8")
    assert all(f"rw:{name} a owl:Class" in declared for name in _CLASSES)
    assert RW in declared
