"""The seed article the whole way, with every stage the real one."""

from __future__ import annotations

from pathlib import Path

from kg.pipeline import Status, doctor, load, remove, stats
from kg.store import EmbeddedStore, digest, memory_store

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_seed_goes_in_once_and_out_without_a_trace(store: EmbeddedStore, folder: Path) -> None:
    empty = digest(store.quads())
    first = load([SEEDS], store)
    assert {outcome.status for outcome in first.outcomes} == {Status.LOADED}
    counted = stats(store)
    assert counted.claims > 0
    assert counted.links > 0
    assert counted.inferred > 0
    full = digest(store.quads())
    again = load([SEEDS], store)
    assert {outcome.status for outcome in again.outcomes} == {Status.UNCHANGED}
    assert digest(store.quads()) == full
    for outcome in first.outcomes:
        remove(store, outcome.name)
    assert digest(store.quads()) == empty
    store.close()
    assert doctor(folder).healthy


def test_two_stores_of_the_seed_are_the_same() -> None:
    stores = memory_store(), memory_store()
    for store in stores:
        load([SEEDS], store)
    assert digest(stores[0].quads()) == digest(stores[1].quads())
