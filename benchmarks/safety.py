"""How long a backup and its restoration take beside copying the folder, and reading the ledger beside parsing its JSON.

Run: ``python -m benchmarks.safety [--claims N] [--store DIR]``. Makes a store of N made-up claims, or takes the one in
DIR, which is only read. Each figure is a median of three rounds, in which all ways take turns.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.made_claims import lines
from kg.pipeline import load
from kg.store import Entry, Ledger, open_store
from kg.store.backup import make_backup, restore_backup

_ROUNDS = 3
_DOCUMENTS = 100_000


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=20_000, help="how many claims (default 20,000)")
    parser.add_argument("--store", type=Path, help="a store to back up instead of one that is made")
    parser.add_argument("--scratch", type=Path, help="where to work; for hard links, beside the store")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.scratch) as folder:
        _backups(given.store or _made(Path(folder), given.claims), Path(folder))
        _ledger(Path(folder))


def _made(folder: Path, claims: int) -> Path:
    file = folder / "claims.jsonl"
    file.write_text("".join(f"{line}\n" for line in lines(claims)), encoding="utf-8")
    with open_store(folder / "store") as store:
        load([file], store, jobs=None)
    return folder / "store"


def _backups(store: Path, folder: Path) -> None:
    size = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    with open_store(store, read_only=True) as opened:
        entries = opened.ledger.loaded().values()
        claims = sum(entry.claims for entry in entries)
    print(f"{claims:,} claims in {len(entries):,} documents, {size / 1e6:,.0f} MB")
    took: dict[str, list[float]] = {"cp": [], "backup": [], "backup --copy": [], "restore": []}
    for number in range(_ROUNDS):
        place = folder / str(number)
        place.mkdir()
        ways: dict[str, Callable[[Path], object]] = {
            "cp": lambda place: shutil.copytree(store, place / "cp"),
            "backup": lambda place: make_backup(store, place / "linked"),
            "backup --copy": lambda place: make_backup(store, place / "copied", copy=True),
            "restore": lambda place: restore_backup(place / "linked", place / "restored"),
        }
        for name, way in ways.items():
            took[name].append(_seconds(way, place))
        shutil.rmtree(place)
    _print(took, "cp")


def _ledger(folder: Path) -> None:
    ledger = Ledger(folder / "ledger.jsonl")
    ledger.append(_entry(number) for number in range(_DOCUMENTS))
    took: dict[str, list[float]] = {"json": [], "ledger": [], "one document": []}
    for _ in range(_ROUNDS):
        took["json"].append(_seconds(_parse, folder / "ledger.jsonl"))
        took["ledger"].append(_seconds(lambda path: Ledger(path).loaded(), folder / "ledger.jsonl"))
        took["one document"].append(
            _seconds(lambda path: Ledger(path).standing(f"{7:064x}"), folder / "ledger.jsonl")
        )
    print(f"\na ledger of {_DOCUMENTS:,} documents")
    _print(took, "json")


def _parse(path: Path) -> list[object]:
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def _entry(number: int) -> Entry:
    sha256, name = f"{number:064x}", f"reports/2015/{number}.txt"
    return Entry(
        "loaded", sha256, name, 20, 580, sha256, "2026-01-01T00:00:00Z", f"/data/{name}", "txt", "rules",
        {"language": "ar", "date": "2015-10-16", "source": "Elaph"},
    )  # fmt: skip


def _seconds(way: Callable[[Path], object], given: Path) -> float:
    start = time.perf_counter()
    way(given)
    return time.perf_counter() - start


def _print(took: dict[str, list[float]], peer: str) -> None:
    middle = {name: statistics.median(seconds) for name, seconds in took.items()}
    for name, seconds in middle.items():
        print(f"{name:14} {seconds:8.2f} s   {seconds / middle[peer]:.2f}")


if __name__ == "__main__":
    main()
