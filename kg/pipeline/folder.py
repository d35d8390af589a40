"""Loads into the store in a folder, which is opened, and made where there is none, only if there is reason."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from kg.iri import Iris
from kg.pipeline.loading import load, unreadable
from kg.pipeline.reading import Input, documents_of
from kg.pipeline.report import LoadReport, Progress
from kg.readers import Unreadable
from kg.store import open_store


def load_into(
    folder: Path | str, inputs: Iterable[Input], *, iris: Iris | None = None, progress: Progress | None = None
) -> LoadReport:
    """``load`` into the store in ``folder``; where nothing can be read, no store is opened or made.

    ``iris`` are those of a new store. Raises the errors of ``kg.store.open_store`` and ``load``.
    """
    coming = documents_of(inputs)
    before: list[Unreadable] = []
    for given in coming:
        if not isinstance(given, Unreadable):
            with open_store(folder, iris) as store:
                return load(chain(before, [given], coming), store, progress=progress)
        before.append(given)
    return LoadReport(tuple(map(unreadable, before)))
