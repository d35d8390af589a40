"""A corpus, its shards, and what loading it without them gives; made once, to be copied and not written to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.pipeline import LoadReport
from tests.shards.corpus import loaded_alone, made, write_corpus


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the corpus."""
    return write_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def shards(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its four shards."""
    folder = tmp_path_factory.mktemp("shards") / "made"
    made(corpus, folder)
    return folder


@pytest.fixture(scope="session")
def alone(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[LoadReport, str]:
    """What loading the corpus by one process gives, and the digest of that store."""
    return loaded_alone(corpus, tmp_path_factory.mktemp("alone") / "store")


@pytest.fixture
def own(shards: Path, tmp_path: Path) -> Path:
    """A copy of the shards for this test alone."""
    return Path(shutil.copytree(shards, tmp_path / "shards"))


@pytest.fixture
def store(prepared: Path, tmp_path: Path) -> Path:
    """The folder of such a store for this test alone."""
    return Path(shutil.copytree(prepared, tmp_path / "store"))
