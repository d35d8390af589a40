"""Extraction on several cores: the same results in the same order as on one."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Generic, TypeVar

from kg.extractors.packed import PackedExtractors
from kg.model import Document
from kg.pipeline.extraction import Extraction, extract
from kg.pipeline.reading import Input, documents_of
from kg.pipeline.stages import ClaimSource
from kg.readers import Unreadable

Told = TypeVar("Told")
Made = TypeVar("Made")

_ALONE = 50_000
"""Characters that one process has read before another has begun."""
_OF_A_CLAIM = 100
"""What a claim that is known already counts, in characters."""
_OF_A_QUAD = 30
"""Bytes of a graph that count as one character."""
_BATCH = 20_000
"""Characters that go to a process at a time; a longer document goes alone."""


def cores() -> int:
    """How many cores this process may use."""
    # Not on every system can a process be bound to some of the cores.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_and_tell(
    inputs: Iterable[Input],
    tell: Callable[[Extraction], Told],
    *,
    extractor: ClaimSource | None = None,
    jobs: int | None = None,
) -> Iterator[Told | Unreadable]:
    """What ``tell`` makes of the claims of each input, in the order of the inputs; see ``extract``.

    ``jobs`` processes work side by side (all cores, if not given), and ``tell`` is called in them, so that what it
    gives travels and not the claims. Few documents are read in this process. At no time are more than a few batches
    of documents held. Raises ``WorkerDiedError``.
    """
    work = _Work(extractor or PackedExtractors(), tell)
    yield from beside(documents_of(inputs), work, cores() if jobs is None else jobs)


def beside(
    given: Iterator[Document | Unreadable],
    work: Callable[[list[Document | Unreadable]], list[Made]],
    count: int,
) -> Iterator[Made]:
    """What ``work`` makes of batches of what is ``given``, in order, done by ``count`` processes side by side.

    Few documents are worked on in this process. Raises ``WorkerDiedError``.
    """
    first = [] if count == 1 else list(_up_to(given, _ALONE))
    following = next(given, None)
    given = chain(first, () if following is None else (following,), given)
    with collecting_nothing():
        # What it takes to read at all is made once, here, and shared by the processes that are forked from this one.
        made_first = work(list(islice(given, 1)))
    yield from made_first
    if count == 1 or following is None:
        for each in given:
            yield from work([each])
        return
    from kg.pipeline.workers import Workers

    with Workers(count, work, _named) as workers:
        for made in workers.run(_batches(given)):
            yield from made


@dataclass(frozen=True, slots=True)
class _Work(Generic[Told]):
    """What is done with a batch, wherever it is done."""

    source: ClaimSource
    tell: Callable[[Extraction], Told]

    def __call__(self, batch: list[Document | Unreadable]) -> list[Told | Unreadable]:
        return [
            self.tell(each) if isinstance(each, Extraction) else each
            for each in extract(batch, extractor=self.source)
        ]


def _up_to(given: Iterator[Document | Unreadable], characters: int) -> Iterator[Document | Unreadable]:
    for each in given:
        yield each
        characters -= _size(each)
        if characters <= 0:
            return


def _batches(given: Iterator[Document | Unreadable]) -> Iterator[list[Document | Unreadable]]:
    while batch := list(_up_to(given, _BATCH)):
        yield batch


def _size(given: Document | Unreadable) -> int:
    if isinstance(given, Unreadable):
        return 1
    if given.stated is not None:
        return len(given.stated) // _OF_A_QUAD
    if given.told is not None:
        return _OF_A_CLAIM * len(given.told.lines)
    return len(given.text) if given.claims is None else _OF_A_CLAIM * len(given.claims)


def _named(batch: list[Document | Unreadable]) -> str:
    return batch[0].name if len(batch) == 1 else f"{batch[0].name} to {batch[-1].name}"


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Lets many objects be made that all stay, without looking through them for garbage again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
