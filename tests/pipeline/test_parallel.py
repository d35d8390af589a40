"""Reading on several cores: the same as on one, and nothing hangs when a process dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from kg.model import Claim, Document
from kg.pipeline import Extraction, cores, extract_and_tell
from kg.pipeline.workers import WorkerDiedError, Workers
from kg.readers import Unreadable
from tests.pipeline.lines import LineExtractor, text

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="here the tests' own extractors can be forked"
)


def corpus(size: int, *, lines: int = 60) -> Iterator[Document]:
    """Documents of about a thousand characters."""
    for number in range(size):
        yield text(*(f"a{number} supports b{line}" for line in range(lines)), name=f"{number}.txt")


def tell(found: Extraction) -> tuple[str, int, int]:
    """Name, number of claims, and the process that found them."""
    return found.document.name, len(found.claims), os.getpid()


def told(
    documents: Iterable[Document | Unreadable], jobs: int | None
) -> list[tuple[str, int, int] | Unreadable]:
    return list(extract_and_tell(documents, tell, extractor=LineExtractor(), jobs=jobs))


def test_several_processes_give_what_one_gives_in_the_same_order() -> None:
    alone, together = told(corpus(300), 1), told(corpus(300), 3)
    assert [each[:2] for each in alone if isinstance(each, tuple)] == [
        each[:2] for each in together if isinstance(each, tuple)
    ]
    assert {each[2] for each in alone if isinstance(each, tuple)} == {os.getpid()}
    assert len({each[2] for each in together if isinstance(each, tuple)}) > 1
    assert multiprocessing.active_children() == []


def test_few_documents_are_read_without_another_process() -> None:
    found = told(corpus(20), 4)
    assert {each[2] for each in found if isinstance(each, tuple)} == {os.getpid()}


def test_nothing_at_all_gives_nothing() -> None:
    assert told([], 2) == []


def test_what_cannot_be_read_keeps_its_place_among_the_others() -> None:
    def mixed() -> Iterator[Document | Unreadable]:
        for number, document in enumerate(corpus(200)):
            yield Unreadable(f"{number}.txt", "broken", "mend it") if number % 7 == 3 else document

    found = told(mixed(), 2)
    assert [isinstance(each, Unreadable) for each in found] == [number % 7 == 3 for number in range(200)]


def test_what_an_extractor_refuses_in_another_process_is_named() -> None:
    class Picky(LineExtractor):
        def extract(self, document: Document) -> Iterable[Claim]:
            from kg.languages import UnknownLanguageError

            if document.language == "xx":
                raise UnknownLanguageError("xx")
            return super().extract(document)

    documents = [replace(each, language="xx" if each.name == "150.txt" else "ar") for each in corpus(200)]
    found = list(extract_and_tell(documents, tell, extractor=Picky(), jobs=2))
    (refused,) = [each for each in found if isinstance(each, Unreadable)]
    assert refused.name == "150.txt"
    assert found[150] is refused


def test_only_a_few_documents_are_held_however_many_there_are() -> None:
    taken = 0

    def counted() -> Iterator[Document]:
        nonlocal taken
        for document in corpus(100_000):
            taken += 1
            yield document

    results = extract_and_tell(counted(), tell, extractor=LineExtractor(), jobs=2)
    farthest = 0
    for number, _ in enumerate(results, start=1):
        farthest = max(farthest, taken - number)
        if number == 1000:
            break
    results.close()  # type: ignore[attr-defined]
    assert farthest < 400
    assert multiprocessing.active_children() == []


class Dying(LineExtractor):
    """Ends its process when it meets a certain document."""

    def __init__(self, how: int) -> None:
        super().__init__()
        self._how = how
        self._first = os.getpid()

    def extract(self, document: Document) -> Iterable[Claim]:
        if document.name == "120.txt" and os.getpid() != self._first:
            os.kill(os.getpid(), self._how)
        return super().extract(document)


def test_a_process_that_dies_is_an_error_that_names_what_it_read() -> None:
    seen = []
    with pytest.raises(
        WorkerDiedError, match=r"\.txt: the process that read this was ended by signal 9"
    ) as caught:
        for each in extract_and_tell(corpus(300), tell, extractor=Dying(signal.SIGKILL), jobs=2):
            seen.append(each)
    first, last = (int(name.removesuffix(".txt")) for name in str(caught.value).split(":")[0].split(" to "))
    assert first <= 120 <= last
    assert len(seen) < 120
    assert multiprocessing.active_children() == []


def test_a_process_that_fails_is_an_error_too(capfd: pytest.CaptureFixture[str]) -> None:
    def fail(found: Extraction) -> int:
        if found.document.name == "120.txt":
            raise RuntimeError("a fault")
        return 0

    with pytest.raises(WorkerDiedError, match="ended with 1"):
        list(extract_and_tell(corpus(300), fail, extractor=LineExtractor(), jobs=2))
    assert "RuntimeError: a fault" in capfd.readouterr().err


def test_a_process_that_is_gone_before_it_gets_its_batch_is_an_error() -> None:
    with Workers(1, len, str) as workers:
        (process,) = multiprocessing.active_children()
        process.kill()
        process.join()
        with pytest.raises(WorkerDiedError, match="'abc'"):
            list(workers.run(iter([repr("abc")])))


def test_batches_larger_than_any_buffer_go_both_ways() -> None:
    large = ["x" * 3_000_000, "y" * 3_000_000, "z"] * 3
    with Workers(2, str.upper, str) as workers:
        assert list(workers.run(iter(large))) == [each.upper() for each in large]


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
