"""Damaged files are seen, wherever they are damaged, and nobody hangs or ends over them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.iri import Iris
from kg.store import Change, digest, open_store, surveyor
from kg.store.errors import NoStoreError, StoreDamagedError
from kg.store.layout import Layout
from kg.store.survey import Survey, read_apart, survey
from kg.store.tables import check_tables
from tests.store.damage import cut, flip, tables

GRAPHS = tuple(NamedNode(Iris().document_graph(f"{number:064d}"[::-1])) for number in range(40))


def quads(graph: NamedNode) -> tuple[Quad, ...]:
    return tuple(
        Quad(graph, graph, Literal(f"{number} of {graph.value} " * 9), graph) for number in range(60)
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("survey") / "store"
    with open_store(folder) as store:
        for graph in GRAPHS:
            store.apply(Change(insert=quads(graph)))
        store.flush()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "store"))


def look(folder: Path, patience: float = 60) -> Survey:
    return survey(Layout(folder), Iris(), patience=patience)


def test_a_sound_store_is_read_whole(folder: Path) -> None:
    found = look(folder)
    assert found.sound
    assert {graph.iri: graph.digest for graph in found.graphs} == {
        graph.value: digest(quads(graph)) for graph in GRAPHS
    }
    assert check_tables(Layout(folder)).damaged == ()


def test_the_quads_come_along_where_they_are_asked_for(folder: Path) -> None:
    wanted = GRAPHS[7]
    (found,) = read_apart(Layout(folder).data, Iris(), graphs=[wanted.value], lines=True)
    assert sorted(found.lines) == sorted(map(str, quads(wanted)))


@pytest.mark.parametrize("at", [0.1, 0.4, 0.75])
def test_a_bit_that_turned_over_is_seen_in_every_table(folder: Path, at: float) -> None:
    for table in tables(folder):
        kept = table.read_bytes()
        flip(table, at)
        assert check_tables(Layout(folder)).damaged == (table.name,)
        table.write_bytes(kept)
    assert check_tables(Layout(folder)).damaged == ()


def test_a_graph_in_a_damaged_block_is_named_and_the_others_are_read(folder: Path) -> None:
    # The index by graph and the texts are read for a graph; a bit in another index does not keep it from being read.
    found = []
    for table in tables(folder):
        kept = table.read_bytes()
        flip(table, 0.3)
        seen = look(folder)
        if seen.problem is None and seen.unreadable:
            found.append(seen)
        table.write_bytes(kept)
    right = {graph.value: digest(quads(graph)) for graph in GRAPHS}
    read = [{graph.iri: graph.digest for graph in each.graphs if graph.problem is None} for each in found]
    assert any(read)
    for seen, digests in zip(found, read, strict=True):
        assert all("checksum" in str(graph.problem) for graph in seen.unreadable)
        assert len(digests) + len(seen.unreadable) == len(GRAPHS)
        assert digests.items() <= right.items()


def test_tables_that_lost_their_end_are_seen_without_the_engine(folder: Path) -> None:
    for table in tables(folder):
        kept = table.read_bytes()
        cut(table, 0.9)
        assert check_tables(Layout(folder)).damaged == (table.name,)
        assert look(folder).problem
        table.write_bytes(kept)


def _reader(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str, *, every: int) -> None:
    """Puts a reader in place that does this at one graph of so many: it stands for an engine that met damage."""
    script = folder.with_name("surveyor.py")
    text = Path(surveyor.__file__).read_text(encoding="utf-8")
    marked = '_tell({"reading": iri})\n'
    assert marked in text
    script.write_text(
        text.replace(marked, f"{marked}            names.index(iri) % {every} == 1 and {does}\n")
    )
    monkeypatch.setattr(surveyor, "__file__", str(script))


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("__import__('time').sleep(600)", "did not end within 2 seconds"),
        ("__import__('os').abort()", "ended the process that read"),
    ],
)
def test_an_engine_that_hangs_or_dies_at_a_graph_is_left_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch, does: str, said: str
) -> None:
    _reader(folder, monkeypatch, does, every=20)
    found = look(folder, patience=2)
    assert len(found.graphs) == len(GRAPHS)
    assert len(found.unreadable) == 2
    assert all(said in str(graph.problem) for graph in found.unreadable)
    assert found.problem is None


def test_an_engine_that_fails_again_and_again_is_given_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reader(folder, monkeypatch, "__import__('os').abort()", every=2)
    found = look(folder)
    assert found.problem is not None
    assert "was given up" in found.problem


def test_whoever_works_on_a_graph_for_long_does_not_look_like_an_engine_that_hangs(folder: Path) -> None:
    import time

    read = 0
    for graph in read_apart(Layout(folder).data, Iris(), patience=1):
        assert graph.problem is None
        read += 1
        if read == 1:
            time.sleep(2.5)
    assert read == len(GRAPHS)


def test_a_store_whose_head_is_gone_is_not_begun_anew(folder: Path) -> None:
    before = {path.name for path in tables(folder)}
    (folder / "data" / "CURRENT").unlink()
    for read_only in (True, False):
        with pytest.raises(StoreDamagedError, match="CURRENT is gone; run 'kg repair'"):
            open_store(folder, read_only=read_only)
    assert {path.name for path in tables(folder)} == before


def test_a_store_whose_data_are_gone_is_not_begun_anew(folder: Path) -> None:
    shutil.rmtree(folder / "data")
    with pytest.raises(NoStoreError):
        open_store(folder, read_only=True)
    (folder / "ledger.jsonl").write_text(json.dumps({"event": "loaded"}) + "\n")
    for read_only in (True, False):
        with pytest.raises(StoreDamagedError, match="'data' is gone"):
            open_store(folder, read_only=read_only)
    assert not (folder / "data").exists()


def test_checksums_follow_the_tables_that_the_engine_merges(folder: Path) -> None:
    for number in range(3):
        with open_store(folder) as store:
            store.apply(Change(insert=(Quad(GRAPHS[0], GRAPHS[0], Literal(f"more {number}"), GRAPHS[0]),)))
            store.flush()
        found = check_tables(Layout(folder))
        assert (found.damaged, found.unrecorded) == ((), 0)
        assert found.sound == len(tables(folder))


def test_without_checksums_nothing_is_called_damaged(folder: Path) -> None:
    (folder / "data" / "tables.json").write_text("[")
    found = check_tables(Layout(folder))
    assert (found.sound, found.damaged, found.unrecorded) == (0, (), len(tables(folder)))
