"""What extracting costs, beside spaCy's blank Arabic pipeline that only tokenises the same texts.

Run: ``make bench-extract``, or ``python -m benchmarks.extract [--rounds N] [--large]`` once ``.bench`` is there. Each
program reads the same file of made-up reports and runs as a process of its own, start-up included, one after the other
in every round. Prints medians: documents a second, seconds of CPU for a thousand documents, peak memory of the largest
process, and how many times what spaCy takes. Then what texts cost that nobody writes: what matters there is that each
character costs about the same.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.made_texts import reports
from kg.registry import load_registry

_ROOT = Path(__file__).parents[1]
_SPACY = _ROOT / ".bench" / "bin" / "python"
_SIZES = (1_000, 10_000)
_LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds on the clock, seconds of CPU in all its processes, bytes of its largest process."""

    seconds: float
    cpu: float
    memory: int


def measure(words: Sequence[str | Path]) -> Cost:
    """Runs a command to its end. Raises ``CalledProcessError``."""
    start = time.perf_counter()
    with subprocess.Popen([str(word) for word in words], cwd=_ROOT, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(map(str, words)))
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def medians(runs: Iterable[Cost]) -> Cost:
    """The median of each measure."""
    runs = list(runs)
    return Cost(
        median(run.seconds for run in runs),
        median(run.cpu for run in runs),
        int(median(run.memory for run in runs)),
    )


def write_texts(path: Path, texts: Iterable[str]) -> int:
    """Writes texts as JSON Lines; gives how many characters they have."""
    characters = 0
    with path.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(texts):
            characters += len(text)
            stream.write(
                json.dumps({"id": f"d{number}", "language": "ar", "text": text}, ensure_ascii=False) + "\n"
            )
    return characters


def ways(path: Path) -> dict[str, tuple[str | Path, ...]]:
    """The commands that read ``path``, spaCy's first, if it is there."""
    ours = (sys.executable, "-m", "kg", "extract", path, "--format", "jsonl")
    spacy = {"spaCy, tokens only": (_SPACY, "benchmarks/spacy_tokens.py", path)} if _SPACY.exists() else {}
    return {**spacy, "kg extract --jobs 1": (*ours, "--jobs", "1"), "kg extract": ours}


def strange_texts() -> Mapping[str, str]:
    """Texts that nobody writes, each twice, the second ten times as long as the first."""
    names = [entry.entity.label_ar or entry.entity.label for entry in load_registry().entries]
    many = " و".join(names * (10_000 // len(names) + 1))
    word = next(reports(1)).replace(".", "").replace("\n", " ")
    endless = word * (100_000 // len(word) + 1)
    return {
        "10,000 characters without a full stop": endless[:10_000],
        "100,000 characters without a full stop": endless[:100_000],
        "1,000 names in one sentence": " و".join(many.split(" و")[:1_000]),
        "10,000 names in one sentence": " و".join(many.split(" و")[:10_000]),
        "1 MB of one letter": "ب" * 500_000,
        "10 MB of one letter": "ب" * 5_000_000,
    }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run (default 3)")
    parser.add_argument("--large", action="store_true", help=f"also {_LARGE:,} documents")
    given = parser.parse_args()
    if not _SPACY.exists():
        print("spaCy is not in .bench, so nothing stands beside it; 'make bench-extract' puts it there")
    with tempfile.TemporaryDirectory() as folder:
        for size in (*_SIZES, *((_LARGE,) if given.large else ())):
            path = Path(folder) / f"{size}.jsonl"
            characters = write_texts(path, reports(size))
            print(f"\n{size:,} documents, {characters / size:,.0f} characters each")
            _print_rounds(path, size, given.rounds)
        print("\ntexts that nobody writes, without start-up: microseconds of CPU for a character")
        _print_strange(Path(folder))


def _print_rounds(path: Path, size: int, rounds: int) -> None:
    runs: dict[str, list[Cost]] = {name: [] for name in ways(path)}
    for _ in range(rounds):
        for name, words in ways(path).items():
            runs[name].append(measure(words))
    base: Cost | None = None
    for name, each in runs.items():
        cost = medians(each)
        base = base or cost
        print(
            f"{name:20} {size / cost.seconds:8,.0f} documents/s  {cost.cpu / size * 1000:7.2f} s of CPU/1,000  "
            f"{cost.memory / 2**20:6,.0f} MB   x{cost.seconds / base.seconds:.2f} (CPU x{cost.cpu / base.cpu:.2f})"
        )


def _print_strange(folder: Path) -> None:
    start_up = min(_extracting(folder / "short.txt", "قصف").cpu for _ in range(3))
    for name, text in strange_texts().items():
        cost = _extracting(folder / "strange.txt", text)
        print(f"{name:40} {(cost.cpu - start_up) / len(text) * 1e6:8.2f}   {cost.memory / 2**20:6,.0f} MB")


def _extracting(path: Path, text: str) -> Cost:
    path.write_text(text, encoding="utf-8")
    return measure((sys.executable, "-m", "kg", "extract", path, "--format", "jsonl", "--jobs", "1"))


if __name__ == "__main__":
    main()
