"""A store of some hundred generated claims, and a server over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.made_claims import lines
from kg.pipeline import load
from kg.store import Store, open_store
from tests.serving import serving
from tests.web.api.asking import get


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with 600 claims about 40 actors: pairs come up again and again. Tests must not write to it."""
    folder = tmp_path_factory.mktemp("made")
    told = folder / "claims.jsonl"
    told.write_text("".join(line + "\n" for line in lines(600, actors=40)), encoding="utf-8")
    with open_store(folder / "store") as store:
        load([Path(told)], store)
    # Read only, so that the command line may read it beside.
    with open_store(folder / "store", read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def there(made: Store) -> Iterator[str]:
    """The address of a server over the generated claims."""
    with serving(made) as where:
        yield where


@pytest.fixture(scope="session")
def hub(there: str) -> str:
    """The path of the actor that most claims name."""
    found = max(get(there, "search", q="a", limit=500)["items"], key=lambda each: each["claims"])
    assert found["claims"] > 50
    return str(found["path"])
