"""Loads into a store that is opened, and made where there is none, only if there is reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from kg.extractors.packed import PackedExtractors
from kg.iri import Iris
from kg.pipeline.loading import load, unreadable
from kg.pipeline.reading import Input, documents_of
from kg.pipeline.report import LoadReport, Progress
from kg.pipeline.stages import ClaimSource
from kg.readers import Unreadable, with_claims
from kg.store import Place, open_store


def load_into(
    place: Place,
    inputs: Iterable[Input],
    *,
    iris: Iris | None = None,
    extractor: Callable[[Iris], ClaimSource] = PackedExtractors,
    progress: Progress | None = None,
    jobs: int | None = 1,
) -> LoadReport:
    """``load`` into the store at ``place``; where nothing can be read, no store is opened or made.

    ``iris`` are those of a new store; ``extractor`` makes what reads the documents, from those of the store.
    Raises the errors of ``kg.store.open_store`` and ``load``.
    """
    coming = documents_of(inputs)
    before: list[Unreadable] = []
    for each in coming:
        given = each if isinstance(each, Unreadable) else with_claims(each)
        if not isinstance(given, Unreadable):
            with open_store(place, iris) as store:
                return load(
                    chain(before, [given], coming),
                    store,
                    extractor=extractor(store.iris),
                    progress=progress,
                    jobs=jobs,
                )
        before.append(given)
    return LoadReport(tuple(map(unreadable, before)))
