"""A store on disk that holds the reference graph and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.pipeline import load
from kg.store import EmbeddedStore, open_store


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store into which no document was loaded yet. To be copied, not written to."""
    folder = tmp_path_factory.mktemp("prepared") / "store"
    with open_store(folder) as store:
        load([], store)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """The folder of a store of this test's own."""
    return Path(shutil.copytree(prepared, tmp_path / "store"))


@pytest.fixture
def store(folder: Path) -> Iterator[EmbeddedStore]:
    """An open store of this test's own."""
    with open_store(folder) as opened:
        yield opened
