"""A server makes an index of the claims of its store beside, and tells the same before and after."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.made_claims import lines
from kg.pipeline import load
from kg.store import open_store
from kg.web import indexing, views
from tests.serving import serving
from tests.web.api.asking import get

NEW = "بروق الشمال"
PATIENCE = 60
"""Seconds that a process may take to start and read some hundred claims on a busy machine."""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with 300 claims, of which servers make an index however few they are."""
    monkeypatch.setattr(indexing, "WORTH", 0)
    # On a busy machine, too, a request waits until what was loaded before it shows.
    monkeypatch.setattr(views, "_WAIT", PATIENCE)
    told = tmp_path / "claims.jsonl"
    told.write_text("".join(line + "\n" for line in lines(300, actors=40)), encoding="utf-8")
    with open_store(tmp_path / "store") as writer:
        load([told], writer)
    return tmp_path / "store"


def wait_for(what: Callable[[], Any]) -> None:
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until, "nothing came"
        time.sleep(0.05)


def indexes(store: Path) -> list[Path]:
    return list(store.glob("serving/*/*/claims.sqlite"))


def everything(address: str) -> list[Any]:
    found = get(address, "links", limit=500)["items"]
    hub = max(
        (each["subject"]["path"] for each in found), key=lambda path: sum(path in str(each) for each in found)
    )
    first = found[0]
    return [
        found,
        get(address, "entity", id=hub),
        get(address, "links", of=hub, modality="any"),
        get(address, "links", of=hub, since="2014"),
        get(address, "network", id=[each["object"]["path"] for each in found[:20]]),
        get(
            address,
            "evidence",
            subject=first["subject"]["id"],
            relation=first["relation"],
            object=first["object"]["id"],
        ),
        get(address, "timeline", entity=hub),
        get(address, "contradictions"),
        get(address, "places"),
        get(address, "sources"),
    ]


def test_a_server_tells_the_same_before_its_index_is_there_and_afterwards(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(store) as address:
        wait_for((store / "claims.sqlite").exists)
        told = everything(address)
    assert (store / "claims.sqlite").exists()
    monkeypatch.setattr(indexing, "WORTH", 1 << 40)
    with serving(store) as address:
        assert everything(address) == told
        assert indexes(store) == []


def called_so(address: str) -> list[Any]:
    return [each for each in get(address, "search", q=NEW)["items"] if NEW in each["match"]]


def test_a_load_shows_at_once_and_in_the_next_index(store: Path, tmp_path: Path) -> None:
    text = f"قال متحدث إن «لواء {NEW}» يدعم قوات النظام السوري."
    (tmp_path / "new.txt").write_text(text, encoding="utf-8")
    with serving(store) as address:
        wait_for(lambda: indexes(store))
        (old,) = indexes(store)
        assert called_so(address) == []
        with open_store(store) as writer:
            load([tmp_path / "new.txt"], writer)
        (found,) = called_so(address)
        # Its claims are there before the index has them, and after.
        assert get(address, "entity", id=found["path"])["claims"] == 1
        wait_for(lambda: [each for each in indexes(store) if each != old])
        (link,) = get(address, "links", of=found["path"], modality="any", inferred=False)["items"]
        assert (link["relation"], link["claims"]) == ("supports", 1)


def test_a_server_that_ends_early_leaves_nothing(store: Path) -> None:
    with serving(store) as address:
        assert get(address, "status")["claims"] == 300
    assert list((store / "serving").iterdir()) == []
    assert {each.name for each in store.iterdir()} <= {
        "claims.sqlite", "data", "ledger.jsonl", "lock", "names.sqlite", "rawabit.json", "serving",
    }  # fmt: skip


def test_a_damaged_index_costs_time_and_no_answer(store: Path) -> None:
    (store / "claims.sqlite").write_bytes(b"no database" * 1000)
    with serving(store) as address:
        wait_for(lambda: indexes(store))
        assert get(address, "status")["claims"] == 300
        assert get(address, "sources")["total"] > 0
