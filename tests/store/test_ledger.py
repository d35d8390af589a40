"""The ledger holds what was said to be loaded, whatever happens to the graph."""

from __future__ import annotations

from pathlib import Path

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
