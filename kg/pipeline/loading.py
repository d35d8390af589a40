"""Documents into the store: read, extract, write as quads, validate, link, infer, in one change each."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pyoxigraph import Quad

from kg.errors import KGError
from kg.extractors.packed import PackedExtractors
from kg.extractors.tally import tallies_of
from kg.model import Document
from kg.pipeline.derived import DerivedGraphs
from kg.pipeline.reading import Input, documents_of
from kg.pipeline.recording import is_news, loaded_entry, reader_name
from kg.pipeline.reference import refresh_reference
from kg.pipeline.refusal import Record, put_aside, take_back
from kg.pipeline.report import LoadReport, Outcome, Progress, Status
from kg.pipeline.stages import ClaimSource, Validator, shape_validator
from kg.rdf import UnreadableGraphError, document_quads, read_document, stated_links
from kg.readers import Unreadable
from kg.reason import Rule, load_rules
from kg.store import Change, EmbeddedStore, Entry

_BATCH_SIZE = 200
_BATCH_SECONDS = 2.0


def load(
    inputs: Iterable[Input],
    store: EmbeddedStore,
    *,
    extractor: ClaimSource | None = None,
    validator: Validator | None = None,
    rules: Sequence[Rule] | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Loads every input that can be read and breaks no shape; the others are named, and the rest goes in.

    A document goes in by one atomic change together with the links and inferences that it holds up. A text
    that is there already changes nothing, unless the extractor now reads it otherwise: then it is replaced.
    ``progress`` hears of an outcome once it is durable. Raises the errors of ``kg.store.errors``; what was
    reported before stands.
    """
    rules = load_rules() if rules is None else rules
    if refresh_reference(store, rules):
        store.flush()
    return _Loading(store, extractor or PackedExtractors(store.iris), validator, rules, progress).run(inputs)


def unreadable(given: Unreadable) -> Outcome:
    """What became of an input that could not be read."""
    return Outcome(Status.UNREADABLE, given.name, reasons=(str(given),))


class _Loading:
    def __init__(
        self,
        store: EmbeddedStore,
        extractor: ClaimSource,
        validator: Validator | None,
        rules: Sequence[Rule],
        progress: Progress | None,
    ) -> None:
        self._store = store
        self._extractor = extractor
        self._reader = reader_name(extractor)
        self._validator = validator or shape_validator()
        self._derived = DerivedGraphs(store, rules)
        self._progress = progress
        self._waiting: list[tuple[Outcome, Entry | None]] = []
        self._done: list[Outcome] = []
        self._since = time.monotonic()

    def run(self, inputs: Iterable[Input]) -> LoadReport:
        try:
            for given in documents_of(inputs):
                self._waiting.append(
                    (unreadable(given), None) if isinstance(given, Unreadable) else self._take(given)
                )
                if len(self._waiting) >= _BATCH_SIZE or time.monotonic() - self._since > _BATCH_SECONDS:
                    self._settle()
        finally:
            self._settle()
        return LoadReport(tuple(self._done))

    def _take(self, document: Document) -> tuple[Outcome, Entry | None]:
        iris = self._store.iris
        iri, graph = iris.document(document.sha256), iris.document_graph(document.sha256)
        before = frozenset(self._store.quads(graph))
        document = _under_its_first_name(document, before)
        try:
            found = self._extractor.extract(document)
            claims, tallies = tuple(found), tallies_of(found)
            after = document_quads(document, claims, iris)
            count = len({iris.claim(claim) for claim in claims})
        except KGError as error:
            return self._refuse(document, (str(error),)), None
        known = self._store.ledger.standing(document.sha256) if before or document.origin is None else None
        entry = loaded_entry(document, count, after, reader=self._reader, known=known)
        if before == after:
            take_back(self._store.layout, document.sha256)
            outcome = Outcome(Status.UNCHANGED, document.name, iri, count, tallies=tallies)
            return outcome, entry if is_news(entry, known) else None
        report = self._validator(after)
        if not report.conforms:
            reasons = tuple(f"{result.label}: {result.message}" for result in report.violations)
            results = tuple(result.record() for result in report.results)
            return self._refuse(document, reasons, after, results), None
        derived = self._derived.change(graph, stated_links(before), stated_links(after))
        delete, insert = (*(before - after), *derived.delete), (*(after - before), *derived.insert)
        self._store.apply(Change(delete=delete, insert=insert))
        take_back(self._store.layout, document.sha256)
        status = Status.REPLACED if before else Status.LOADED
        return Outcome(status, document.name, iri, count, tallies=tallies), entry

    def _refuse(
        self,
        document: Document,
        reasons: tuple[str, ...],
        quads: Iterable[Quad] = (),
        results: tuple[Record, ...] = (),
    ) -> Outcome:
        kept_at = put_aside(self._store.layout, document, reasons, quads=quads, results=results)
        iri = self._store.iris.document(document.sha256)
        return Outcome(Status.REFUSED, document.name, iri, reasons=reasons, kept_at=kept_at)

    def _settle(self) -> None:
        """Makes durable what is waiting, and only then says so."""
        self._since = time.monotonic()
        if not self._waiting:
            return
        entries = [entry for _, entry in self._waiting if entry is not None]
        if entries:
            self._store.flush()
            self._store.ledger.append(entries)
        settled, self._waiting = [outcome for outcome, _ in self._waiting], []
        self._done += settled
        for outcome in settled:
            if self._progress is not None:
                self._progress(outcome)


def _under_its_first_name(document: Document, before: frozenset[Quad]) -> Document:
    """The same text from another path is the same document, and keeps the name under which it first came."""
    if not before:
        return document
    try:
        return replace(document, name=read_document(before).name)
    except UnreadableGraphError:
        return document
