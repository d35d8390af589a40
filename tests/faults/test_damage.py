"""Whatever a disk does to the files, the doctor says which documents it cost, and a repair brings them back."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

from kg.namespaces import BASE
from kg.store import Change, digest, open_store
from tests.cli.conftest import run
from tests.faults.conftest import FEW, REPORTS, Input
from tests.store.damage import cut, flip, tables


def contents(folder: Path) -> str:
    with open_store(folder, read_only=True) as store:
        return digest(store.quads())


def checks(folder: Path) -> dict[str, dict[str, str]]:
    result = run("doctor", "--json", store=folder)
    found = {each["check"]: each for each in json.loads(result.out)}
    assert result.code == any(each["health"] == "bad" for each in found.values())
    return found


def some(among: list[Path], kills: int, moments: random.Random) -> list[Path]:
    """One of them, or all where somebody asks for many faults."""
    return among if kills > FEW else [moments.choice(among)]


def test_a_table_that_a_disk_spoilt_is_named_and_the_store_mended(
    whole: Path, tmp_path: Path, kills: int, moments: random.Random
) -> None:
    before = contents(whole)
    for number, table in enumerate(some(tables(whole), kills, moments)):
        for harm in (flip, cut) if kills > FEW else (flip,):
            folder = Path(shutil.copytree(whole, tmp_path / f"{number}-{harm.__name__}"))
            harm(folder / "data" / table.name, moments.uniform(0.01, 0.99))
            found = checks(folder)
            assert found["tables"]["found"].endswith(f"not as they were written: {table.name}")
            result = run("repair", store=folder)
            assert result.code == 0, result.err
            assert "the damaged files are kept in " in result.err
            assert contents(folder) == before
            assert {each["health"] for each in checks(folder).values()} <= {"good", "note"}


def test_documents_that_a_spoilt_log_lost_are_named_and_brought_back(
    whole: Path, given: Input, tmp_path: Path, kills: int, moments: random.Random
) -> None:
    before = contents(whole)
    logged = _in_the_log(whole, tmp_path)
    assert contents(Path(shutil.copytree(logged, tmp_path / "sound"))) == before
    for number in range(-(-kills // 8)):
        folder = Path(shutil.copytree(logged, tmp_path / str(number)))
        log = max((folder / "data").glob("*.log"), key=lambda path: path.stat().st_size)
        moments.choice((flip, cut))(log, moments.uniform(0.05, 0.95))
        found = checks(folder)
        if found["store"]["health"] == "good":
            assert found["documents"]["health"] == "good"
            assert found["lost documents"]["health"] == "bad"
            assert any(f"{name} (" in found["lost documents"]["found"] for name in given.names)
        result = run("repair", "--json", store=folder)
        assert result.code == 0, result.err
        assert {each["way"] for each in json.loads(result.out)["documents"]} == {"read again"}
        assert contents(folder) == before


def _in_the_log(whole: Path, place: Path) -> Path:
    """The same store, whose documents all lie in the engine's log, as if nothing had ever been flushed."""
    folder, copy = place / "logged", place / "logged-copy"
    with open_store(whole, read_only=True) as old, open_store(folder) as store:
        # The documents come last, so that whatever the log loses costs some of them.
        for graph in sorted(old.graphs(), reverse=True):
            quads = list(old.quads(graph))
            for start in range(0, len(quads), 5_000):
                store.apply(Change(insert=tuple(quads[start : start + 5_000])))
        shutil.copytree(folder, copy)
    shutil.copyfile(whole / "ledger.jsonl", copy / "ledger.jsonl")
    return copy


def test_what_cannot_come_back_is_named_with_its_reason(
    whole: Path, given: Input, tmp_path: Path, moments: random.Random
) -> None:
    gone = moments.choice(given.paths).name
    folder = Path(shutil.copytree(whole, tmp_path / "store"))
    ledger = folder / "ledger.jsonl"
    moved = {str(path): str(tmp_path / path.name) for path in given.paths}
    for old, new in moved.items():
        ledger.write_text(ledger.read_text().replace(old, new))
        if Path(new).name != gone:
            shutil.copyfile(old, new)
    shutil.rmtree(folder / "data")
    result = run("repair", store=folder)
    assert result.code == 3
    lost = [line for line in result.err.splitlines() if line.startswith("lost: ")]
    assert len(lost) == (REPORTS if gone == "reports.jsonl" else len(given.names) - REPORTS)
    assert all(f"{tmp_path / gone}: no such file or folder; load it again" in line for line in lost)
    assert checks(folder)["lost documents"]["found"].startswith(f"{len(lost)} in the ledger")
    missing = lost[0].split(": ")[1]
    assert run("remove", missing, store=folder).code == 0
    assert checks(folder)["lost documents"]["found"].startswith(f"{len(lost) - 1} in the ledger")
    assert BASE in checks(folder)["store"]["found"]
