"""Documents into the store: prepared beside each other, then written in order, each in whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from pyoxigraph import Quad

from kg.extractors.packed import PackedExtractors
from kg.pipeline.derived import DerivedGraphs
from kg.pipeline.parallel import beside, cores
from kg.pipeline.preparing import Prepared, Preparing, Refused
from kg.pipeline.reading import Input, documents_of
from kg.pipeline.recording import is_news, loaded_entry, reader_name
from kg.pipeline.reference import refresh_reference
from kg.pipeline.refusal import put_aside, take_back
from kg.pipeline.report import LoadReport, Outcome, Progress, Status
from kg.pipeline.stages import ClaimSource, Shapes, Validator
from kg.pipeline.writing import Batch
from kg.rdf import packed_triples, summary_of
from kg.readers import Unreadable
from kg.reason import Rule, load_rules
from kg.store import Change, Entry, Store

_BATCH_SIZE = 200
"""Outcomes that may wait to be made durable, where little is written."""
_BATCH_SECONDS = 2.0
_BATCH_BYTES = 32_000_000
"""N-Quads from which a bulk is written while nothing else is."""
_MOST_BYTES = 128_000_000
"""N-Quads that may wait while others are written: for the loader, more at a time is no faster."""


def load(
    inputs: Iterable[Input],
    store: Store,
    *,
    extractor: ClaimSource | None = None,
    validator: Validator | None = None,
    rules: Sequence[Rule] | None = None,
    progress: Progress | None = None,
    jobs: int | None = 1,
) -> LoadReport:
    """Loads every input that can be read and breaks no shape; the others are named, and the rest goes in.

    A document goes in by one atomic change together with the links and inferences that it holds up; many that are new
    go in together, by one change. A text that is there already changes nothing, unless the extractor now reads it
    otherwise: then it is replaced. ``jobs`` processes read, extract and validate side by side (all
    cores for None); this one writes.
    ``progress`` hears of an outcome once it is durable. Raises the errors of ``kg.store.errors`` and
    ``WorkerDiedError``; what was reported before stands.
    """
    rules = load_rules() if rules is None else rules
    if refresh_reference(store, rules):
        store.flush()
    work = Preparing(extractor or PackedExtractors(store.iris), Shapes(validator), store.iris)
    done: list[Outcome] = []

    def told(outcome: Outcome) -> None:
        done.append(outcome)
        if progress is not None:
            progress(outcome)

    given = beside(documents_of(inputs), work, cores() if jobs is None else jobs)
    load_prepared(given, store, work, rules, told, reader=reader_name(work.extractor))
    return LoadReport(tuple(done))


def load_prepared(
    given: Iterable[Prepared | Unreadable],
    store: Store,
    work: Preparing,
    rules: Sequence[Rule],
    told: Progress,
    *,
    reader: str,
) -> None:
    """Writes documents that are prepared, in order; see ``load``. ``reader`` is what the ledger says has read them.

    The store's reference graph must be up to date. Only ``told`` hears of the outcomes, so that any number can come.
    """
    _Loading(store, work, rules, told, reader).run(given)


def unreadable(given: Unreadable) -> Outcome:
    """What became of an input that could not be read."""
    return Outcome(Status.UNREADABLE, given.name, reasons=(str(given),))


class _Loading:
    def __init__(
        self, store: Store, work: Preparing, rules: Sequence[Rule], told: Progress, reader: str
    ) -> None:
        self._store = store
        self._work = work
        self._derived = DerivedGraphs(store, rules)
        self._told = told
        self._reader = reader
        self._batch = Batch(store, self._derived, self._reader)
        self._waiting: list[Outcome] = []
        self._leaving: list[Outcome] = []
        """To be told when the bulk that is being written is in."""
        self._changed: list[Entry] = []
        """Of documents that were there before; the batch writes those of the others itself."""
        self._since = time.monotonic()
        self._broken = False
        """Whether a write failed, so that it is not known what the store holds."""

    def run(self, inputs: Iterable[Prepared | Unreadable]) -> None:
        try:
            for given in inputs:
                outcome = unreadable(given) if isinstance(given, Unreadable) else self._take(given)
                self._waiting.append(outcome)
                self._go_on()
        finally:
            if not self._broken:
                self._settle()

    def _go_on(self) -> None:
        """Makes durable what is due: soon where little comes, else when there is enough at once."""
        if self._batch.has_written:
            self._finish()
        if self._batch.is_bulk or self._batch.is_writing:
            if self._batch.size >= (_MOST_BYTES if self._batch.is_writing else _BATCH_BYTES):
                self._begin()
        elif len(self._waiting) >= _BATCH_SIZE or time.monotonic() - self._since > _BATCH_SECONDS:
            self._settle()

    def _take(self, given: Prepared) -> Outcome:
        if self._batch.holds(given.document.sha256):
            self._settle()
        before = frozenset(self._store.quads(self._store.iris.document_graph(given.document.sha256)))
        if before and given.refused is None:
            given = self._work.carried_over(given, before)
        if given.refused is not None:
            return self._refuse(given, given.refused)
        if before:
            return self._replace(given, before)
        self._batch.add(given)
        return self._outcome(Status.LOADED, given)

    def _replace(self, given: Prepared, before: frozenset[Quad]) -> Outcome:
        sha256, after, known = (
            given.document.sha256,
            given.graph,
            self._store.ledger.standing(given.document.sha256),
        )
        entry = loaded_entry(given, reader=self._reader, known=known)
        if before == after:
            take_back(self._store.layout, sha256)
            if is_news(entry, known):
                self._changed.append(entry)
            return self._outcome(Status.UNCHANGED, given)
        with self._written_or_broken():
            self._batch.settle()
        graph = self._store.iris.document_graph(sha256)
        derived = self._derived.change(graph, summary_of(packed_triples(before)), given.summary)
        delete, insert = (*(before - after), *derived.delete), (*(after - before), *derived.insert)
        self._store.apply(Change(delete=delete, insert=insert))
        take_back(self._store.layout, sha256)
        self._changed.append(entry)
        return self._outcome(Status.REPLACED, given)

    def _outcome(self, status: Status, given: Prepared) -> Outcome:
        iri = self._store.iris.document(given.document.sha256)
        return Outcome(status, given.document.name, iri, given.claims, tallies=given.tallies)

    def _refuse(self, given: Prepared, why: Refused) -> Outcome:
        kept_at = put_aside(
            self._store.layout, given.document, why.reasons, quads=given.graph, results=why.results
        )
        iri = self._store.iris.document(given.document.sha256)
        return Outcome(Status.REFUSED, given.document.name, iri, reasons=why.reasons, kept_at=kept_at)

    def _settle(self) -> None:
        """Makes durable what is waiting, and only then says so."""
        self._finish()
        with self._written_or_broken():
            self._batch.settle()
            self._note_changed()
        self._leaving, self._waiting = self._waiting, []
        self._tell()

    def _begin(self) -> None:
        """Begins to write what is waiting, in bulk; what was begun before is durable then."""
        self._finish()
        with self._written_or_broken():
            self._note_changed()
            self._batch.begin()
        self._leaving, self._waiting = self._waiting, []

    def _finish(self) -> None:
        """Waits for the bulk that is being written, and says so."""
        with self._written_or_broken():
            self._batch.finish()
        self._tell()

    @contextmanager
    def _written_or_broken(self) -> Iterator[None]:
        self._broken = True
        yield
        self._broken = False

    def _note_changed(self) -> None:
        if self._changed:
            self._store.flush()
            self._store.ledger.append(self._changed)
            self._changed = []

    def _tell(self) -> None:
        self._since = time.monotonic()
        durable, self._leaving = self._leaving, []
        for outcome in durable:
            self._told(outcome)
