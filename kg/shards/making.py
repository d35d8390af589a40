"""Makes one shard: the documents that were dealt out to it, as one file of their graphs and a manifest.

Done anywhere, by whoever sees the folder, and as often as one likes: the same documents give the same files.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import platform
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import KGError
from kg.extractors.tally import Tally, total
from kg.iri import Iris
from kg.model import Document
from kg.pipeline.choosing import claim_source
from kg.pipeline.parallel import collecting_nothing
from kg.pipeline.preparing import Prepared, Preparing
from kg.pipeline.stages import Shapes
from kg.registry import version as own_version
from kg.shards.errors import OtherVersionError, ShardDamagedError
from kg.shards.manifest import Aside, Graph, Manifest, read_manifest
from kg.shards.records import given_in, record
from kg.shards.share import Share
from kg.shards.version import differing, version_of
from kg.shards.writing import written_whole

_TOGETHER = 16
"""Texts that are extracted and validated together."""
_ONE_AT_A_TIME = threading.Lock()
"""A worker with several threads would only have them wait for each other, with several packs in memory."""


@dataclass(frozen=True, slots=True)
class Task:
    """What it takes to make one shard, as plain values that travel."""

    share: Share
    dealt: Path
    """The folder of the documents that were dealt out."""
    given: str
    """SHA-256 over the documents of this share."""
    folder: Path
    """Where its files go."""
    base: str
    extractors: tuple[str, ...]
    version: Mapping[str, str]
    """That of whoever deals out; a worker of another one makes nothing."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a task."""

    share: Share
    problem: str | None = None
    """Why the shard was not made."""


def attempt(task: Task) -> Made:
    """Makes the shard, unless it is there already. An error comes as a value, so that it can travel."""
    try:
        with _ONE_AT_A_TIME:
            if finished(task) is None:
                make(task)
    except KGError as error:
        return Made(task.share, str(error))
    except OSError as error:
        problem = f"{task.share.name} on {platform.node()}: {error}"
        return Made(task.share, f"{problem}; every worker must see {task.folder}, and have room there")
    return Made(task.share)


def finished(task: Task) -> Manifest | None:
    """The manifest of the shard, if it was made of these documents by this version, and its file is whole."""
    try:
        manifest = read_manifest(task.share.manifest(task.folder))
        check_file(manifest, task.folder)
    except (ShardDamagedError, OSError):
        return None
    same = (manifest.given, manifest.base, manifest.version) == (task.given, task.base, task.version)
    return manifest if same else None


def check_file(manifest: Manifest, folder: Path) -> None:
    """Raises ``ShardDamagedError`` if the file of quads is not the one that the manifest tells of."""
    path = manifest.share.quads(folder)
    try:
        size = path.stat().st_size
        if size != manifest.size:
            raise ShardDamagedError(
                path, f"it has {size:,} bytes, and had {manifest.size:,} when it was made"
            )
        with path.open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != manifest.sha256:
                raise ShardDamagedError(path, "it was changed after it was made")
    except FileNotFoundError:
        raise ShardDamagedError(path, "the file is gone") from None
    except OSError as error:
        raise ShardDamagedError(path, f"it cannot be read ({error.strerror or error})") from error


def make(task: Task) -> Manifest:
    """Makes the shard. Raises ``OtherVersionError``, ``OSError`` and the errors of extractors and registry."""
    began = time.process_time()
    other = differing(task.version, version_of(task.extractors))
    if other is not None:
        raise OtherVersionError(platform.node(), other)
    making = _Making(prepares(task.extractors, task.base))
    with (
        task.share.documents(task.dealt).open("rb") as given,
        written_whole(task.share.quads(task.folder)) as out,
    ):
        making.run(given, out)
    manifest = Manifest(
        share=task.share,
        base=task.base,
        version=dict(task.version),
        given=task.given,
        size=making.size,
        sha256=making.hash.hexdigest(),
        graphs=tuple(making.graphs),
        repeated=making.repeated,
        refused=tuple(making.refused),
        unreadable=tuple(making.unreadable),
        tallies=total(making.tallies),
        cpu=time.process_time() - began,
    )
    manifest.write(task.share.manifest(task.folder))
    return manifest


def prepares(extractors: tuple[str, ...], base: str) -> Preparing:
    """What prepares documents; it takes a second to make, and serves all shards of a process."""
    return _prepares(extractors, base, own_version())


@lru_cache(maxsize=1)
def _prepares(extractors: tuple[str, ...], base: str, own: object) -> Preparing:
    del own
    with collecting_nothing():
        iris = Iris(base)
        return Preparing(claim_source(extractors)(iris), Shapes(), iris)


@dataclass(slots=True)
class _Making:
    prepare: Preparing
    graphs: list[Graph] = field(default_factory=list)
    refused: list[Aside] = field(default_factory=list)
    unreadable: list[dict[str, Any]] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    repeated: int = 0
    size: int = 0
    hash: Any = field(default_factory=hashlib.sha256)

    def run(self, given: BinaryIO, out: BinaryIO) -> None:
        """Writes the graphs of all documents, by the hash of the text; of one text, what came later counts."""
        places = sorted(_places(given), key=lambda place: place[0])
        self.unreadable += [_told(given, at)["unreadable"] for sha256, at in places if not sha256]
        texts = (
            [_told(given, at) for _, at in same]
            for sha256, same in groupby(places, key=lambda place: place[0])
            if sha256
        )
        while together := list(islice(texts, _TOGETHER)):
            documents = [[_document(each) for each in same] for same in together]
            firsts = self.prepare([same[0] for same in documents])
            for first, same in zip(firsts, documents, strict=True):
                assert isinstance(first, Prepared)
                self._write(self._last(first, same[1:]), out)

    def _last(self, first: Prepared, later: list[Document]) -> Prepared:
        """What a store holds after one document was loaded after the other."""
        self.repeated += len(later)
        standing = first
        for document in later:
            (after,) = self.prepare([document])
            assert isinstance(after, Prepared)
            if after.refused is None and standing.refused is None:
                after = self.prepare.carried_over(after, standing.graph)
            if standing.refused is not None or after.refused is None:
                standing = after
            else:
                self.refused.append(_aside(after))
        return standing

    def _write(self, made: Prepared, out: BinaryIO) -> None:
        self.tallies += made.tallies
        if made.refused is not None:
            self.refused.append(_aside(made))
            return
        packed = gzip.compress(made.content, 1, mtime=0)
        out.write(packed)
        self.hash.update(packed)
        self.size += len(packed)
        origin = made.document.origin
        self.graphs.append(
            Graph(
                made.document.sha256,
                made.digest,
                len(packed),
                made.quads,
                made.claims,
                path=origin.path if origin else None,
                form=origin.form if origin else None,
                given=made.given,
            )
        )


def _places(given: BinaryIO) -> Iterator[tuple[str, int]]:
    """The hash of each document, and where its line begins; no hash for what could not be read."""
    at = 0
    for told in given:
        yield json.loads(told).get("sha256", ""), at
        at += len(told)


def _told(given: BinaryIO, at: int) -> dict[str, Any]:
    given.seek(at)
    told: dict[str, Any] = json.loads(given.readline())
    return told


def _document(told: dict[str, Any]) -> Document:
    made = given_in(told)
    assert isinstance(made, Document)
    return made


def _aside(made: Prepared) -> Aside:
    assert made.refused is not None
    return Aside(record(made.document), made.refused.reasons, made.refused.results, made.content.decode())
