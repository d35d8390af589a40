"""The table that names are compiled from, and its copy of an earlier run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.extract import kept_names
from kg.extract.gazetteer import Gazetteer
from kg.extract.lexicon import Lexicon
from kg.extract.name_table import name_table
from kg.folding import fold
from kg.languages import load_pack
from kg.model import Name, Registry
from kg.registry import packaged_registry
from tests.extract.worlds import actor, place, world

_WORLD = world(actor("dawn", "فجر البادية", "الفجر"), place("hill", "تل الزعفرانة"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "rawabit"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_table_of_an_earlier_run_is_the_one_worked_out_now(language: str, folder: Path) -> None:
    pack, registry = load_pack(language), packaged_registry()
    first = kept_names(registry, pack)
    assert list(folder.glob(f"names-{language}-*.json"))
    assert kept_names(registry, pack) == first == name_table(registry, Lexicon(pack))


def _found(registry: Registry, text: str) -> list[list[tuple[str, bool]]]:
    pack = load_pack("ar")
    names = Gazetteer(registry, Lexicon(pack), kept_names(registry, pack))
    return [
        [(entry.entity.iri, ambiguous) for entry, ambiguous in match.candidates]
        for match in names.find(fold(text))
    ]


def test_a_registry_that_has_changed_gets_a_table_of_its_own() -> None:
    text = "وصل الفجر إلى تل الزعفرانة"
    dawn, hill = _WORLD.entries
    assert _found(_WORLD, text) == [[(dawn.entity.iri, False)], [(hill.entity.iri, False)]]
    assert _found(Registry((hill, dawn)), text) == [[(dawn.entity.iri, False)], [(hill.entity.iri, False)]]
    doubtful = replace(dawn, names=(Name("الفجر", "ar", ambiguous=True),))
    assert _found(Registry((doubtful, hill)), text) == [[(dawn.entity.iri, True)], [(hill.entity.iri, False)]]
    assert _found(Registry((hill,)), text) == [[(hill.entity.iri, False)]]
