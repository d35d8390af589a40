"""What the page is looked at over: the seed article, and five thousand made-up actors."""

from __future__ import annotations

from pathlib import Path

from benchmarks.made_claims import lines
from tests.cli.conftest import SEED, run

_CLAIMS, _WORLD = 20_000, 6_500
"""With these, 5,053 actors are spoken of, and there are 7,834 links of theirs."""


def seed(folder: Path) -> Path:
    """A store with the seed article."""
    return _loaded(folder, SEED)


def many(folder: Path) -> Path:
    """A store with five thousand actors."""
    claims = folder.with_suffix(".jsonl")
    with claims.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines(_CLAIMS, actors=_WORLD))
    return _loaded(folder, claims)


def _loaded(folder: Path, *documents: Path) -> Path:
    done = run("load", *documents, store=folder)
    assert done.code == 0, done.err
    return folder
