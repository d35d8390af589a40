"""The registry as values, read from Turtle in the layout of ``ontology/reference/README.md``."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RdfSyntaxError
from kg.model import Entity, Name, Registry, Tenure
from kg.namespaces import BASE
from kg.registry import read_registry

PREFIXES = f"""@prefix rw: <https://w3id.org/rawabit/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix actor: <{BASE}actor/> .
@prefix place: <{BASE}place/> .
"""


def read(folder: Path, *texts: str) -> Registry:
    files = [folder / f"{number}.ttl" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(PREFIXES + text, encoding="utf-8")
    return read_registry(tuple(files))


def test_an_actor_has_its_names_its_cues_and_what_rules_a_name_out(tmp_path: Path) -> None:
    text = """actor:al-qaeda a rw:ArmedGroup ; skos:prefLabel "al-Qaeda"@en , "تنظيم القاعدة"@ar ;
        skos:altLabel "Qaedat al-Jihad"@en ; skos:hiddenLabel "القائدة"@ar ; rw:ambiguousLabel "القاعدة"@ar ;
        rw:cue "الظواهري"@ar ; rw:blockedBy "الجوية"@ar ; rw:country place:afghanistan ."""
    (entry,) = read(tmp_path, text).entries
    assert entry.entity == Entity(
        f"{BASE}actor/al-qaeda", "ArmedGroup", "al-Qaeda", "تنظيم القاعدة", country=f"{BASE}place/afghanistan"
    )
    assert set(entry.names) == {
        Name("al-Qaeda", "en"),
        Name("تنظيم القاعدة", "ar"),
        Name("Qaedat al-Jihad", "en"),
        Name("القائدة", "ar"),
        Name("القاعدة", "ar", ambiguous=True),
    }
    assert (entry.cues, entry.blocked_by, entry.is_place) == (("الظواهري",), ("الجوية",), False)


def test_standing_facts_have_no_dates_and_tenures_of_any_file_have_theirs(tmp_path: Path) -> None:
    person = 'actor:b a rw:Person ; skos:prefLabel "B"@en ; rw:memberOf actor:a .'
    tenure = """<b#tenure-a> a rw:Tenure ; rw:holder actor:b ; rw:tenureRelation rw:commands ;
        rw:tenureIn actor:a ; rw:from "1998"^^xsd:gYear ; rw:until "2020-01-03"^^xsd:date ."""
    (entry,) = read(tmp_path, person, f"@base <{BASE}actor/> . {tenure}").entries
    assert entry.tenures == (
        Tenure("memberOf", f"{BASE}actor/a"),
        Tenure("commands", f"{BASE}actor/a", "1998", "2020-01-03"),
    )


def test_a_place_lies_within_another_and_may_have_coordinates(tmp_path: Path) -> None:
    text = """place:b a rw:Town ; skos:prefLabel "B"@ar ; rw:within place:a ; geo:lat 36.5 ; geo:long 37 .
        place:a a rw:Country ; skos:prefLabel "A"@en ."""
    country, town = read(tmp_path, text).entries
    assert (town.is_place, town.within, town.latitude, town.longitude) == (True, f"{BASE}place/a", 36.5, 37)
    assert (country.within, country.latitude, country.entity.label_ar) == (None, None, None)
    assert town.entity.label == "B"


def test_what_has_no_name_or_no_class_is_no_entry(tmp_path: Path) -> None:
    assert read(tmp_path, 'actor:a a rw:Person . actor:b skos:prefLabel "B"@en .').entries == ()


def test_a_file_with_an_error_is_named(tmp_path: Path) -> None:
    with pytest.raises(RdfSyntaxError, match=r"0\.ttl: line 7, column"):
        read(tmp_path, "actor:a a")
