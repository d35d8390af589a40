"""Entries as Turtle: in the layout of the registry, and into a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RdfSyntaxError
from kg.model import Name
from kg.namespaces import BASE
from kg.registry import (
    NewEntry,
    RegistryConflictError,
    RegistryFileError,
    add_to_file,
    read_registry,
    turtle_file,
)

ENTRY = NewEntry(
    f"{BASE}actor/river-brigade",
    ("River Brigade", "لواء النهر"),
    ("كتيبة النهر",),
    ("النهر",),
    "ArmedGroup",
    f"{BASE}place/syria",
)


@pytest.fixture(autouse=True)
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_REGISTRY", str(tmp_path))


def test_an_entry_is_laid_out_as_the_registry_is() -> None:
    assert ENTRY.turtle() == (
        "actor:river-brigade a rw:ArmedGroup ;\n"
        '    skos:prefLabel "River Brigade"@en, "لواء النهر"@ar ;\n'
        '    skos:altLabel "كتيبة النهر"@ar ;\n'
        '    rw:ambiguousLabel "النهر"@ar ;\n'
        "    rw:country place:syria .\n"
    )


def test_further_names_stand_under_the_actor_alone() -> None:
    alias = NewEntry(f"{BASE}actor/hezbollah", (), ("أصحاب الراية",))
    assert alias.turtle() == 'actor:hezbollah skos:altLabel "أصحاب الراية"@ar .\n'


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    odd = NewEntry(
        f"{BASE}actor/لواء-54",
        ('The "X" \\ Y', "اللواء 54"),
        tuple(f"name {i}" for i in range(40)),
        (),
        "Party",
    )
    add_to_file(path, ENTRY)
    add_to_file(path, odd)
    entries = {entry.entity.iri: entry for entry in read_registry((path,)).entries}
    assert set(entries) == {ENTRY.iri, odd.iri}
    assert {name.text for name in entries[odd.iri].names} == {*odd.preferred, *odd.others}
    assert Name("النهر", "ar", ambiguous=True) in entries[ENTRY.iri].names
    assert entries[ENTRY.iri].entity.country == f"{BASE}place/syria"
    assert max(map(len, path.read_text("utf-8").splitlines())) <= 120
    assert path.read_text("utf-8").count("@prefix rw:") == 1


def test_a_file_of_one_s_own_keeps_what_is_in_it_and_gets_the_prefixes_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    before = (
        "# mine\n@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n"
        f'<{BASE}actor/x> a <https://w3id.org/rawabit/ontology#Party> ; s:prefLabel "Party of X"@en .'
    )
    path.write_text(before, "utf-8")
    add_to_file(path, ENTRY)
    assert path.read_text("utf-8").startswith(before)
    assert len(read_registry((path,)).entries) == 2


def test_what_does_not_fit_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    add_to_file(path, ENTRY)
    before = path.read_bytes()
    with pytest.raises(RegistryConflictError, match="already means"):
        add_to_file(path, NewEntry(f"{BASE}actor/other", ("Other", "لواء النهر"), type="Party"))
    with pytest.raises(RegistryConflictError):
        add_to_file(tmp_path / "b.ttl", NewEntry(f"{BASE}actor/hezbollah", ("Hezb",), type="Party"))
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["a.ttl"]


def test_a_file_that_is_no_turtle_is_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("this is no Turtle", "utf-8")
    with pytest.raises(RdfSyntaxError):
        add_to_file(path, ENTRY)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(RegistryFileError, match="UTF-8"):
        add_to_file(path, ENTRY)
    assert path.read_bytes() == b"\xff\xfe"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(RegistryFileError, match="Nothing was written"):
        add_to_file(tmp_path / "file" / "a.ttl", ENTRY)
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(RegistryFileError, match="directory"):
        add_to_file(tmp_path / "folder.ttl", ENTRY)


def test_the_file_keeps_its_mode_and_a_link_keeps_leading_to_it(tmp_path: Path) -> None:
    path, link = tmp_path / "a.ttl", tmp_path / "link.ttl"
    add_to_file(path, ENTRY)
    path.chmod(0o640)
    link.symlink_to(path)
    add_to_file(link, NewEntry(f"{BASE}actor/other", ("Other Brigade",), type="Party"))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_for_one_entry_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(turtle_file(ENTRY), "utf-8")
    assert [entry.entity.iri for entry in read_registry((path,)).entries] == [ENTRY.iri]
