"""A third language is a matter of data: a pack of a few words, made here, is read by the same engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract import Extractor
from kg.languages.frames import PackError
from kg.languages.pack import read_pack
from kg.model import Claim, Entity, Name, Registry, RegistryEntry
from kg.namespaces import BASE
from kg.ontology.kinds import relation_kinds
from tests.building import document

_FILES = {
    "grammar.yaml": "order: subject-verb-object\ncapitals: true\nverb_endings: [is]\n",
    "clitics.yaml": "paradigms:\n"
    "  past: {voice: finite, prefixes: [''], suffixes: [is]}\n"
    "  passive: {voice: past, prefixes: [''], suffixes: [ita]}\n",
    "words.yaml": "article: [la]\ndefinite: [la]\npreposition: [de, en, kontraŭ]\ngenitive: [de]\nlocative: [en]\n"
    "agent: [fare de]\nconjunction: [kaj]\nnegation: [ne]\nbe: [estis]\nreporting: [diris]\nthat: [ke]\n",
    "heads.yaml": "- {words: [soldatoj], role: country_body, slug: forces, type: StateForce, bare: soldiers}\n",
    "titles.yaml": "- {words: [prezidanto], relation: commands, of_state: true}\n",
    "nisba.yaml": "- {stems: [Ruslanda], actor: ruslando, slug: ruslanda}\n",
    "months.yaml": "1: [januaro]\n",
    "dates.yaml": "settings: {numeric_order: unclear}\npatterns: []\n",
    "frames.yaml": "- id: attack\n  relation: attacks\n  passive: true\n  object: {kinds: [actor, place]}\n"
    "  verbs: [{past: atak, passive: atak}]\n"
    "- id: fight\n  relation: fights\n  object: {preps: [kontraŭ]}\n  verbs: [{past: batal}]\n",
}


def _entry(slug: str, type_: str, name: str) -> RegistryEntry:
    known = Entity(f"{BASE}actor/{slug}", type_, name)
    return RegistryEntry(known, (Name(name, "eo", ambiguous=False),), is_place=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in _FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def toy(folder: Path) -> Extractor:
    registry = Registry(
        (
            _entry("ruslando", "State", "Ruslando"),
            _entry("blua-fronto", "ArmedGroup", "Blua Fronto"),
            _entry("verda-brigado", "ArmedGroup", "Verda Brigado"),
        )
    )
    return Extractor(registry, read_pack(folder, "eo"), relation_kinds())


def _read(toy: Extractor, text: str) -> list[tuple[str, str, str, str]]:
    def named(claim: Claim) -> tuple[str, str, str, str]:
        return (claim.subject.entity.label, claim.predicate, claim.object.entity.label, claim.modality.value)

    return [named(claim) for claim in toy.extract(document(text, language="eo"))]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Blua Fronto atakis Ruslando.", [("Blua Fronto", "attacks", "Ruslando", "asserted")]),
        (
            "Blua Fronto batalis kontraŭ la Verda Brigado.",
            [("Blua Fronto", "fights", "Verda Brigado", "asserted")],
        ),
        ("Ruslando estis atakita fare de Blua Fronto.", [("Blua Fronto", "attacks", "Ruslando", "asserted")]),
        ("Blua Fronto ne atakis Ruslando.", [("Blua Fronto", "attacks", "Ruslando", "denied")]),
        (
            "Blua Fronto kaj Verda Brigado atakis Ruslando.",
            [
                ("Blua Fronto", "attacks", "Ruslando", "asserted"),
                ("Verda Brigado", "attacks", "Ruslando", "asserted"),
            ],
        ),
        ("Blua Fronto salutis Ruslando.", []),
    ],
)
def test_a_pack_of_a_few_words_reads_sentences(
    toy: Extractor, text: str, claims: list[tuple[str, str, str, str]]
) -> None:
    assert sorted(_read(toy, text)) == sorted(claims)


def test_it_says_who_speaks_and_which_rule_of_the_pack_was_used(toy: Extractor) -> None:
    text = "Verda Brigado diris ke Blua Fronto atakis Ruslando."
    (claim,) = toy.extract(document(text, language="eo"))
    assert [mention.span.quote for mention in claim.attributed_to] == ["Verda Brigado"]
    assert claim.rule == "eo.attack.verb"


def test_a_word_more_in_a_file_is_read_without_a_change_of_code(folder: Path, toy: Extractor) -> None:
    text = "Blua Fronto bombis Ruslando."
    assert _read(toy, text) == []
    frames = folder / "frames.yaml"
    frames.write_text(frames.read_text("utf-8").replace("past: atak", "past: [atak, bomb]"), "utf-8")
    registry = Registry(
        (_entry("ruslando", "State", "Ruslando"), _entry("blua-fronto", "ArmedGroup", "Blua Fronto"))
    )
    more = Extractor(registry, read_pack(folder, "eo"), relation_kinds())
    assert _read(more, text) == [("Blua Fronto", "attacks", "Ruslando", "asserted")]


def test_an_order_of_words_that_the_engine_does_not_know_is_refused(folder: Path) -> None:
    (folder / "grammar.yaml").write_text("order: verb-last\n", "utf-8")
    with pytest.raises(PackError, match=r"grammar\.yaml.*free, subject-verb-object"):
        read_pack(folder, "eo")


def test_words_such_as_on_and_no_are_words(folder: Path) -> None:
    with (folder / "words.yaml").open("a", encoding="utf-8") as words:
        words.write("adverb: [on, off, no, yes]\n")
    assert read_pack(folder, "eo").words["adverb"] == {"on", "off", "no", "yes"}
