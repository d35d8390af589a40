"""Mends a store: documents that are lost or changed come back from where they came, or it is said why they cannot."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.extractors.packed import PackedExtractors
from kg.iri import Iris
from kg.pipeline.mending import Mender, Mending, Way
from kg.pipeline.report import Progress
from kg.pipeline.stages import ClaimSource, Validator
from kg.reason import Rule, load_rules
from kg.store import Change, EmbeddedStore, open_store
from kg.store.errors import StoreDamagedError
from kg.store.failures import filing
from kg.store.layout import Layout
from kg.store.lock import hold_alone
from kg.store.opening import open_held
from kg.store.pending import Pending
from kg.store.survey import PATIENCE, Survey, read_apart, survey
from kg.store.swap import finish_swap, staging, swap
from kg.store.tables import check_tables

_AT_ONCE = 20_000
"""Quads that are copied in one change."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done to a store."""

    mendings: tuple[Mending, ...]
    """What became of each document with which something was wrong, by name."""
    links: int
    """How many links and inferred links were put right."""
    sound: int
    """Documents with which nothing was wrong."""
    aside: Path | None = None
    """Where the old files are, if the store had to be built anew."""

    @property
    def lost(self) -> tuple[Mending, ...]:
        """The documents that could not be brought back, each with the reason."""
        return tuple(each for each in self.mendings if each.way is Way.LOST)


def repair(
    path: Path | str,
    *,
    extractor: Callable[[Iris], ClaimSource] = PackedExtractors,
    validator: Validator | None = None,
    rules: Sequence[Rule] | None = None,
    progress: Progress | None = None,
    patience: float = PATIENCE,
) -> Repair:
    """Mends the store in ``path``; where its files are damaged, by a new one, beside which the old one stays.

    What can be read and is as the ledger says is kept; what is not is read again from the file that the ledger names,
    if the text there is still the same, or from the text that the store keeps. ``extractor`` reads those documents
    that it read before. Raises the errors of ``kg.store.open_store``; the store is then as it was.
    """
    layout = Layout(Path(path))
    layout.read_mark()
    with closing(hold_alone(layout)):
        finish_swap(layout)
        iris = layout.read_mark()
        mender = Mender(extractor(iris), validator, load_rules() if rules is None else rules, progress)
        if Pending(layout).is_there():
            with suppress(StoreDamagedError):
                open_held(layout, iris).close()
        found = survey(layout, iris, patience=patience)
        if found.sound and not check_tables(layout).damaged:
            with suppress(StoreDamagedError), open_held(layout, iris) as store:
                return Repair(*mender.mend(store, found.by_document()))
        return _rebuild(layout, iris, found, mender, patience)


def _rebuild(layout: Layout, iris: Iris, found: Survey, mender: Mender, patience: float) -> Repair:
    """A new store of what can be read and what can be read again, and the old files aside."""
    draft = staging(layout)
    try:
        with open_store(draft.folder, iris) as store:
            _salvage(store, layout, found, patience)
            store.flush()
        with filing(layout.folder):
            _take_along(layout, draft)
        # Opened once more, it carries out a bulk write that was cut short in the old one.
        open_store(draft.folder).close()
        graphs = survey(draft, iris, patience=patience).by_document()
        with open_store(draft.folder) as store:
            mended = mender.mend(store, graphs)
        aside = swap(layout)
    finally:
        if not layout.swap.exists():
            shutil.rmtree(draft.folder, ignore_errors=True)
    return Repair(*mended, aside)


def _take_along(layout: Layout, draft: Layout) -> None:
    if layout.ledger.exists():
        shutil.copyfile(layout.ledger, draft.ledger)
    if layout.refused.is_dir():
        shutil.copytree(layout.refused, draft.refused)
    Pending(layout).copy_to(draft)


def _salvage(store: EmbeddedStore, layout: Layout, found: Survey, patience: float) -> None:
    """Copies the documents that can be read into ``store``."""
    readable = {graph.iri: graph.digest for graph in found.by_document().values()}
    if not readable:
        return
    quads: list[Quad] = []
    again = read_apart(layout.data, store.iris, graphs=tuple(readable), lines=True, patience=patience)
    for graph in again:
        if graph.iri in readable and graph.digest == readable[graph.iri]:
            quads += parse("".join(f"{line} .\n" for line in graph.lines), format=RdfFormat.N_QUADS)
        if len(quads) > _AT_ONCE:
            store.apply(Change(insert=tuple(quads)))
            quads.clear()
    store.apply(Change(insert=tuple(quads)))
