"""A store of some hundred generated claims, and a server over it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.made_claims import lines
from kg.pipeline import load
from kg.store import Store, open_store
from tests.serving import serving
from tests.web.api.asking import get

_CLAIMS, _ACTORS = 600, 40


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with many claims about few actors: pairs come up again and again. Tests must not write to it."""
    folder = tmp_path_factory.mktemp("made")
    told = folder / "claims.jsonl"
    told.write_text("".join(line + "\n" for line in lines(_CLAIMS, actors=_ACTORS)), encoding="utf-8")
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
    told = [json.loads(line) for line in lines(_CLAIMS, actors=_ACTORS)]
    (name, count), *_ = Counter(
        claim[side]["label"] for claim in told for side in ("subject", "object")
    ).most_common(1)
    found = get(there, "search", q=name)["items"][0]
    assert found["claims"] == count > 50
    return str(found["path"])
