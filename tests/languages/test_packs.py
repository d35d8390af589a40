"""Languages without a pack, and packs that do not say what a pack must say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kg.languages
from kg.errors import KGError
from kg.extract import Extractor
from kg.languages import load_pack
from kg.languages.frames import PackError, inflect
from kg.languages.pack import UnknownLanguageError, read_pack
from kg.ontology.kinds import relation_kinds
from kg.registry import load_registry
from tests.building import document

_ARABIC = Path(kg.languages.__file__).parent / "ar"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(_ARABIC, tmp_path / "own"))


def test_a_language_without_a_pack_is_named_with_those_that_have_one() -> None:
    with pytest.raises(UnknownLanguageError) as caught:
        load_pack("tlh")
    assert "'tlh'" in str(caught.value)
    assert "ar" in str(caught.value)
    assert isinstance(caught.value, KGError)


@pytest.mark.parametrize("language", ["", "AR", "ar-SY", "../ar", "__pycache__"])
def test_only_the_code_of_a_pack_loads_it(language: str) -> None:
    with pytest.raises(UnknownLanguageError):
        load_pack(language)


def test_a_pack_can_be_read_from_any_folder(copy: Path) -> None:
    assert read_pack(copy, "own").frames == load_pack("ar").frames


@pytest.mark.parametrize(
    "name",
    [
        "clitics.yaml",
        "dates.yaml",
        "frames.yaml",
        "heads.yaml",
        "months.yaml",
        "nisba.yaml",
        "titles.yaml",
        "words.yaml",
    ],
)
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(PackError, match=name):
        read_pack(copy, "own")


@pytest.mark.parametrize("name", ["frames.yaml", "words.yaml", "heads.yaml"])
def test_a_file_that_is_no_yaml_is_named(copy: Path, name: str) -> None:
    (copy / name).write_text("- {id: [", "utf-8")
    with pytest.raises(PackError, match=name):
        read_pack(copy, "own")


def test_a_class_that_is_written_twice_is_named_with_its_line(copy: Path) -> None:
    words = copy / "words.yaml"
    words.write_text(words.read_text(encoding="utf-8") + "\nnegation: [لا]\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"words\.yaml") as caught:
        read_pack(copy, "own")
    assert "says 'negation' twice" in str(caught.value)


def test_an_unknown_paradigm_is_named_with_its_frame(copy: Path) -> None:
    frames = copy / "frames.yaml"
    frames.write_text("- {id: shout, relation: opposes, verbs: [{optative: صرخ}]}\n", "utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(copy, "own")
    assert all(part in str(caught.value) for part in ("frames.yaml", "shout", "optative"))


@pytest.mark.parametrize(
    "text",
    ["- {id: shout, verbs: [{past: صرخ}]}\n", "- {relation: opposes, nouns: [صراخ]}\n", "shout\n"],
    ids=["no-relation", "no-id", "no-list"],
)
def test_a_frame_without_its_fields_is_an_error_that_names_the_file(copy: Path, text: str) -> None:
    (copy / "frames.yaml").write_text(text, "utf-8")
    with pytest.raises(PackError, match=r"frames\.yaml"):
        read_pack(copy, "own")


def test_a_new_verb_in_a_pack_is_read_without_a_change_of_code(copy: Path) -> None:
    text = "زعزع جيش العزة تنظيم داعش."
    registry = load_registry()
    assert Extractor(registry, read_pack(copy, "own"), relation_kinds()).extract(document(text)) == ()
    with (copy / "frames.yaml").open("a", encoding="utf-8") as frames:
        frames.write("\n- id: shake\n  relation: attacks\n  verbs: [{past: زعزع}]\n")
    (claim,) = Extractor(registry, read_pack(copy, "own"), relation_kinds()).extract(document(text))
    assert (claim.predicate, claim.rule.partition(".")[0]) == ("attacks", "own")


def test_affixes_make_the_forms_of_a_verb() -> None:
    paradigms = load_pack("ar").clitics["paradigms"]
    forms = dict(inflect("هاجم", "present", paradigms))
    assert forms["يهاجم"] == "active"
    assert forms["سيهاجم"] == "future"


def test_english_is_read_by_no_arabic_pack() -> None:
    extractor = Extractor(load_registry(), load_pack("ar"), relation_kinds())
    text = "Jaish al-Izza attacked ISIS near Manbij, backed by Turkey."
    assert extractor.extract(document(text, language="en")) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("settings: {numeric_order: backwards}", "backwards"),
        ("settings: {week_starts: someday}", "someday"),
        ("weekdays: {someday: [أحد]}", "someday"),
        ("ordinals: {first: [الأول]}", "first"),
        ("patterns: [fortnight day]", "fortnight"),
        ('patterns: ["month ("]', "month ("),
        ('parts: {one: "two", two: "one"}\npatterns: ["one"]', "two"),
    ],
)
def test_what_is_wrong_in_the_words_of_time_is_named(copy: Path, text: str, wrong: str) -> None:
    (copy / "dates.yaml").write_text(text, "utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(copy, "own")
    assert wrong in str(caught.value)
    assert "dates.yaml" in str(caught.value)
