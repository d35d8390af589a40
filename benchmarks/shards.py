"""What a corpus costs from texts to a loaded store by way of shards, and what ten million documents would.

Run: ``python -m benchmarks.shards [--documents N] [--shards N] [--jobs N] [--of N]``. Made-up reports of about two
thousand characters go through ``kg extract --shards`` into a folder, and from there through ``kg load`` into a new
store. Of both it prints wall time and the time of all processors, for the whole and for one document; then the same for
``kg load`` of some of the texts by one process, as the peer. What is said of ten million is this cost times ten
million, and no measurement.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.made_texts import reports
from kg.store import digest, open_store

_LARGE = 10_000_000


@dataclass(frozen=True, slots=True)
class _Cost:
    """Seconds for ``size`` documents."""

    what: str
    size: int
    wall: float
    cpu: float
    memory: float
    """Of the largest process so far, in MB."""

    def line(self) -> str:
        each = f"{1000 * self.cpu / self.size:6.1f} ms of processor a document"
        return f"{self.what:<22} {self.wall:8.1f} s wall {self.cpu:8.1f} s processor {each} {self.memory:6,.0f} MB"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=2000, help="how many documents (default 2,000)")
    parser.add_argument("--shards", type=int, default=16, help="how many shards (default 16)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes")
    parser.add_argument("--of", type=int, default=500, help="documents that the peer loads (default 500)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts, some = folder / "texts.jsonl", folder / "some.jsonl"
        _write(texts, given.documents)
        with texts.open(encoding="utf-8") as stream:
            some.write_text("".join(islice(stream, given.of)), encoding="utf-8")
        jobs = ("--jobs", str(given.jobs))
        shards = ("--shards", str(given.shards), "--to", str(folder / "shards"))
        peer = _cost(
            "peer: kg load", min(given.of, given.documents), folder / "peer", "load", some, "--jobs", "1"
        )
        extract = _cost(
            "kg extract --shards", given.documents, folder / "none", "extract", texts, *shards, *jobs
        )
        load = _cost("kg load of shards", given.documents, folder / "store", "load", folder / "shards", *jobs)
        again = _cost(
            "kg load once more", given.documents, folder / "store", "load", folder / "shards", *jobs
        )
        sizes = {each: _size(folder / each) for each in ("shards", "store")}
        if given.of >= given.documents:
            assert _digest(folder / "peer") == _digest(folder / "store")
    print(
        f"{given.documents:,} documents, {given.shards} shards, {given.jobs} processes, load of the machine {_load()}"
    )
    for cost in (peer, extract, load, again):
        print(cost.line())
    both = (extract.cpu + load.cpu) / given.documents
    print(f"by way of shards: {both / (peer.cpu / peer.size):.2f} of the peer's processor time a document")
    for each, size in sizes.items():
        print(f"{each}: {size / 1e6:,.0f} MB, {size / given.documents / 1000:.1f} kB a document")
    days = _LARGE * extract.cpu / given.documents / 86400
    writing = _LARGE * load.cpu / given.documents / 86400
    print(f"ten million, extrapolated: {days:.1f} days of one processor to extract, divided by their number;")
    print(
        f"{writing:.1f} days of one processor to load, if it goes on at this rate, which large stores may not;"
    )
    print(f"{_tera(sizes['shards'], given)} of shards and {_tera(sizes['store'], given)} of store")


def _write(texts: Path, size: int) -> None:
    with texts.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(reports(size)):
            print(json.dumps({"id": f"d{number}", "text": text, "language": "ar"}), file=stream)


def _cost(what: str, size: int, store: Path, *words: object) -> _Cost:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "kg", "--store", str(store), *map(str, words)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return _Cost(what, size, wall, cpu, after.ru_maxrss / 1024)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _tera(size: int, given: argparse.Namespace) -> str:
    return f"{size / given.documents * _LARGE / 1e12:.2f} TB"


def _digest(store: Path) -> str:
    with open_store(store, read_only=True) as opened:
        return digest(opened.quads())


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main()
