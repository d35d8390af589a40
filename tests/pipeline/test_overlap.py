"""While one bulk is written the next is made ready; the order and the promise stay as if each waited for the last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pyoxigraph as ox
import pytest

from benchmarks.made_claims import lines
from kg.model import Document
from kg.pipeline import Outcome, Status, load, loading, writing
from kg.pipeline.reading import Input, documents_of
from kg.readers import Unreadable
from kg.store import EmbeddedStore, Ledger, digest, memory_store, open_store
from kg.store.pending import Pending
from tests.pipeline.lines import accept

ENOUGH = 10
"""Documents with which a bulk has begun."""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    path = tmp_path_factory.mktemp("claims") / "claims.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines(400)), encoding="utf-8")
    return [each for each in documents_of([path]) if isinstance(each, Document)]


@pytest.fixture(scope="module")
def whole(documents: list[Document]) -> str:
    with memory_store() as store:
        load(documents, store, validator=accept)
        return digest(store.quads())


@pytest.fixture(autouse=True)
def small_bulks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five documents or so at a time."""
    monkeypatch.setattr(writing, "BULK_BYTES", 100_000)
    monkeypatch.setattr(writing, "_ONE_BY_ONE", 2)
    monkeypatch.setattr(loading, "_BATCH_BYTES", 500_000)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A store without documents."""
    with open_store(tmp_path / "store") as opened:
        load([], opened)
        yield opened


class Slow:
    """A disk that takes until it is told to go on."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.begun, self.go_on = Event(), Event()
        write = Pending.write

        def slowly(pending: Pending, data: ox.Store) -> None:
            self.begun.set()
            self.go_on.wait()
            write(pending, data)

        patch.setattr(Pending, "write", slowly)


def test_a_document_that_comes_again_while_it_is_written_is_there_once(
    documents: list[Document], whole: str, store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch)

    def coming() -> Iterator[Document]:
        yield from documents[:ENOUGH]
        slow.begun.wait()
        slow.go_on.set()
        yield documents[2]
        yield from documents[ENOUGH:]

    report = load(coming(), store, validator=accept)
    assert [each.name for each in report.of(Status.UNCHANGED)] == [documents[2].name]
    assert len(report.of(Status.LOADED)) == len(documents)
    assert len(store.ledger.entries()) == len(documents)
    assert digest(store.quads()) == whole


def test_documents_are_taken_in_while_others_are_written(
    documents: list[Document], whole: str, store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch)

    def coming() -> Iterator[Document]:
        yield from documents[:ENOUGH]
        slow.begun.wait()
        yield from documents[ENOUGH:]
        # Nobody would come so far if the others were waited for.
        slow.go_on.set()

    load(coming(), store, validator=accept)
    assert digest(store.quads()) == whole


def test_outcomes_come_in_the_order_of_the_inputs_and_only_once_they_are_durable(
    documents: list[Document], tmp_path: Path
) -> None:
    place = tmp_path / "store"
    half = len(documents) // 2
    mixed: list[Input] = []
    for position, each in enumerate(documents):
        mixed += [each] if position % 7 else [Unreadable(f"no {position}", "it is torn", "mend it"), each]
    heard: list[str] = []
    with open_store(place) as store:
        load(documents[half - 3 : half], store, validator=accept)
        assert store.layout is not None
        file = store.layout.ledger

        def told(outcome: Outcome) -> None:
            heard.append(outcome.name)
            recorded = {each.name for each in Ledger(file).loaded().values()}
            assert outcome.status is Status.UNREADABLE or outcome.name in recorded

        report = load(mixed, store, validator=accept, progress=told)
    assert heard == [each.name for each in report.outcomes]
    assert heard == [each.name for each in mixed if isinstance(each, Document | Unreadable)]
    assert len(report.of(Status.UNCHANGED)) == 3


class PowerCutError(Exception):
    """The machine stops here."""


def test_of_a_write_that_failed_nothing_is_told_and_nothing_is_built_on_it(
    documents: list[Document], whole: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    write, writes = Pending.write, 0

    def failing(pending: Pending, data: ox.Store) -> None:
        nonlocal writes
        writes += 1
        if writes == 2:
            raise PowerCutError
        write(pending, data)

    place = tmp_path / "store"
    with open_store(place) as store:
        load([], store)
        monkeypatch.setattr(Pending, "write", failing)
        with pytest.raises(PowerCutError):
            load(documents, store, validator=accept, progress=lambda each: told.append(each.name))
        assert writes == 2
        assert told
        assert set(told) == {each.name for each in store.ledger.loaded().values()}
        monkeypatch.setattr(Pending, "write", write)
    with open_store(place) as store:
        # Now all of the second is there as well.
        assert len(told) < len(store.ledger.loaded())
        load(documents, store, validator=accept)
        assert digest(store.quads()) == whole


def test_who_interrupts_finds_again_all_that_was_taken_in(documents: list[Document], tmp_path: Path) -> None:
    told: list[str] = []

    def coming() -> Iterator[Document]:
        yield from documents[:12]
        raise KeyboardInterrupt

    with open_store(tmp_path / "store") as store:
        with pytest.raises(KeyboardInterrupt):
            load(coming(), store, validator=accept, progress=lambda each: told.append(each.name))
        assert told == [each.name for each in documents[:12]]
        assert {each.name for each in store.ledger.loaded().values()} == set(told)


def test_a_store_that_is_closed_while_a_bulk_is_written_has_it_when_it_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.store import Bulk

    line = b"<http://x/a> <http://x/b> <http://x/c> <http://x/g> .\n"
    place = tmp_path / "store"
    with open_store(place) as store:
        slow = Slow(monkeypatch)
        store.begin_bulk(Bulk((line,)))
        slow.begun.wait()
        slow.go_on.set()
    with open_store(place, read_only=True) as store:
        assert len(list(store.quads())) == 1
        assert not (place / "pending.json").exists()
