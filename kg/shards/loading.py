"""Shards into the store: each file held against its manifest, then its documents written as any others are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path

from kg.errors import KGError
from kg.extractors.packed import PackedExtractors
from kg.iri import Iris
from kg.location import Place, is_address
from kg.pipeline.loading import load_prepared
from kg.pipeline.parallel import cores
from kg.pipeline.preparing import Prepared, Preparing
from kg.pipeline.reference import refresh_reference
from kg.pipeline.report import Outcome, Status
from kg.pipeline.stages import Shapes
from kg.pipeline.workers import Workers
from kg.readers import Unreadable
from kg.reason import load_rules
from kg.shards.errors import OtherBaseError
from kg.shards.making import check_file
from kg.shards.manifest import Graph, Manifest, read_manifest
from kg.shards.reading import Part, parts, read_part
from kg.shards.share import Share, shares
from kg.shards.version import version_of
from kg.store import Store, open_store
from kg.store.errors import NoStoreError
from kg.store.layout import Layout

_Told = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of the shards: of documents that went in only how many, for they may be very many."""

    shards: int
    """Those that were in order."""
    counts: Mapping[Status, int]
    """Of documents and of what was refused."""
    claims: int
    rejected: tuple[Outcome, ...]


def manifests_at(path: Path) -> tuple[Path, ...]:
    """The manifests of the shards in a folder, or the one that a file is; none for anything else."""
    found = path.glob("shard-*-of-*.json") if path.is_dir() else (path,) if path.is_file() else ()
    return tuple(sorted(each for each in found if each.suffix == ".json" and Share.of_file(each) is not None))


def load_shards(
    paths: Sequence[Path],
    place: Place,
    *,
    iris: Iris | None = None,
    jobs: int | None = None,
    progress: _Told | None = None,
) -> Loaded:
    """Loads the shards at ``paths`` (folders, or manifests) into the store at ``place``, any number of times.

    A shard whose file is not what its manifest says is named and left out, and so is one that a folder lacks. What is
    in the store already changes nothing. ``jobs`` processes read (all cores for None); this one writes. A new store
    gets the base of ``iris``, else that of the shards. Raises the errors of ``kg.store`` and ``WorkerDiedError``.
    """
    counts: Counter[Status] = Counter()
    rejected: list[Outcome] = []
    claims = 0

    def told(outcome: Outcome) -> None:
        nonlocal claims
        counts[outcome.status] += 1
        claims += outcome.claims
        if outcome.status in {Status.REFUSED, Status.UNREADABLE}:
            rejected.append(outcome)
        if progress is not None:
            progress(outcome)

    for problem in chain.from_iterable(map(_missing, paths)):
        told(problem)
    coming = _manifests(paths, told)
    first = next(coming, None)
    if first is None:
        return Loaded(0, counts, claims, tuple(rejected))
    with open_store(place, _iris(place, iris, first[1])) as store:
        reading = _Reading(store, jobs or cores(), told)
        reading.load(chain((first,), coming))
    return Loaded(reading.shards, counts, claims, tuple(rejected))


def _iris(place: Place, asked: Iris | None, first: Manifest) -> Iris | None:
    """The IRIs to open the store with: those of the shards, where there is no store yet and nobody asks for others."""
    if asked is not None or is_address(place):
        return asked
    try:
        Layout(Path(place)).read_mark()
    except NoStoreError:
        return Iris(first.base)
    return None


def _missing(path: Path) -> Iterator[Outcome]:
    there = {share for each in manifests_at(path) if (share := Share.of_file(each)) is not None}
    for count in sorted({share.count for share in there}) if path.is_dir() else ():
        for share in shares(count):
            if share not in there:
                why = f"the shard is missing; make it with: kg extract PATH... --shard {share} --to {path}"
                yield Outcome(Status.UNREADABLE, str(share.manifest(path)), reasons=(why,))


def _manifests(paths: Sequence[Path], told: _Told) -> Iterator[tuple[Path, Manifest]]:
    """The folder and the manifest of each shard; what is wrong with others is told."""
    for path in chain.from_iterable(map(manifests_at, paths)):
        try:
            yield path.parent, read_manifest(path)
        except (KGError, OSError) as error:
            told(Outcome(Status.UNREADABLE, str(path), reasons=(str(error),)))


class _Reading:
    def __init__(self, store: Store, jobs: int, told: _Told) -> None:
        self._store = store
        self._jobs = jobs
        self._told = told
        self.shards = 0

    def load(self, coming: Iterator[tuple[Path, Manifest]]) -> None:
        rules = load_rules()
        if refresh_reference(self._store, rules):
            self._store.flush()
        iris = self._store.iris
        work = Preparing(PackedExtractors(iris), Shapes(), iris)
        for extractors, group in groupby(coming, key=lambda each: _extractors(each[1])):
            given = self._prepared(
                part for folder, manifest in group for part in self._parts(folder, manifest)
            )
            load_prepared(given, self._store, work, rules, self._told, reader=" ".join(extractors))

    def _parts(self, folder: Path, manifest: Manifest) -> Iterator[Part]:
        try:
            if manifest.base != self._store.iris.base:
                raise OtherBaseError(manifest.share.manifest(folder), manifest.base, self._store.iris.base)
            check_file(manifest, folder)
        except KGError as error:
            name = str(error).partition(": ")[0]
            self._told(Outcome(Status.UNREADABLE, name, reasons=(str(error),)))
            return
        self.shards += 1
        judged = manifest.version == version_of(_extractors(manifest))
        yield from parts(manifest, folder, self._is_news, judged=judged)

    def _is_news(self, graph: Graph) -> bool:
        """Whether a document is not in the store, or otherwise. What is there need not be read to be left alone."""
        known = self._store.ledger.standing(graph.sha256)
        if known is None or known.digest != graph.digest or not self._holds(graph):
            return True
        self._told(
            Outcome(Status.UNCHANGED, known.name, self._store.iris.document(graph.sha256), graph.claims)
        )
        return False

    def _holds(self, graph: Graph) -> bool:
        return next(self._store.quads(self._store.iris.document_graph(graph.sha256)), None) is not None

    def _prepared(self, coming: Iterator[Part]) -> Iterator[Prepared | Unreadable]:
        if self._jobs == 1:
            yield from chain.from_iterable(map(read_part, coming))
            return
        with Workers(self._jobs, read_part, lambda part: str(part.path)) as workers:
            yield from chain.from_iterable(workers.run(coming))


def _extractors(manifest: Manifest) -> tuple[str, ...]:
    """The names of the extractors, without versions."""
    return tuple(each.partition("/")[0] for each in manifest.version["extractors"].split())
