"""How long loading takes, beside Oxigraph's own bulk loader on the same quads in the same run.

Run: ``python -m benchmarks.load [--claims N] [--runs N]``. Made-up claims go from JSON Lines into a new store as with
``kg load``: read, turned into quads, validated, linked, inferred, flushed and entered into the ledger (load). Then
the very quads of that store go from one N-Quads file into an empty Oxigraph (raw). Then one more document goes into the
full store and into an empty one, and the same document with a changed claim.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from benchmarks.made_claims import IN_DOCUMENT, lines
from kg.pipeline import load
from kg.store import open_store


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=20_000, help="how many claims (default 20,000)")
    parser.add_argument(
        "--runs", type=int, default=1, help="of how many runs the median is taken (default 1)"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        claims = folder / "claims.jsonl"
        claims.write_text("".join(f"{line}\n" for line in lines(given.claims)), encoding="utf-8")
        ours = [loaded(claims, folder / f"store{run}") for run in range(given.runs)]
        took = statistics.median(ours)
        quads = folder / "all.nq"
        count = dumped(folder / "store0", quads)
        raw = statistics.median(loaded_raw(quads, folder / f"raw{run}") for run in range(given.runs))
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{given.claims:,} claims, {count:,} quads, median of {given.runs} runs")
        print(f"raw   {raw:8.2f} s   {count / raw:10,.0f} quads a second   1.00 of the rate")
        print(
            f"load  {took:8.2f} s   {count / took:10,.0f} quads a second   {raw / took:.2f} of the rate, {most:,.0f} MB"
        )
        for where, store in (("the full store", folder / "store0"), ("an empty store", folder / "empty")):
            new, changed = (one_more(store, folder, changed=changed) for changed in (False, True))
            print(f"one more document into {where}: {new:.0f} ms, changed: {changed:.0f} ms")


def loaded(claims: Path, store: Path) -> float:
    """Seconds until ``claims`` are in ``store``, durably, start-up included."""
    return _seconds(lambda: _run("-m", "kg", "--store", str(store), "load", str(claims)))


def loaded_raw(quads: Path, store: Path) -> float:
    """Seconds that Oxigraph's own loader takes for the quads."""
    program = (
        "import sys, pyoxigraph as ox; store = ox.Store(sys.argv[2]);"
        "store.bulk_load(path=sys.argv[1], format=ox.RdfFormat.N_QUADS); store.flush()"
    )
    return _seconds(lambda: _run("-c", program, str(quads), str(store)))


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def _seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def dumped(store: Path, quads: Path) -> int:
    """Writes the quads of ``store`` as N-Quads, and gives how many there are."""
    data = ox.Store.read_only(str(store / "data"))
    with quads.open("wb") as stream:
        data.dump(stream, format=ox.RdfFormat.N_QUADS)
    return len(data)


def one_more(store: Path, folder: Path, *, changed: bool = False) -> float:
    """Milliseconds until one document of twenty claims is durable in a store that is open; the median of five."""
    times = []
    with open_store(store) as opened:
        load([], opened)
        for run in range(5):
            told = [json.loads(line) for line in lines(IN_DOCUMENT, seed=run + 1)]
            # Documents are told apart by the beginning of their hashes.
            sha256 = hashlib.sha256(b"one more %d" % run).hexdigest()
            for record in told:
                record["about"]["sha256"] = sha256
            if changed:
                told[0]["confidence"] = 0.8
            one = folder / "one.jsonl"
            one.write_text("".join(f"{json.dumps(record)}\n" for record in told), encoding="utf-8")
            start = time.perf_counter()
            load([one], opened)
            times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


if __name__ == "__main__":
    main()
