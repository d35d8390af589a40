"""A store with the seed article, and ways to run the command on it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from click.testing import CliRunner

from kg.cli.app import app

ROOT = Path(__file__).parents[2]
SEED = Path("seeds") / "000_68efaf64409b224e.txt"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of ``kg`` left behind."""

    code: int
    out: str
    err: str


Kg: TypeAlias = Callable[..., Ran]


def run(*words: object, store: Path | None = None, stdin: str | bytes | None = None) -> Ran:
    """Runs ``kg`` in this process, in the checkout."""
    place = {"KG_STORE": str(store)} if store else {}
    with contextlib.chdir(ROOT):
        result = CliRunner(env=place).invoke(app, [str(word) for word in words], input=stdin)
    return Ran(result.exit_code, result.stdout, result.stderr)


def start(
    *words: object, store: Path, environment: Mapping[str, str] | None = None, **options: Any
) -> subprocess.Popen[bytes]:
    """Starts ``kg`` as a program of its own."""
    variables = {**os.environ, "KG_STORE": str(store), **(environment or {})}
    return subprocess.Popen(
        [sys.executable, "-m", "kg", *map(str, words)], cwd=ROOT, env=variables, **options
    )


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store that holds the seed article. To be read or copied, not written to."""
    folder = tmp_path_factory.mktemp("cli") / "store"
    result = run("load", SEED, store=folder)
    assert result.code == 0, result.err
    return folder


@pytest.fixture
def kg(loaded: Path) -> Kg:
    """Runs ``kg`` on the store with the seed article."""

    def on_loaded(*words: object, stdin: str | bytes | None = None) -> Ran:
        return run(*words, store=loaded, stdin=stdin)

    return on_loaded


@pytest.fixture
def own(loaded: Path, tmp_path: Path) -> Path:
    """The folder of a store of this test's own, with the seed article in it."""
    return Path(shutil.copytree(loaded, tmp_path / "own"))
