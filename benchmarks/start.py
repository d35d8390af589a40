"""What a cold ``kg links NAME`` costs on a large store, beside a Python process that imports pyoxigraph and click.

Run: ``python -m benchmarks.start [--claims N | --store DIR --name NAME] [--runs N]``. Made-up claims are loaded once;
then both programs run in turn. Prints medians of wall and of processor time, in milliseconds, and the ratio of the
latter, which other programs on the machine disturb least.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made_claims import made_store
from kg.namespaces import RW
from kg.store import open_store

_ROOT = Path(__file__).parents[1]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=20_000, help="how many claims (default 20,000)")
    parser.add_argument("--store", help="a store that is there, instead of made-up claims")
    parser.add_argument("--name", help="whom to ask for (default: somebody with an average number of claims)")
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = str(given.store or made_store(Path(folder), given.claims))
        name = given.name or _somebody(store)
        empty = [sys.executable, "-c", "import pyoxigraph, click"]
        ours = [sys.executable, "-m", "kg", "links", name, "--store", store]
        taken: dict[str, list[tuple[float, float]]] = {"empty": [], "links": []}
        for run in range(given.runs + 1):
            for key, command in (("empty", empty), ("links", ours)):
                once = _milliseconds(command)
                if run:
                    taken[key].append(once)
        for key, label in (("empty", "python, pyoxigraph and click"), ("links", f"kg links {name!r}")):
            wall, cpu = (statistics.median(each[at] for each in taken[key]) for at in (0, 1))
            first = statistics.median(each[1] for each in taken["empty"])
            print(f"{label}: {wall:.0f} ms, processor {cpu:.0f} ms, {cpu / first:.2f} times")


def _somebody(store: str) -> str:
    """A name of the subject of some claim."""
    with open_store(store, read_only=True) as opened:
        found = opened.select(f"SELECT ?who WHERE {{ ?claim <{RW}subject> ?who }} LIMIT 5000").rows
        who = sorted(str(getattr(each, "value", "")) for (each,) in found)[len(found) // 2]
        return opened.names(lambda index: index.named([who]))[0].preferred[0]


def _milliseconds(command: list[str]) -> tuple[float, float]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=_ROOT, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return 1000 * (time.perf_counter() - start), 1000 * used


if __name__ == "__main__":
    main()
