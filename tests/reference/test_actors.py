"""The actors of the registry: complete, of known classes, told apart by their names, and tied only to what exists."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.folding import fold_text
from kg.model import PartialDate, Precision, RegistryEntry
from kg.namespaces import BASE, RW, SKOS
from kg.registry import read_registry
from kg.resources import folder

_REFERENCE = folder("ontology") / "reference"
_FILES = tuple(sorted((_REFERENCE / "actors").glob("*.ttl")))
_ACTORS = {entry.entity.iri: entry for entry in read_registry(_FILES).entries}
_PLACES = {
    entry.entity.iri: entry for entry in read_registry(tuple((_REFERENCE / "places").glob("*.ttl"))).entries
}
_TRIPLES = tuple(quad.triple for path in _FILES for quad in parse(path=str(path), format=RdfFormat.TURTLE))
_ORGANIZATIONS = {
    "Organization",
    "ArmedGroup",
    "StateForce",
    "State",
    "Coalition",
    "Party",
    "Monitor",
    "MediaOutlet",
    "DescribedGroup",
}
_SEED = {
    "syrian-government-forces": "StateForce",
    "syrian-government": "State",
    "syrian-opposition-factions": "DescribedGroup",
    "hezbollah": "ArmedGroup",
    "iraqi-armed-groups": "DescribedGroup",
    "lebanese-armed-groups": "DescribedGroup",
    "pro-government-gunmen": "DescribedGroup",
    "qasem-soleimani": "Person",
    "quds-force": "StateForce",
    "irgc": "StateForce",
    "free-syrian-army": "ArmedGroup",
    "al-nusra-front": "ArmedGroup",
    "russian-air-force": "StateForce",
    "akram-al-kaabi": "Person",
    "nujaba": "ArmedGroup",
    "popular-mobilization-forces": "Coalition",
    "jaish-al-fatah": "Coalition",
    "isis": "ArmedGroup",
    "sohr": "Monitor",
    "al-qaeda": "ArmedGroup",
    "activists": "DescribedGroup",
    "anonymous-syrian-activist": "DescribedGroup",
    "syrian-opposition": "Coalition",
}
_STATES_A_RELATION = ("التابع", "بقيادة", "تقوده", "المدعوم", "مدعومة", "-backed", "backed by", "loyal to")


def _actor(slug: str) -> RegistryEntry:
    return _ACTORS[f"{BASE}actor/{slug}"]


def _names(slug: str, *, ambiguous: bool) -> set[str]:
    return {name.text for name in _actor(slug).names if name.ambiguous is ambiguous}


def _bearers(entries: dict[str, RegistryEntry], *, ambiguous: bool) -> dict[str, set[str]]:
    """Folded name to the IRIs of those who bear it."""
    found: dict[str, set[str]] = defaultdict(set)
    for iri, entry in entries.items():
        for name in entry.names:
            if name.ambiguous is ambiguous:
                found[fold_text(name.text)].add(iri)
    return found


def _date(value: str) -> PartialDate:
    return PartialDate(value, {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(value)])


def test_there_are_actors_by_the_thousand_and_of_every_class() -> None:
    classes = Counter(entry.entity.type for entry in _ACTORS.values())
    assert sum(classes.values()) >= 4000
    assert set(classes) == _ORGANIZATIONS | {"Person"}


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_every_file_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < 400


def test_no_actor_is_described_in_two_files() -> None:
    assert sum(len(read_registry((path,)).entries) for path in _FILES) == len(_ACTORS)


@pytest.mark.parametrize(("slug", "kind"), _SEED.items())
def test_the_actors_of_the_first_article_keep_their_addresses_and_classes(slug: str, kind: str) -> None:
    assert _actor(slug).entity.type == kind


def test_every_actor_has_one_class_and_one_usual_name_in_each_language() -> None:
    usual = Counter(
        (triple.subject.value, triple.object.language)
        for triple in _TRIPLES
        if triple.predicate.value == SKOS + "prefLabel"
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, Literal)
    )
    assert usual == Counter({(iri, language): 1 for iri in _ACTORS for language in ("ar", "en")})


def test_an_unambiguous_name_belongs_to_one_actor_only() -> None:
    shared = {name: iris for name, iris in _bearers(_ACTORS, ambiguous=False).items() if len(iris) > 1}
    assert not shared


def test_a_name_is_ambiguous_on_all_who_bear_it_or_on_none() -> None:
    plain, ambiguous = (_bearers(_ACTORS, ambiguous=choice) for choice in (False, True))
    assert not {name: (plain[name], ambiguous[name]) for name in plain.keys() & ambiguous.keys()}


def test_only_a_state_shares_an_unambiguous_name_with_a_place() -> None:
    places = _bearers(_PLACES, ambiguous=False)
    shared = {
        name: iri
        for name, iris in _bearers(_ACTORS, ambiguous=False).items()
        for iri in iris
        if name in places and _ACTORS[iri].entity.type != "State"
    }
    assert not shared


def test_a_label_is_a_name_and_states_no_relation() -> None:
    wrong = [
        (iri, name.text)
        for iri, entry in _ACTORS.items()
        for name in entry.names
        if any(words in name.text for words in _STATES_A_RELATION)
    ]
    assert not wrong


def test_cues_and_blocking_words_stand_only_where_a_name_is_ambiguous() -> None:
    wrong = [
        iri
        for iri, entry in _ACTORS.items()
        if entry.cues and not any(name.ambiguous for name in entry.names)
    ]
    assert not wrong


def test_no_cue_is_also_a_blocking_word_of_the_same_actor() -> None:
    wrong = {
        iri: both
        for iri, entry in _ACTORS.items()
        if (both := {fold_text(cue) for cue in entry.cues} & {fold_text(word) for word in entry.blocked_by})
    }
    assert not wrong


def test_every_place_and_actor_that_an_actor_refers_to_is_in_the_registry() -> None:
    known = _ACTORS.keys() | _PLACES.keys()
    wrong = {
        (triple.subject, triple.predicate, triple.object)
        for triple in _TRIPLES
        if isinstance(triple.object, NamedNode)
        and triple.object.value.startswith((f"{BASE}actor/", f"{BASE}place/"))
        and triple.object.value not in known
    }
    assert not wrong


def test_every_country_of_an_actor_is_a_country() -> None:
    countries = {
        triple.object.value
        for triple in _TRIPLES
        if triple.predicate.value == RW + "country" and isinstance(triple.object, NamedNode)
    }
    assert {_PLACES[iri].entity.type for iri in countries} == {"Country"}


def test_every_tenure_is_of_a_relation_that_its_actors_can_have() -> None:
    for iri, entry in _ACTORS.items():
        for tenure in entry.tenures:
            holder, other = entry.entity.type, _ACTORS[tenure.target].entity.type
            assert iri != tenure.target, iri
            assert tenure.relation in {"commands", "memberOf", "partOf", "alliedWith"}, iri
            assert tenure.relation != "memberOf" or (holder == "Person" and other in _ORGANIZATIONS), iri
            assert tenure.relation != "partOf" or {holder, other} <= _ORGANIZATIONS, iri


def test_no_tenure_ends_before_it_starts() -> None:
    for iri, entry in _ACTORS.items():
        for tenure in entry.tenures:
            if tenure.start and tenure.end:
                assert _date(tenure.start).earliest <= _date(tenure.end).latest, iri


def test_no_body_is_part_of_itself_through_others() -> None:
    above = {
        iri: {
            tenure.target for tenure in entry.tenures if tenure.relation == "partOf" and tenure.start is None
        }
        for iri, entry in _ACTORS.items()
    }
    for iri, nearest in above.items():
        reached: set[str] = set()
        front = set(nearest)
        while front:
            reached |= front
            front = {higher for lower in front for higher in above[lower]} - reached
        assert iri not in reached


def test_two_actors_never_match_the_same_item_of_wikidata() -> None:
    items = Counter(triple.object for triple in _TRIPLES if triple.predicate.value == SKOS + "exactMatch")
    assert items
    assert max(items.values()) == 1


def test_a_word_of_many_meanings_names_al_qaeda_only_in_context() -> None:
    assert "القاعدة" in _names("al-qaeda", ambiguous=True)
    assert "تنظيم القاعدة" in _names("al-qaeda", ambiguous=False)
    assert {"العسكرية", "الجوية", "البحرية"} <= set(_actor("al-qaeda").blocked_by)


def test_the_nusra_front_left_al_qaeda_on_the_day_that_it_said_so() -> None:
    tenures = {tenure.target: tenure for tenure in _actor("al-nusra-front").tenures}
    assert tenures[f"{BASE}actor/al-qaeda"].end == "2016-07-28"


def test_soleimani_commanded_the_quds_force_until_his_death() -> None:
    commands = [tenure for tenure in _actor("qasem-soleimani").tenures if tenure.relation == "commands"]
    assert [(tenure.target, tenure.end) for tenure in commands] == [(f"{BASE}actor/quds-force", "2020-01-03")]
