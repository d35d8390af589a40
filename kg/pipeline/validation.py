"""A whole store held against the shapes, its documents shared among processes that each read the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path

from kg.errors import KGError
from kg.pipeline.parallel import cores
from kg.pipeline.workers import Workers
from kg.store import EmbeddedStore, Store, document_graphs, open_store
from kg.validate import Engine, Report, validate_store
from kg.validate.context import Context
from kg.validate.store import Part, store_context, validate_part

_BATCH = 100
"""Documents that a process is given at once."""


def validate_whole(
    store: Store,
    *,
    jobs: int | None = None,
    on_document: Callable[[str], None] | None = None,
    engine: Engine = Engine.COMPILED,
) -> Report:
    """What is wrong in ``store``, found by ``jobs`` processes side by side where it has many documents.

    There is one process for each core, if ``jobs`` is not given.
    ``on_document`` is told the IRI of each document's graph. Raises as ``validate_store`` does, the errors of
    ``kg.store.errors``, and ``WorkerDiedError``.
    """
    graphs = document_graphs(store)
    jobs = cores() if jobs is None else jobs
    folder = store.layout.folder if isinstance(store, EmbeddedStore) and store.layout is not None else None
    if jobs < 2 or folder is None or len(graphs) <= _BATCH:
        return validate_store(store, on_document=on_document, engine=engine)
    work = partial(_part, folder, engine)
    with Workers(jobs, work, lambda batch: batch[0]) as workers:
        made = workers.run(_batches(graphs, on_document))
        return validate_store(store, engine=engine, parts=map(_raised, made))


def _batches(graphs: tuple[str, ...], on_document: Callable[[str], None] | None) -> Iterator[tuple[str, ...]]:
    left = iter(graphs)
    while batch := tuple(islice(left, _BATCH)):
        yield batch
        if on_document is not None:
            for graph in batch:
                on_document(graph)


def _part(folder: Path, engine: Engine, graphs: tuple[str, ...]) -> Part | KGError:
    try:
        store, context = _opened(folder)
        return validate_part(store, graphs, context=context, engine=engine)
    except KGError as error:
        return error


@lru_cache(maxsize=1)
def _opened(folder: Path) -> tuple[EmbeddedStore, Context]:
    store = open_store(folder, read_only=True)
    return store, store_context(store)


def _raised(part: Part | KGError) -> Part:
    if isinstance(part, KGError):
        raise part
    return part
