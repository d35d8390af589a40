"""A registry of the user's own beside the packaged one: read with it, and refused where it contradicts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RdfSyntaxError
from kg.iri import Iris
from kg.namespaces import BASE, SKOS
from kg.rdf import reference_digest, reference_quads
from kg.registry import OwnRegistryError, RegistryConflictError, load_registry, own_files, own_folder
from tests.registry.test_reading import PREFIXES

BRIGADE = 'actor:river-brigade a rw:ArmedGroup ; skos:prefLabel "River Brigade"@en, "لواء النهر"@ar .'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_REGISTRY", str(tmp_path))
    return tmp_path


def write(folder: Path, text: str, name: str = "own.ttl") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PREFIXES + text, encoding="utf-8")
    return path


def names(iri: str) -> set[str]:
    return {name.text for entry in load_registry().entries if entry.entity.iri == iri for name in entry.names}


def test_an_actor_of_one_s_own_stands_beside_the_listed_ones(own: Path) -> None:
    before = len(load_registry().entries)
    write(own, BRIGADE, "syria/brigades.ttl")
    assert len(load_registry().entries) == before + 1
    assert names(f"{BASE}actor/river-brigade") == {"River Brigade", "لواء النهر"}


def test_a_file_that_changes_is_read_anew(own: Path) -> None:
    path = write(own, BRIGADE)
    assert names(f"{BASE}actor/river-brigade")
    path.unlink()
    assert not names(f"{BASE}actor/river-brigade")


def test_a_listed_actor_can_be_given_a_further_name(own: Path) -> None:
    write(own, 'actor:hezbollah skos:altLabel "أصحاب الراية الصفراء"@ar .')
    assert {"أصحاب الراية الصفراء", "Hezbollah"} <= names(f"{BASE}actor/hezbollah")


def test_it_goes_into_the_reference_graph_without_blank_nodes(own: Path) -> None:
    before = reference_digest()
    write(own, BRIGADE + ' actor:river-brigade skos:note [ skos:prefLabel "x" ] .')
    quads = reference_quads(Iris())
    labels = {str(quad.object) for quad in quads if quad.predicate.value == SKOS + "prefLabel"}
    assert '"لواء النهر"@ar' in labels
    assert not any(str(part).startswith("_:") for quad in quads for part in (quad.subject, quad.object))
    assert reference_digest() != before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('actor:hezbollah a rw:Party ; skos:prefLabel "Hezb"@en .', "already describes this as Hezbollah"),
        ('actor:x a rw:Party ; skos:prefLabel "حزب الله"@ar .', "already means Hezbollah"),
        (
            'actor:x a rw:Party ; skos:prefLabel "X"@en ; skos:altLabel "حِزْبُ الله"@ar .',
            "already means Hezbollah",
        ),
        ('actor:x a rw:Party ; skos:altLabel "X"@en .', "no skos:prefLabel"),
        ('actor:x skos:prefLabel "X"@en .', "no class"),
        ('actor:hizbolah skos:altLabel "X"@en .', "whom nothing describes"),
        ('<https://example.org/x> a rw:Party ; skos:prefLabel "X"@en .', "no actor and no place"),
    ],
)
def test_what_contradicts_the_registry_is_named_with_its_file(own: Path, text: str, told: str) -> None:
    path = write(own, text)
    with pytest.raises(RegistryConflictError, match=told) as caught:
        load_registry()
    assert str(path) in str(caught.value)
    with pytest.raises(RegistryConflictError):
        reference_quads(Iris())


def test_two_own_files_may_not_describe_the_same_actor(own: Path) -> None:
    write(own, BRIGADE, "one.ttl")
    write(own, BRIGADE, "two.ttl")
    with pytest.raises(RegistryConflictError, match=r"one\.ttl describes it too"):
        load_registry()


def test_a_name_may_be_ambiguous_on_both(own: Path) -> None:
    write(own, 'actor:x a rw:Party ; skos:prefLabel "Party of X"@en ; rw:ambiguousLabel "حزب الله"@ar .')
    assert "حزب الله" in names(f"{BASE}actor/x")


def test_an_own_file_that_is_no_turtle_is_named(own: Path) -> None:
    path = write(own, "actor:x a")
    with pytest.raises(RdfSyntaxError, match=path.name):
        load_registry()


def test_the_folder_comes_from_the_environment_else_from_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("KG_REGISTRY", str(tmp_path / "mine"))
    assert own_folder() == tmp_path / "mine"
    assert own_files() == ()
    monkeypatch.delenv("KG_REGISTRY")
    assert own_folder() == tmp_path / "rawabit" / "registry"


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_REGISTRY", str(write(tmp_path, BRIGADE)))
    with pytest.raises(OwnRegistryError, match="not a folder"):
        load_registry()
