"""What can be wrong with the place of a store: each case one clear line, and the place left as it was."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KGError
from kg.iri import Iris
from kg.store import Change, open_store
from kg.store.errors import (
    BaseMismatchError,
    NoStoreError,
    NotAStoreError,
    ReadOnlyStoreError,
    StoreDamagedError,
    StoreVersionError,
    StoreWriteError,
)
from kg.store.layout import FORMAT
from tests.reaching import open_the_way_to

A = NamedNode("https://example.org/a")
QUADS = tuple(Quad(A, A, Literal(f"number {number}"), A) for number in range(500))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_store(tmp_path / "store") as store:
        store.apply(Change(insert=QUADS))
        store.flush()
    return tmp_path / "store"


def test_reading_where_no_store_is_says_what_to_do_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match=r"no store at .*missing; load something first"):
        open_store(tmp_path / "missing", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_reading_an_empty_folder_is_reading_no_store(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError):
        open_store(tmp_path, read_only=True)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_with_other_files_is_not_taken_for_a_store(tmp_path: Path, *, read_only: bool) -> None:
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(NotAStoreError, match="is not a store"):
        open_store(tmp_path, read_only=read_only)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_is_not_a_store(tmp_path: Path, *, read_only: bool) -> None:
    place = tmp_path / "a.ttl"
    place.write_text("mine")
    with pytest.raises(NotAStoreError, match="it is a file"):
        open_store(place, read_only=read_only)
    assert place.read_text() == "mine"


def test_a_store_cannot_be_made_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotAStoreError, match="it is a file"):
        open_store(tmp_path / "file" / "store")


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("found", [FORMAT + 1, 0, "1", None])
def test_another_format_is_named(folder: Path, found: object, *, read_only: bool) -> None:
    (folder / "rawabit.json").write_text(json.dumps({"format": found, "base": Iris().base}))
    with pytest.raises(StoreVersionError, match=f"has format {found}, .*reads format {FORMAT}"):
        open_store(folder, read_only=read_only)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", "\x00\xff", '{"format": 2, "base": "no iri"}', '{"format": 2}']
)
def test_a_damaged_mark_is_named(folder: Path, content: str) -> None:
    (folder / "rawabit.json").write_text(content, encoding="latin-1")
    with pytest.raises(NotAStoreError, match=r"rawabit\.json"):
        open_store(folder)


def test_another_base_is_refused_and_the_same_is_not(folder: Path) -> None:
    with pytest.raises(BaseMismatchError, match=r"made with the base IRI https://w3id\.org/rawabit/, not"):
        open_store(folder, Iris("https://example.org/"))
    open_store(folder, Iris()).close()


def test_a_creation_that_was_cut_short_is_taken_up_again(tmp_path: Path) -> None:
    place = tmp_path / "store"
    place.mkdir()
    (place / "rawabit.json.new").write_text("{")
    (place / "lock").touch()
    open_store(place).close()
    assert json.loads((place / "rawabit.json").read_text()) == {"format": FORMAT, "base": Iris().base}


def test_a_store_that_was_made_but_never_written_reads_as_none(folder: Path) -> None:
    shutil.rmtree(folder / "data")
    with pytest.raises(NoStoreError):
        open_store(folder, read_only=True)
    open_store(folder).close()


def test_nothing_is_written_through_a_store_opened_for_reading(folder: Path) -> None:
    with open_store(folder, read_only=True) as store, pytest.raises(ReadOnlyStoreError):
        store.apply(Change(drop=(A.value,)))
    with open_store(folder, read_only=True) as store, pytest.raises(ReadOnlyStoreError):
        store.flush()


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(("pattern", "left"), [("*.sst", 0.5), ("CURRENT", 0.5), ("MANIFEST-*", 0)])
def test_files_that_lost_their_end_are_damage_with_a_way_out(
    folder: Path, pattern: str, left: float, *, read_only: bool
) -> None:
    for path in (folder / "data").glob(pattern):
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * left)])
    with pytest.raises(StoreDamagedError, match=r"cannot be read: .*; run 'kg repair'"):
        open_store(folder, read_only=read_only)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_lost_file_is_damage(folder: Path, *, read_only: bool) -> None:
    next((folder / "data").glob("*.sst")).unlink()
    with pytest.raises(StoreDamagedError):
        open_store(folder, read_only=read_only)


def test_no_error_leaves_the_store_locked(folder: Path) -> None:
    for content in ("{", '{"format": 9}'):
        kept = (folder / "rawabit.json").read_text()
        (folder / "rawabit.json").write_text(content)
        with pytest.raises(KGError):
            open_store(folder)
        (folder / "rawabit.json").write_text(kept)
    with open_store(folder) as store:
        assert len(list(store.quads())) == len(QUADS)


def _as_nobody(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs code as a user who may write nowhere, also where the tests run as root, whom no mode bit stops."""
    become = "import os; os.getuid() or (os.setgid(65534), os.setuid(65534))\n"
    loaded = "import sys; from kg.store import open_store, Change\n"
    return subprocess.run(
        [sys.executable, "-c", loaded + become + code, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def sealed(folder: Path) -> Path:
    open_the_way_to(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_a_folder_that_may_not_be_written_can_be_read(sealed: Path) -> None:
    code = "with open_store(sys.argv[1], read_only=True) as store: print(len(list(store.quads())))"
    assert _as_nobody(code, sealed).stdout.strip() == str(len(QUADS))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_writing_to_a_folder_that_may_not_be_written_says_so(sealed: Path) -> None:
    ended = _as_nobody("open_store(sys.argv[1])", sealed)
    assert f"{StoreWriteError.__name__}: cannot write to the store" in ended.stderr
    made = _as_nobody("open_store(sys.argv[1] + '/new/store')", sealed)
    assert f"{StoreWriteError.__name__}: cannot write to the store" in made.stderr
