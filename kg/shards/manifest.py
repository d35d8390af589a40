"""What stands in the manifest of a shard: what its file of quads holds, and what made it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kg.extractors.tally import Tally
from kg.shards.errors import BadShareError, ShardDamagedError
from kg.shards.share import Share
from kg.shards.writing import written_whole

FORMAT = 1
"""Of manifests and of files of quads."""


@dataclass(frozen=True, slots=True)
class Graph:
    """One document in the file of quads: ``packed`` bytes, one member of the gzip file, in the order of the list."""

    sha256: str
    """Of its text."""
    digest: str
    """Of its graph: SHA-256 over the sorted N-Quads, which is what the member unpacks to."""
    packed: int
    quads: int
    claims: int
    path: str | None = None
    """The file that held the text, where it was read."""
    form: str | None = None
    given: bool = False
    """Whether its claims came with it, so that nothing read its text."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A document that broke a shape or could not be read by the extractor; ``document`` as ``kg.shards.records``."""

    document: Mapping[str, Any]
    reasons: tuple[str, ...]
    results: tuple[Mapping[str, str | None], ...] = ()
    """Of the validation, as plain data."""
    graph: str = ""
    """The quads that were refused."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that is known of a shard."""

    share: Share
    base: str
    """Of all IRIs."""
    version: Mapping[str, str]
    """What made it, part by part."""
    given: str
    """SHA-256 over the documents that were dealt out to it."""
    size: int
    """Of the file of quads, packed, in bytes."""
    sha256: str
    """Of the file of quads, packed."""
    graphs: tuple[Graph, ...]
    """By the SHA-256 of the text."""
    repeated: int = 0
    """Documents whose text had come before."""
    refused: tuple[Aside, ...] = ()
    unreadable: tuple[Mapping[str, Any], ...] = ()
    """Inputs that could not be read, by the fields of ``kg.readers.Unreadable``."""
    tallies: tuple[Tally, ...] = ()
    cpu: float = field(default=0.0, compare=False)
    """Seconds of processor time that it took to make."""

    def counts(self) -> dict[str, int]:
        """How much it holds."""
        return {
            "documents": len(self.graphs),
            "claims": sum(each.claims for each in self.graphs),
            "quads": sum(each.quads for each in self.graphs),
            "repeated": self.repeated,
            "refused": len(self.refused),
            "unreadable": len(self.unreadable),
        }

    def write(self, path: Path) -> None:
        """Writes it so that it is there in whole or not at all. Raises ``OSError``."""
        told = {
            "format": FORMAT,
            "counts": self.counts(),
            **asdict(self),
            "share": str(self.share),
        }
        body = _body(told)
        seal = hashlib.sha256(body.encode()).hexdigest()
        with written_whole(path) as stream:
            stream.write(f'{{"seal": "{seal}",\n"shard": {body}}}\n'.encode())


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file. Raises ``ShardDamagedError`` where it is not as it was written, and ``OSError``."""
    try:
        told = json.loads(path.read_bytes())
        shard = told["shard"]
        if hashlib.sha256(_body(shard).encode()).hexdigest() != told["seal"]:
            raise ShardDamagedError(path, "the manifest was changed after it was written")
        if shard["format"] != FORMAT:
            raise ShardDamagedError(path, f"it has format {shard['format']}, and format {FORMAT} is read")
        return _manifest(shard)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, BadShareError) as error:
        raise ShardDamagedError(path, "it is not the manifest of a shard, or not all of it") from error


def _body(shard: Mapping[str, Any]) -> str:
    return json.dumps(shard, separators=(",", ":"))


def _manifest(shard: dict[str, Any]) -> Manifest:
    return Manifest(
        share=Share.parse(shard["share"]),
        base=shard["base"],
        version=shard["version"],
        given=shard["given"],
        size=shard["size"],
        sha256=shard["sha256"],
        graphs=tuple(Graph(**each) for each in shard["graphs"]),
        repeated=shard["repeated"],
        refused=tuple(
            Aside(each["document"], tuple(each["reasons"]), tuple(each["results"]), each["graph"])
            for each in shard["refused"]
        ),
        unreadable=tuple(shard["unreadable"]),
        tallies=tuple(_tally(each) for each in shard["tallies"]),
        cpu=shard["cpu"],
    )


def _tally(told: dict[str, Any]) -> Tally:
    def pairs(key: str) -> tuple[tuple[str, int], ...]:
        return tuple((name, count) for name, count in told[key])

    return Tally(told["extractor"], told["kept"], pairs("refused"), pairs("amended"))
