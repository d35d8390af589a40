"""Whenever ``kg`` is killed, no document is half there, nothing that was reported is lost, and all can go on."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.made_claims import lines
from kg.pipeline import doctor
from kg.store import EmbeddedStore, digest, open_store
from kg.store.doctor import Health
from kg.store.doctor import doctor as look_over
from kg.store.errors import NoStoreError
from tests.cli.conftest import Ran, run
from tests.faults.conftest import FEW, Input
from tests.faults.killing import kill_while_writing
from tests.store.damage import cut, tables

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")

_READING = 2.0
"""Seconds within which a run that reads documents is killed."""
_MOVING = 0.1
"""Seconds within which a run that only moves files is."""


def done(result: Ran) -> bool:
    assert result.code == 0, result.err
    return True


def contents(folder: Path) -> str:
    with open_store(folder, read_only=True) as store:
        return digest(store.quads())


def copy(folder: Path, place: Path, number: int) -> Path:
    """The store once more, in a folder of its own."""
    return Path(shutil.copytree(folder, place / str(number) / "store"))


def assert_nothing_is_half_or_lost(folder: Path, reported: Iterable[str], *, closely: bool) -> None:
    try:
        opened = open_store(folder, read_only=True)
    except NoStoreError:
        assert not list(reported)
        return
    with opened as store:
        loaded = {entry.name for entry in store.ledger.loaded().values()}
    assert loaded >= set(reported)
    # Whether links and inferences fit takes longer to see.
    found = doctor(folder) if closely else look_over(folder)
    wrong = [each for each in found.checks if each.health is Health.BAD]
    # What was written and not yet reported may be there in whole.
    assert {each.what for each in wrong} <= {"unrecorded documents"}, wrong


def test_a_store_whose_making_is_killed_is_none_until_it_is_made(
    tmp_path: Path, kills: int, moments: random.Random
) -> None:
    making = (
        "import sys; from kg.store import open_store; print('begun', flush=True); open_store(sys.argv[1])"
    )
    for number in range(kills):
        folder = tmp_path / str(number)
        with subprocess.Popen([sys.executable, "-c", making, str(folder)], stdout=subprocess.PIPE) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(moments.uniform(0, _MOVING))
            program.kill()
        with suppress(NoStoreError):
            assert contents(folder) == digest([])
        assert "cannot be read" not in "".join(each.found for each in look_over(folder).checks)
        open_store(folder).close()
        assert contents(folder) == digest([])


def test_a_load_that_is_killed_again_and_again_ends_as_one_that_was_not(
    given: Input, prepared: Path, whole: Path, tmp_path: Path, kills: int, moments: random.Random
) -> None:
    right, killed, stores = contents(whole), 0, 1
    folder = tmp_path / "0" / "store"
    folder.parent.mkdir()
    while killed < kills:
        seen = kill_while_writing("load", *given.paths, store=folder, moment=moments.uniform(0, _READING))
        assert_nothing_is_half_or_lost(folder, given.names[: seen.reported], closely=kills > FEW)
        killed += seen.killed
        if not seen.killed:
            assert contents(folder) == right
            folder = copy(prepared, tmp_path, stores)
            stores += 1
    assert done(run("load", *given.paths, store=folder))
    assert contents(folder) == right
    assert doctor(folder).healthy


def test_a_removal_that_is_killed_is_ended_by_another_try_or_by_a_repair(
    whole: Path, tmp_path: Path, kills: int, moments: random.Random
) -> None:
    without = copy(whole, tmp_path, 0)
    assert done(run("remove", "report 3", store=without))
    right = contents(without)
    for number in range(1, 1 - (-kills // 8)):
        folder = copy(whole, tmp_path, number)
        kill_while_writing("remove", "report 3", store=folder, moment=moments.uniform(0, _MOVING))
        with open_store(folder, read_only=True) as store:
            begun = "report 3" not in {entry.name for entry in store.ledger.loaded().values()}
        if begun:
            assert done(run("repair", store=folder))
        else:
            assert done(run("remove", "report 3", store=folder))
        assert contents(folder) == right


def test_a_repair_that_is_killed_again_and_again_ends_as_one_that_was_not(
    whole: Path, tmp_path: Path, kills: int, moments: random.Random
) -> None:
    folder = copy(whole, tmp_path, 0)
    for table in tables(folder):
        cut(table, 0.7)
    for _ in range(-(-kills // 8)):
        kill_while_writing("repair", store=folder, moment=moments.uniform(0, 2 * _READING))
    assert done(run("repair", store=folder))
    assert contents(folder) == contents(whole)
    assert doctor(folder).healthy


def test_a_backup_that_is_killed_is_whole_or_none(
    whole: Path, tmp_path: Path, kills: int, moments: random.Random
) -> None:
    folder = copy(whole, tmp_path, 0)
    for number in range(-(-kills // 8)):
        place = tmp_path / f"backup-{number}"
        kill_while_writing("backup", place, store=folder, moment=moments.uniform(0, _MOVING))
        assert contents(folder) == contents(whole)
        if place.exists():
            assert done(run("restore", place, store=tmp_path / f"restored-{number}"))
            assert contents(tmp_path / f"restored-{number}") == contents(whole)


def test_a_restoration_that_is_killed_leaves_the_old_store_or_the_new_one(
    prepared: Path, whole: Path, tmp_path: Path, kills: int, moments: random.Random
) -> None:
    backup = tmp_path / "backup"
    assert done(run("backup", backup, store=whole))
    either = {contents(prepared), contents(whole)}
    for number in range(-(-kills // 8)):
        folder = copy(prepared, tmp_path, number)
        kill_while_writing("restore", backup, store=folder, moment=moments.uniform(0, _MOVING))
        assert contents(folder) in either
        assert done(run("restore", backup, store=folder))
        assert contents(folder) == contents(whole)


def test_a_bulk_write_that_is_killed_again_and_again_ends_as_one_that_was_not(
    prepared: Path, tmp_path: Path, kills: int, moments: random.Random
) -> None:
    claims = tmp_path / "claims.jsonl"
    # So many are more than are written one by one, and more bytes than are held back for one change a document.
    claims.write_text("".join(f"{line}\n" for line in lines(1600, actors=300)), encoding="utf-8")
    whole = copy(prepared, tmp_path, 0)
    assert done(run("load", claims, store=whole))
    right = contents(whole)
    for number in range(1, 2 + kills // 5):
        folder = copy(prepared, tmp_path, number)
        kill_while_writing("load", claims, store=folder, moment=moments.uniform(0, 3 * _READING))
        with open_store(folder, read_only=True) as store:
            assert_whole(store)
        wrong = {each.what for each in doctor(folder).checks if each.health is Health.BAD}
        assert wrong <= {"unrecorded documents"}
        assert done(run("load", claims, store=folder))
        assert contents(folder) == right


def assert_whole(store: EmbeddedStore) -> None:
    """Every document of the ledger is as the ledger says."""
    for entry in store.ledger.loaded().values():
        assert digest(store.quads(store.iris.document_graph(entry.document))) == entry.digest
