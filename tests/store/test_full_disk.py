"""A disk without room: a clear error, and the store as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.store import Change, Entry, Ledger, open_store
from kg.store.errors import DiskFullError

A = NamedNode("https://example.org/a")


def test_a_store_is_not_made_on_a_disk_without_room(tmp_path: Path) -> None:
    with pytest.raises(DiskFullError, match=r"is full \(.* MB free, 1,000,000,000,000\.0 MB needed\)"):
        open_store(tmp_path / "store", reserve=10**18)
    assert not (tmp_path / "store" / "rawabit.json").exists()
    open_store(tmp_path / "store").close()


def test_a_change_that_would_eat_the_reserve_is_refused_before_it_is_written(tmp_path: Path) -> None:
    before = Quad(A, A, Literal("before"), A)
    with open_store(tmp_path / "store") as store:
        store.apply(Change(insert=(before,)))
        store.flush()
        store.reserve = 10**18
        with pytest.raises(DiskFullError, match="the last change was not written; free some space"):
            store.apply(Change(drop=(A.value,), insert=(Quad(A, A, Literal("after"), A),)))
        assert list(store.quads()) == [before]


_FILL = """
import resource, signal, sys
from pyoxigraph import Literal, NamedNode, Quad
from kg.store import Change, Entry, Ledger, open_store
from kg.store.errors import DiskFullError

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
p, written = NamedNode("https://example.org/p"), 0
with open_store(sys.argv[1], reserve=0) as store:
    try:
        while True:
            s = NamedNode(f"https://example.org/{written}")
            quads = (Quad(s, p, Literal(f"{written} {n} " * 20), s) for n in range(300))
            store.apply(Change(insert=tuple(quads)))
            written += 1
    except DiskFullError as error:
        print(written, len(store.graphs()), error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_fills_up_during_a_write_leaves_whole_changes_only(tmp_path: Path) -> None:
    # The limit on the size of a file stands for the limit of a disk: the write fails in the same place.
    run = [sys.executable, "-c", _FILL, str(tmp_path / "store")]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    written, seen, message = told.split(maxsplit=2)
    assert int(written) > 0
    assert seen == written
    assert "is full" in message
    with open_store(tmp_path / "store") as store:
        sizes = [len(list(store.quads(graph))) for graph in store.graphs()]
    assert set(sizes) == {300}
    assert len(sizes) == int(written)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
def test_a_ledger_on_a_full_disk_says_so() -> None:
    entry = Entry("loaded", "0" * 64, "a.txt", claims=1, quads=10, digest="0" * 64, at="2020-01-01T00:00:00Z")
    with pytest.raises(DiskFullError):
        Ledger(Path("/dev/full")).append([entry])
