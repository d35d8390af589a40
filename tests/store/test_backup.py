"""A backup is the whole store at one moment, or it is none; a restored store is what was backed up."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.iri import Iris
from kg.namespaces import RW
from kg.store import Change, Entry, digest, open_store
from kg.store.backup import make_backup, restore_backup
from kg.store.doctor import doctor
from kg.store.errors import (
    BackupDamagedError,
    BackupExistsError,
    BackupFailedError,
    NoStoreError,
    NotABackupError,
    NotAStoreError,
    StoreLockedError,
)
from kg.store.layout import Layout
from kg.store.swap import staging
from kg.store.tables import check_tables
from tests.store.damage import cut, tables


def put(folder: Path, *numbers: int) -> None:
    """Loads documents that are a hash and a name."""
    with open_store(folder) as store:
        for number in numbers:
            sha256 = f"{number:064x}"[::-1]
            graph = NamedNode(Iris().document_graph(sha256))
            quads = [Quad(graph, NamedNode(RW + "sha256"), Literal(sha256), graph)]
            quads += [Quad(graph, graph, Literal(f"{number} {each}"), graph) for each in range(50)]
            store.apply(Change(insert=tuple(quads)))
            store.flush()
            entry = Entry(
                "loaded", sha256, f"{number}.txt", 0, len(quads), digest(quads), "2020-01-01T00:00:00Z"
            )
            store.ledger.append([entry])


def contents(folder: Path) -> tuple[str, list[str]]:
    with open_store(folder, read_only=True) as store:
        return digest(store.quads()), sorted(entry.name for entry in store.ledger.loaded().values())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path / "store", 1, 2, 3)
    (tmp_path / "store" / "refused").mkdir()
    (tmp_path / "store" / "refused" / "abc.json").write_text("{}")
    return tmp_path / "store"


@pytest.mark.parametrize("copy", [False, True])
def test_a_backup_is_the_whole_store_and_reads_as_one(folder: Path, tmp_path: Path, *, copy: bool) -> None:
    made = make_backup(folder, tmp_path / "backup", copy=copy)
    assert (made.documents, made.linked, made.missing) == (3, not copy, ())
    assert contents(tmp_path / "backup") == contents(folder)
    assert (tmp_path / "backup" / "refused" / "abc.json").exists()
    found = check_tables(Layout(tmp_path / "backup"))
    assert (found.damaged, found.unrecorded) == ((), 0)
    assert {path.name for path in tmp_path.iterdir()} == {"store", "backup"}


def test_what_comes_after_a_backup_is_not_in_it(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    make_backup(folder, tmp_path / "backup")
    for number in range(4, 12):
        put(folder, number)
    assert contents(tmp_path / "backup") == before
    assert contents(folder) != before


def test_a_restored_store_is_the_one_that_was_backed_up_and_can_be_written(
    folder: Path, tmp_path: Path
) -> None:
    before = contents(folder)
    make_backup(folder, tmp_path / "backup")
    shutil.rmtree(folder / "data")
    done = restore_backup(tmp_path / "backup", folder)
    assert (done.documents, done.newer, done.aside) == (3, (), None)
    assert contents(folder) == before
    put(folder, 4)
    assert contents(tmp_path / "backup") == before
    assert {path.name for path in folder.iterdir()} == {
        "data",
        "ledger.jsonl",
        "lock",
        "rawabit.json",
        "refused",
    }


def test_documents_that_came_after_the_backup_are_named_and_kept(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, tmp_path / "backup")
    put(folder, 4)
    later = contents(folder)
    (folder / "refused" / "late.json").write_text("{}")
    done = restore_backup(tmp_path / "backup", folder)
    assert done.newer == ("4.txt",)
    assert done.aside is not None
    assert contents(folder)[1] == ["1.txt", "2.txt", "3.txt"]
    assert not (folder / "refused" / "late.json").exists()
    assert contents(done.aside) == later


def test_a_backup_can_be_restored_where_no_store_was(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, tmp_path / "backup")
    restore_backup(tmp_path / "backup", tmp_path / "new" / "place")
    assert contents(tmp_path / "new" / "place") == contents(folder)


def test_nothing_is_backed_up_over_what_is_there(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("mine", "file", "link"):
        with pytest.raises(BackupExistsError, match="is there already"):
            make_backup(folder, tmp_path / name)
    assert list((tmp_path / "mine").iterdir()) == []


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupFailedError, match="No such file or directory"):
        make_backup(folder, tmp_path / "no" / "folder")
    with pytest.raises(NoStoreError):
        make_backup(tmp_path / "none", tmp_path / "backup")
    assert {path.name for path in tmp_path.iterdir()} == {"store"}


def test_a_backup_waits_for_no_writer_and_tells_who_writes(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, tmp_path / "backup")
    with open_store(folder):
        with pytest.raises(StoreLockedError, match=f"process {os.getpid()} "):
            make_backup(folder, tmp_path / "other")
        with pytest.raises(StoreLockedError, match=f"process {os.getpid()} "):
            restore_backup(tmp_path / "backup", folder)
    assert not (tmp_path / "other").exists()


def test_documents_that_the_store_lacks_already_are_named(folder: Path, tmp_path: Path) -> None:
    with open_store(folder) as store:
        store.apply(Change(drop=(Iris().document_graph(f"{2:064x}"[::-1]),)))
    made = make_backup(folder, tmp_path / "backup")
    assert (made.documents, made.missing) == (2, ("2.txt",))


@pytest.mark.parametrize("damage", ["table", "ledger", "lost"])
def test_a_backup_that_is_not_whole_replaces_nothing(folder: Path, tmp_path: Path, damage: str) -> None:
    backup = tmp_path / "backup"
    make_backup(folder, backup, copy=True)
    if damage == "table":
        cut(tables(backup)[0], 0.9)
    elif damage == "lost":
        tables(backup)[0].unlink()
    else:
        text = (backup / "ledger.jsonl").read_text()
        (backup / "ledger.jsonl").write_text(text.replace("1.txt", "7.txt"))
    before = contents(folder)
    with pytest.raises(BackupDamagedError, match=r"is not whole: .*; the store is as it was"):
        restore_backup(backup, folder)
    assert contents(folder) == before


def test_only_a_backup_is_restored(folder: Path, tmp_path: Path) -> None:
    for place in (folder, tmp_path, tmp_path / "none"):
        with pytest.raises(NotABackupError, match="is not a backup"):
            restore_backup(place, tmp_path / "new")
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "mine.tex").write_text("mine")
    make_backup(folder, tmp_path / "backup")
    with pytest.raises(NotAStoreError):
        restore_backup(tmp_path / "backup", tmp_path / "thesis")


def test_a_swap_that_was_cut_short_anywhere_is_ended_at_the_next_opening(
    folder: Path, tmp_path: Path
) -> None:
    old = contents(folder)
    put(tmp_path / "other", 7, 8)
    new = contents(tmp_path / "other")
    for done in range(8):
        case = Path(shutil.copytree(folder, tmp_path / f"case-{done}"))
        aside = _swap_as_far_as(case, tmp_path / "other", done)
        assert "a repair or restoration was cut short" in [each.found for each in doctor(case).checks]
        assert contents(case) == new
        assert contents(aside) == old
        assert (aside / "names.sqlite").exists()
        assert not (case / "names.sqlite").exists()
        assert not (case / "coming").exists()
        assert not (case / "coming.json").exists()


def _swap_as_far_as(case: Path, other: Path, moves: int) -> Path:
    """The files as they are when a swap is ended from outside after so many of its moves."""
    draft = staging(Layout(case)).folder
    parts = ("data", "ledger.jsonl", "rawabit.json")
    for name in parts:
        (shutil.copytree if name == "data" else shutil.copyfile)(other / name, draft / name)
    aside = case / "replaced-1"
    aside.mkdir()
    (case / "coming.json").write_text(
        json.dumps({"aside": aside.name, "rest": ["names.sqlite"], "parts": parts})
    )
    (case / "names.sqlite").write_text("an index of the old names")
    steps = [(case, aside, "names.sqlite")]
    steps += [step for name in parts for step in ((case, aside, name), (draft, case, name))]
    for source, target, name in steps[:moves]:
        (source / name).rename(target / name)
    return aside


def test_what_a_restoration_left_unfinished_is_no_hindrance(folder: Path, tmp_path: Path) -> None:
    make_backup(folder, tmp_path / "backup")
    for place in (folder, tmp_path / "new"):
        (place / "coming" / "data").mkdir(parents=True)
        (place / "coming" / "data" / "000001.sst").write_text("half")
        restore_backup(tmp_path / "backup", place)
        assert contents(place) == contents(tmp_path / "backup")
