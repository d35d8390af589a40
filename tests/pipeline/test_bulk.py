"""Many new documents at once: written in bulk, and after a crash carried out by whoever opens the store next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.made_claims import lines
from kg.model import Document
from kg.pipeline import Status, load
from kg.pipeline import writing as bulk_writing
from kg.store import Bulk, EmbeddedStore, digest, memory_store, open_store
from kg.store.errors import DiskFullError
from tests.pipeline.lines import accept


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("claims") / "claims.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines(1200)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def one_by_one(claims: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of a store in which each document was written by itself."""
    with pytest.MonkeyPatch.context() as patch, open_store(tmp_path_factory.mktemp("one")) as store:
        patch.setattr(bulk_writing, "BULK_BYTES", 10**12)
        load([claims], store, validator=accept)
        return digest(store.quads())


@pytest.fixture
def in_bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_writing, "BULK_BYTES", 100_000)
    monkeypatch.setattr(bulk_writing, "_ONE_BY_ONE", 3)


@pytest.mark.usefixtures("in_bulk")
@pytest.mark.parametrize("jobs", [1, 2])
def test_in_bulk_the_same_goes_in_as_one_by_one(
    claims: Path, one_by_one: str, tmp_path: Path, jobs: int
) -> None:
    with open_store(tmp_path / "store") as store:
        report = load([claims], store, validator=accept, jobs=jobs)
        assert len(report.of(Status.LOADED)) == 60
        assert digest(store.quads()) == one_by_one
        assert len(store.ledger.loaded()) == 60
        again = load([claims], store, validator=accept, jobs=jobs)
        assert len(again.of(Status.UNCHANGED)) == 60
        assert len(store.ledger.entries()) == 60
    assert {path.name for path in (tmp_path / "store").iterdir()} == {
        "rawabit.json",
        "ledger.jsonl",
        "lock",
        "data",
    }


@pytest.mark.usefixtures("in_bulk")
def test_in_memory_too(claims: Path, one_by_one: str) -> None:
    with memory_store() as store:
        load([claims], store, validator=accept)
        assert digest(store.quads()) == one_by_one


class PowerCutError(Exception):
    """The machine stops here."""


def load_till_it_stops(claims: Path, place: Path, at: str) -> str:
    """Loads into a new store, whose machine stops where ``at`` is called; gives the digest before."""

    def stop(*_: object) -> None:
        raise PowerCutError

    with pytest.MonkeyPatch.context() as patch, open_store(place) as store:
        load([], store)
        before = digest(store.quads())
        patch.setattr(at, stop)
        with pytest.raises(PowerCutError):
            load([claims], store, validator=accept)
        return before


@pytest.mark.usefixtures("in_bulk")
@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("step", ["pending.Pending.write", "ledger.Ledger.append_once"])
def test_a_bulk_write_that_was_cut_short_is_carried_out_by_the_next_to_open(
    claims: Path, one_by_one: str, tmp_path: Path, step: str, *, read_only: bool
) -> None:
    place = tmp_path / "store"
    load_till_it_stops(claims, place, f"kg.store.{step}")
    with open_store(place, read_only=read_only) as store:
        standing = store.ledger.loaded()
        assert standing
        for entry in standing.values():
            assert digest(store.quads(store.iris.document_graph(entry.document))) == entry.digest
        graphs = [graph for graph in store.graphs() if graph.startswith(store.iris.document_graphs)]
        assert len(graphs) == len(standing)
    with open_store(place) as store:
        load([claims], store, validator=accept)
        assert digest(store.quads()) == one_by_one
        assert len(store.ledger.entries()) == 60


@pytest.mark.usefixtures("in_bulk")
@pytest.mark.parametrize("step", ["write", "conclude"])
def test_on_a_full_disk_readers_go_on_unless_they_would_see_half(
    claims: Path, tmp_path: Path, step: str
) -> None:
    place = tmp_path / "store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk_writing, "_ONE_BY_ONE", 0)
        before = load_till_it_stops(claims, place, f"kg.store.pending.Pending.{step}")
    if step == "write":
        with open_store(place, read_only=True, reserve=10**18) as store:
            assert digest(store.quads()) == before
    else:
        with pytest.raises(DiskFullError):
            open_store(place, read_only=True, reserve=10**18)
    with open_store(place, read_only=True) as store:
        assert len(store.ledger.loaded()) > 0


def test_what_did_not_count_yet_is_forgotten(tmp_path: Path) -> None:
    open_store(tmp_path / "store").close()
    (tmp_path / "store" / "pending.nq").write_text("<http://x/a> <http://x/b> <http")
    with open_store(tmp_path / "store") as store:
        assert not list(store.quads())
    assert not (tmp_path / "store" / "pending.nq").exists()


def test_carrying_a_write_out_twice_is_the_same_as_once(tmp_path: Path) -> None:
    line = b"<http://x/a> <http://x/b> <http://x/c> <http://x/g> .\n"
    with open_store(tmp_path / "store") as store:
        assert store.layout is not None
        for _ in range(2):
            store.write_bulk(Bulk((line,)))
        assert len(list(store.quads())) == 1


@pytest.mark.usefixtures("in_bulk")
def test_claims_without_their_text_do_not_take_away_a_text_that_is_there(tmp_path: Path) -> None:
    from kg.iri import Iris
    from kg.jsonl import claim_record
    from kg.pipeline import Extraction, extract

    article = tmp_path / "article.txt"
    article.write_text("دعم حزب الله قوات النظام السوري في حلب.", encoding="utf-8")
    (found,) = extract([article])
    assert isinstance(found, Extraction)
    written = tmp_path / "claims.jsonl"
    records = (claim_record(claim, found.document, Iris()) for claim in found.claims)
    written.write_text("".join(json.dumps(record) + "\n" for record in records))
    with memory_store() as store:
        load([article], store)
        before = digest(store.quads())
        assert [each.status for each in load([written], store).outcomes] == [Status.UNCHANGED]
        assert digest(store.quads()) == before
    with memory_store() as store:
        load([written], store)
        assert _kept(store, found.document) == "false"
        load([article], store)
        assert digest(store.quads()) == before


def _kept(store: EmbeddedStore, document: Document) -> str | None:
    quads = store.quads(store.iris.document_graph(document.sha256))
    return next((str(each.object.value) for each in quads if each.predicate.value.endswith("textKept")), None)  # type: ignore[union-attr]
