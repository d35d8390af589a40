"""The reference graph: the registry, and the labels of the ontology's classes and relations."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.cache import remembered
from kg.iri import Iris
from kg.namespaces import DCTERMS, RDFS, RW
from kg.rdf.packing import packed_triples, sorted_lines
from kg.registry import load_registry, own_files, registry_files
from kg.resources import folder
from kg.turtle import read_turtle

_KEPT_OF_MODULES = frozenset(RDFS + name for name in ("label", "subClassOf", "subPropertyOf"))


def reference_digest() -> str:
    """SHA-256 over the files behind the reference and inferred graphs: registry, modules and rules."""
    digest = hashlib.sha256()
    for path in (*_modules(), *registry_files(), *sorted((folder("ontology") / "rules").glob("*.rq"))):
        status = path.stat()
        digest.update(f"{path.name}\0{_hash_of(path, status.st_mtime_ns, status.st_size)}\0".encode())
    return digest.hexdigest()


@lru_cache(maxsize=2048)
def _hash_of(path: Path, changed: int, size: int) -> str:
    """The hash of a file that was last ``changed`` then; whoever adds documents one by one asks each time."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def reference_quads(iris: Iris) -> frozenset[Quad]:
    """The whole reference graph, with the digest of its files as ``dcterms:identifier`` of the graph itself.

    Raises ``RdfSyntaxError`` for a file that does not parse, and ``RegistryConflictError``.
    """
    if own_files():
        load_registry()  # Only what fits together goes into a store.
    graph = NamedNode(iris.graph("reference"))
    quads = {Quad(graph, NamedNode(DCTERMS + "identifier"), Literal(f"sha256:{reference_digest()}"), graph)}
    for path in registry_files():
        triples = (quad.triple for quad in read_turtle(path))
        quads.update(
            Quad(triple.subject, triple.predicate, triple.object, graph)
            for triple in triples
            if not _is_blank(triple)
        )
    for path in _modules():
        for quad in read_turtle(path):
            own = isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(RW)
            if own and quad.predicate.value in _KEPT_OF_MODULES and not isinstance(quad.object, BlankNode):
                quads.add(Quad(quad.subject, quad.predicate, quad.object, graph))
    return frozenset(quads)


def reference_lines(iris: Iris) -> bytes:
    """``reference_quads`` as N-Quads, kept from one run to the next. Raises as that does."""
    sources = (Path(__file__), *_modules(), *registry_files())
    kept = remembered("reference", sources, lambda: _lines(iris), given=iris.base.encode())
    return kept.encode()


def _lines(iris: Iris) -> str:
    return sorted_lines(packed_triples(reference_quads(iris)), iris.graph("reference")).decode()


def _is_blank(triple: Triple) -> bool:
    return isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)


def _modules() -> tuple[Path, ...]:
    return tuple(sorted((folder("ontology") / "modules").glob("*.ttl")))
