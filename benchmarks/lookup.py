"""How long ``kg links Soleimani`` takes cold: a new process, a store on disk with the seed article.

Run: ``python -m benchmarks.lookup [--runs N]``. Prints the shortest and the median time in seconds, and that of a
Python process that does nothing.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ROOT = Path(__file__).parents[1]


def seconds(command: list[str], runs: int) -> list[float]:
    """How long each run of ``command`` took. The first run, which fills the caches of the interpreter, is left out."""
    # Without its cache of compiled modules, Python would compile every module anew on each run.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=_ROOT, env=environment, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return taken[1:]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        subprocess.run([sys.executable, "-m", "kg", "load", "seeds", "--store", store], cwd=_ROOT, check=True)
        for name, command in (
            ("kg links Soleimani", [sys.executable, "-m", "kg", "links", "Soleimani", "--store", store]),
            ("python, doing nothing", [sys.executable, "-c", "pass"]),
        ):
            taken = seconds(command, runs)
            print(f"{name}: shortest {min(taken):.3f} s, median {statistics.median(taken):.3f} s")


if __name__ == "__main__":
    main()
