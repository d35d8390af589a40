"""What holds for a store on disk or in memory alone."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kg.store import Change, memory_store, open_store

A = NamedNode("https://example.org/a")


def test_a_snapshot_is_a_copy_of_the_data(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.apply(Change(insert=(Quad(A, A, Literal("a"), A),)))
        assert store.snapshot(tmp_path / "copy")
    assert (tmp_path / "copy" / "CURRENT").exists()
    assert not memory_store().snapshot(tmp_path / "nothing")
