"""What tests of several packages share: a store without documents, one with the seed article, and the options."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kg.store import EmbeddedStore, open_store

pytest_plugins = ["tests.backends"]

_ROOT = Path(__file__).parent.parent

# The same examples on every run and no clock: a busy machine must not fail what a quiet one passes.
settings.register_profile("same-everywhere", deadline=None, derandomize=True)
settings.load_profile("same-everywhere")


# Whoever runs the tests may have a registry of their own; no test is to know it.
os.environ["KG_REGISTRY"] = str(_ROOT / "tests" / "no-registry-of-ones-own")


# A shell starts what runs in the background deaf to interrupts, and so would be every program that a test starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the queries answer now into tests/queries/golden; read the difference first",
    )
    parser.addoption("--kills", default=4, help="how many processes tests/faults kills (default 4)")
    parser.addoption("--seed", help="from what tests/faults draws the moments; a failure prints it")
    parser.addoption(
        "--cluster-kills", default=2, help="how often tests/shards kills a part of its cluster (default 2)"
    )


@pytest.fixture(scope="session", autouse=True)
def cache_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests, and the programs that they start, leave the user's cache alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def seed_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """A store on disk with the seed article, loaded the whole way. Tests must not write to it."""
    from kg.pipeline import load

    # The name of a document is its path as given, so that it must not depend on where the checkout lies.
    with contextlib.chdir(_ROOT), open_store(tmp_path_factory.mktemp("seed") / "store") as store:
        load([Path("seeds") / "000_68efaf64409b224e.txt"], store)
        yield store


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store into which no document was loaded yet. To be copied, not written to."""
    from kg.pipeline import load

    folder = tmp_path_factory.mktemp("prepared") / "store"
    with open_store(folder) as store:
        load([], store)
    return folder
