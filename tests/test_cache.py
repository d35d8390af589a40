"""What is kept on disk between runs, and all that may be wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from kg.cache import cache_folder, remembered


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "rawabit"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.ttl"
    path.write_text("one")
    return path


class Making:
    """Makes a value, and counts how often."""

    def __init__(self, value: object = None) -> None:
        self.value, self.times = ["قوات", 1, None] if value is None else value, 0

    def __call__(self) -> object:
        self.times += 1
        return self.value


def test_what_was_made_once_is_found_again(folder: Path, source: Path) -> None:
    make = Making()
    assert remembered("things", [source], make) == remembered("things", [source], make) == ["قوات", 1, None]
    assert make.times == 1
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("value", [("a", "tuple"), {(1, 2): "a key"}, {"a date": date(2015, 10, 16)}])
def test_what_json_cannot_hold_exactly_is_given_as_made_and_not_kept(
    folder: Path, source: Path, value: object
) -> None:
    make = Making(value)
    assert remembered("things", [source], make) == remembered("things", [source], make) == value
    assert make.times == 2
    assert not folder.exists()


def test_keys_may_be_numbers(folder: Path, source: Path) -> None:
    months = {"names": {1: ["يناير"], 2: {"3": 4}}, "none": {}}
    make = Making(months)
    assert remembered("things", [source], make) == remembered("things", [source], make) == months
    assert make.times == 1


def test_another_content_of_the_source_is_another_answer(folder: Path, source: Path) -> None:
    make = Making()
    remembered("things", [source], make)
    source.write_text("two")
    remembered("things", [source], make)
    assert make.times == 2


def test_a_source_touched_but_unchanged_is_the_same(folder: Path, source: Path) -> None:
    make = Making()
    remembered("things", [source], make)
    os.utime(source, (0, 0))
    remembered("things", [source], make)
    assert make.times == 1


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def one_letter_changed(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"1", b"2"))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("spoil", [cut_short, one_letter_changed, emptied, made_a_folder])
def test_a_spoilt_file_is_made_anew(folder: Path, source: Path, spoil: Callable[[Path], None]) -> None:
    make = Making()
    remembered("things", [source], make)
    (kept,) = folder.iterdir()
    spoil(kept)
    assert remembered("things", [source], make) == ["قوات", 1, None]
    assert make.times == 2
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_cannot_be_made_does_no_harm(folder: Path, source: Path) -> None:
    folder.parent.write_text("a file stands where the folder should be")
    make = Making()
    assert remembered("things", [source], make) == ["قوات", 1, None]
    assert remembered("things", [source], make) == ["قوات", 1, None]
    assert make.times == 2


def test_a_source_that_is_missing_does_no_harm(folder: Path, tmp_path: Path) -> None:
    assert remembered("things", [tmp_path / "none"], Making()) == ["قوات", 1, None]
    assert not folder.exists()


def test_files_of_old_contents_go_in_the_end(folder: Path, source: Path) -> None:
    for number in range(10):
        source.write_text(str(number))
        remembered("things", [source], Making())
        remembered("others", [source], Making())
    assert len(list(folder.glob("things-*.json"))) == 4
    assert len(list(folder.glob("others-*.json"))) == 4


def test_many_at_once_all_get_the_answer(folder: Path, source: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: remembered("things", [source], Making("x" * 100_000)), range(32)))
    assert set(answers) == {"x" * 100_000}
    assert len(list(folder.iterdir())) == 1


def test_the_folder_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_folder() == Path("/somewhere/rawabit")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/home/reader")
    assert cache_folder() == Path("/home/reader/.cache/rawabit")


def test_the_registry_from_the_cache_is_the_registry_from_the_files(folder: Path) -> None:
    from kg.registry import packaged_registry, read_registry, reference_files

    made = packaged_registry()
    assert made == packaged_registry() == read_registry(reference_files())
    assert len(list(folder.glob("registry-*.json"))) == 1
