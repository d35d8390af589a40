"""Stores on disk that hold the reference graph and nothing else, and one that holds all that documents can have."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.pipeline import load
from kg.store import EmbeddedStore, open_store
from tests.pipeline.articles import articles, digests


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """The folder of a store of this test's own."""
    return Path(shutil.copytree(prepared, tmp_path / "store"))


@pytest.fixture
def store(folder: Path) -> Iterator[EmbeddedStore]:
    """An open store of this test's own."""
    with open_store(folder) as opened:
        yield opened


@pytest.fixture
def other(prepared: Path, tmp_path: Path) -> Path:
    """The folder of another store, into which nothing was loaded."""
    return Path(shutil.copytree(prepared, tmp_path / "other"))


@pytest.fixture(scope="module")
def unchanged(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """A store that nothing gets into."""
    with open_store(shutil.copytree(prepared, tmp_path_factory.mktemp("unchanged") / "store")) as store:
        before = digests(store)
        yield store
        assert digests(store) == before


@pytest.fixture
def full(store: EmbeddedStore) -> EmbeddedStore:
    """A store with the documents of ``tests.pipeline.articles``."""
    report = load(articles(), store)
    assert [outcome.reasons for outcome in report.outcomes] == [()] * 4
    return store
