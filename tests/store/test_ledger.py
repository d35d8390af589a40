"""The ledger holds what was said to be loaded, whatever happens to the graph."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store import Entry, Ledger


def entry(event: str, document: str, name: str = "a.txt") -> Entry:
    return Entry(event, document, name, claims=3, quads=40, digest="d" * 64, at="2020-01-01T00:00:00Z")


def test_what_was_loaded_stands_until_it_is_removed(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append([entry("loaded", "one"), entry("loaded", "two")])
    ledger.append([entry("removed", "one")])
    assert ledger.loaded() == {"two": entry("loaded", "two")}
    assert [each.event for each in ledger.entries()] == ["loaded", "loaded", "removed"]


def test_a_ledger_that_is_not_there_is_empty(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append([])
    assert ledger.entries() == ()
    assert list(tmp_path.iterdir()) == []


@given(st.text())
def test_any_name_is_one_line(name: str) -> None:
    ledger = Ledger(None)
    ledger.append([entry("loaded", "one", name)])
    assert ledger.loaded()["one"].name == name


def test_names_with_line_ends_come_back_from_the_disk(tmp_path: Path) -> None:
    names = ["a\nb", "a\u2028b", "a\x85b", "عربي", '"', "\\"]
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append([entry("loaded", str(number), name) for number, name in enumerate(names)])
    assert [each.name for each in ledger.entries()] == names
    assert ledger.spoiled() == 0


def test_a_line_that_was_cut_short_is_counted_and_does_not_spoil_the_next(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger = Ledger(path)
    ledger.append([entry("loaded", "one"), entry("loaded", "two")])
    path.write_bytes(path.read_bytes()[:-20])
    assert list(ledger.loaded()) == ["one"]
    ledger.append([entry("loaded", "three")])
    assert list(ledger.loaded()) == ["one", "three"]
    assert ledger.spoiled() == 1


def test_a_line_of_an_older_version_is_read_and_so_is_one_of_a_later(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    old = {
        "event": "loaded",
        "document": "one",
        "name": "a.txt",
        "claims": 3,
        "quads": 40,
        "digest": "d" * 64,
        "at": "2020-01-01T00:00:00Z",
    }
    later = old | {"document": "two", "path": "/a.txt", "colour": "blue"}
    path.write_text(json.dumps(old) + "\n" + json.dumps(later) + "\n")
    assert Ledger(path).loaded() == {
        "one": entry("loaded", "one"),
        "two": replace(entry("loaded", "two"), path="/a.txt"),
    }


def test_a_path_that_is_not_utf8_comes_back_as_it_was(tmp_path: Path) -> None:
    named = replace(entry("loaded", "one"), path="/reports/\udce9t\udce9.txt", said={"language": "ar"})
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append([entry("loaded", "two"), named])
    assert ledger.loaded()["one"] == named
    assert ledger.spoiled() == 0


@pytest.mark.parametrize(
    "spoilt", ["{", '"loaded"', "[]", "null", '{"event": "loaded", "document": 7}', "\xff"]
)
def test_whatever_a_spoilt_line_holds_the_others_are_read(tmp_path: Path, spoilt: str) -> None:
    path = tmp_path / "ledger.jsonl"
    ledger = Ledger(path)
    ledger.append([entry("loaded", "one")])
    with path.open("a", encoding="latin-1") as stream:
        stream.write(spoilt + "\n")
    ledger.append([entry("loaded", "two")])
    assert list(ledger.loaded()) == ["one", "two"]
    assert ledger.spoiled() == 1


@pytest.mark.parametrize("path", ["ledger.jsonl", None])
def test_few_documents_are_found_as_many_are(tmp_path: Path, path: str | None) -> None:
    ledger = Ledger(tmp_path / path if path else None)
    ledger.append([entry("loaded", f"document {number}") for number in range(30)])
    ledger.append([entry("removed", "document 3"), entry("loaded", "document 5", "again.txt")])
    standing = ledger.loaded()
    asked = [f"document {number}" for number in (3, 5, *range(30), 99)]
    assert [ledger.standing(each) for each in asked] == [standing.get(each) for each in asked]
    ledger.append([entry("removed", "document 5"), entry("loaded", "document 3")])
    assert ledger.standing("document 5") is None
    assert ledger.standing("document 3") == entry("loaded", "document 3")
