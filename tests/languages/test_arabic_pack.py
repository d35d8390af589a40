"""The Arabic pack: every entry can be used, and none contradicts another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import kg.languages
from kg.languages import LanguagePack, load_pack, packs
from kg.ontology import load_ontology
from kg.registry import load_registry

_FOLDER = Path(kg.languages.__file__).parent
_VOICES = {"active", "future", "passive", "participle", "circumstance", "noun", "either"}
_ROLES = {"organisation", "described", "person", "place", "country_body", "countryside"}


@pytest.fixture(scope="module")
def pack() -> LanguagePack:
    return load_pack("ar")


def raw(name: str) -> Any:
    return yaml.safe_load((_FOLDER / "ar" / name).read_text("utf-8"))


@pytest.mark.parametrize("language", packs())
def test_every_pack_loads(language: str) -> None:
    loaded = load_pack(language)
    assert loaded.language == language
    assert loaded.frames and loaded.words and loaded.heads


def test_a_pack_is_read_once() -> None:
    assert load_pack("ar") is load_pack("ar")


def test_every_frame_names_a_relation_of_the_ontology(pack: LanguagePack) -> None:
    relations = {relation.name for relation in load_ontology().relations if not relation.derived_only}
    assert {frame.relation for frame in pack.frames} <= relations


def test_every_relation_that_a_text_can_state_has_a_word(pack: LanguagePack) -> None:
    stated = {frame.relation for frame in pack.frames}
    assert {"supports", "fights", "attacks", "commands", "controls", "presentIn", "negotiatesWith"} <= stated


def test_every_frame_can_be_told_apart_and_has_forms(pack: LanguagePack) -> None:
    counted = Counter(frame.id for frame in pack.frames)
    assert [name for name, times in counted.items() if times > 1] == []
    for frame in pack.frames:
        assert frame.forms or frame.attached, frame.id
        assert set(frame.forms.values()) <= _VOICES, frame.id
        assert 0 < frame.confidence <= 1, frame.id
        for slot in (frame.subject, frame.object, frame.noun_object):
            assert slot.kinds and slot.kinds <= {"actor", "place", "site"}, frame.id
            assert slot.preps, frame.id


def test_frames_about_places_take_a_place(pack: LanguagePack) -> None:
    for frame in pack.frames:
        if frame.relation in {"controls", "presentIn", "deploysTo"}:
            holder = frame.subject if frame.swapped else frame.object
            assert "place" in holder.kinds, frame.id


def test_no_word_is_a_negation_and_its_lookalike(pack: LanguagePack) -> None:
    assert not pack.words["negation"] & pack.words["negation_lookalike"]


def test_verbs_that_hedge_are_verbs_of_saying(pack: LanguagePack) -> None:
    assert pack.words["hedging_report"] <= pack.words["reporting"] | pack.words["continued"]


def test_all_months_have_names_and_no_name_means_two(pack: LanguagePack) -> None:
    assert set(pack.months.values()) == set(range(1, 13))
    names = [name for words in raw("months.yaml").values() for name in words]
    assert len(set(names)) == len(names)


def test_every_head_has_a_known_role(pack: LanguagePack) -> None:
    assert {entry["role"] for entry in pack.heads.values()} <= _ROLES
    for word, entry in pack.heads.items():
        if entry["role"] == "organisation":
            assert entry["discover"] in {True, False, "opened", "quoted"}, word


def test_no_head_is_described_twice() -> None:
    words = Counter(word for entry in raw("heads.yaml") for word in entry["words"])
    assert [word for word, times in words.items() if times > 1] == []


def test_every_title_says_a_relation(pack: LanguagePack) -> None:
    assert {entry["relation"] for entry in pack.titles.values()} <= {"commands", "memberOf", "none"}


def test_adjectives_of_origin_name_listed_actors_and_places(pack: LanguagePack) -> None:
    known = {"/".join(entry.entity.iri.split("/")[-2:]) for entry in load_registry().entries}
    for word, entry in pack.nisba.items():
        assert entry["slug"], word
        for kind in ("actor", "place"):
            if kind in entry:
                assert f"{kind}/{entry[kind]}" in known, word


def test_forms_are_folded(pack: LanguagePack) -> None:
    words = {word for group in pack.words.values() for word in group}
    words |= {form for frame in pack.frames for form in frame.forms}
    assert not any(c in word for word in words for c in "أإآىةؤئـ")
