"""The documents of a shard, out of its file, each held against its manifest."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from kg.errors import KGError
from kg.iri import Iris
from kg.model import Document, Origin
from kg.namespaces import RW
from kg.pipeline.preparing import Prepared, Refused, refusal
from kg.pipeline.stages import Shapes
from kg.rdf import packed_triples, read_document, summary_of
from kg.readers import Unreadable
from kg.shards.manifest import Aside, Graph, Manifest
from kg.shards.records import given_in

_PART = 200_000
"""Packed bytes that are read at once."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents of a file of quads that follow on each other."""

    path: Path
    start: int
    """Byte at which they begin."""
    graphs: tuple[Graph, ...]
    base: str
    judged: bool
    """Whether this version of the program has held them against the shapes."""
    refused: tuple[Aside, ...] = ()
    """Documents that stayed out when the shard was made."""
    unreadable: tuple[Mapping[str, Any], ...] = ()


def parts(
    manifest: Manifest, folder: Path, wanted: Callable[[Graph], bool], *, judged: bool
) -> Iterator[Part]:
    """The documents of a shard that are ``wanted``, in parts of a size that one process works on at a time."""
    path, base = manifest.share.quads(folder), manifest.base
    start = at = size = 0
    together: list[Graph] = []
    for graph in manifest.graphs:
        skips = not wanted(graph)
        if together and (skips or size >= _PART):
            yield Part(path, start, tuple(together), base, judged)
            together, size = [], 0
        if not skips:
            start = start if together else at
            together.append(graph)
            size += graph.packed
        at += graph.packed
    yield Part(path, start, tuple(together), base, judged, manifest.refused, manifest.unreadable)


def read_part(part: Part) -> list[Prepared | Unreadable]:
    """The documents, ready to be written; one that is not what the manifest tells of is refused by name."""
    given: list[Prepared | Unreadable] = [Unreadable(**each) for each in part.unreadable]
    iris = Iris(part.base)
    with part.path.open("rb") as stream:
        stream.seek(part.start)
        for graph in part.graphs:
            try:
                given.append(_prepared(stream.read(graph.packed), graph, iris, judged=part.judged))
            except (ValueError, SyntaxError, OSError, EOFError, zlib.error, KGError) as error:
                problem = f"the graph of document {graph.sha256[:16]} is not what was made ({error})"
                given.append(Unreadable(str(part.path), problem, "make the shard again, or copy it again"))
    return [*given, *map(_refused, part.refused)]


def _prepared(packed: bytes, graph: Graph, iris: Iris, *, judged: bool) -> Prepared:
    content = gzip.decompress(packed)
    if hashlib.sha256(content).hexdigest() != graph.digest:
        raise ValueError("its digest is another")
    quads = frozenset(parse(content, format=RdfFormat.N_QUADS))
    _check(quads, graph, iris)
    node = iris.document(graph.sha256)
    about = [quad for quad in quads if isinstance(quad.subject, NamedNode) and quad.subject.value == node]
    origin = Origin(graph.path, graph.form) if graph.path is not None and graph.form is not None else None
    document = replace(read_document(about), text="", origin=origin)
    summary = summary_of(packed_triples(quads))
    prepared = Prepared(document, content, len(quads), graph.claims, summary, given=graph.given)
    if judged:
        return prepared
    (report,) = Shapes().reports([packed_triples(quads)])
    return replace(prepared, refused=refusal(report))


def _refused(aside: Aside) -> Prepared:
    document = given_in(dict(aside.document))
    assert isinstance(document, Document)
    return Prepared(document, aside.graph.encode(), refused=Refused(aside.reasons, aside.results))


def _check(quads: frozenset[Quad], graph: Graph, iris: Iris) -> None:
    """Raises ``ValueError`` for quads that are not those of one document alone."""
    own = NamedNode(iris.document_graph(graph.sha256))
    if any(quad.graph_name != own for quad in quads):
        raise ValueError("it holds quads of another graph")
    if any(isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode) for quad in quads):
        raise ValueError("it holds blank nodes")
    if len(quads) != graph.quads or not any(quad.predicate.value == RW + "claimCount" for quad in quads):
        raise ValueError("it is not whole")
