"""Property paths of SHACL and SPARQL: as values, and as functions from a node to the nodes that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from kg.validate.terms import Value
from kg.validate.triples import Triples

Walk: TypeAlias = Callable[[Triples, Value], Iterable[Value]]
"""From a node to the nodes that a path leads to."""


@dataclass(frozen=True, slots=True)
class Link:
    """One property."""

    iri: str


@dataclass(frozen=True, slots=True)
class Inverse:
    """One property, from object to subject."""

    iri: str


@dataclass(frozen=True, slots=True)
class Chain:
    """One path after the other."""

    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of several paths."""

    parts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A path taken at least ``least`` times (0 or 1), and more than once only where ``further``."""

    path: Path
    least: int
    further: bool


Path: TypeAlias = Link | Inverse | Chain | Either | Repeated


def reversed_(path: Path) -> Path:
    """The path from its end to its start."""
    match path:
        case Link(iri):
            return Inverse(iri)
        case Inverse(iri):
            return Link(iri)
        case Chain(parts):
            return Chain(tuple(reversed_(part) for part in reversed(parts)))
        case Either(parts):
            return Either(tuple(reversed_(part) for part in parts))
        case Repeated(inner, least, further):
            return Repeated(reversed_(inner), least, further)


def properties(path: Path) -> frozenset[str]:
    """The IRIs of the properties in a path."""
    match path:
        case Link(iri) | Inverse(iri):
            return frozenset((iri,))
        case Chain(parts) | Either(parts):
            return frozenset().union(*(properties(part) for part in parts))
        case Repeated(inner, _, _):
            return properties(inner)


def written(path: Path) -> str:
    """The path in SPARQL."""
    match path:
        case Link(iri):
            return f"<{iri}>"
        case Inverse(iri):
            return f"^<{iri}>"
        case Chain(parts):
            return f"({'/'.join(map(written, parts))})"
        case Either(parts):
            return f"({'|'.join(map(written, parts))})"
        case Repeated(inner, least, further):
            return f"({written(inner)}){'*' if least == 0 and further else '+' if further else '?'}"


def walk(path: Path) -> Walk:
    """The path as a function. It leads to a node once for each way there, but once only where it repeats."""
    match path:
        case Link(iri):
            return lambda triples, node: triples.table(iri).get(node, ())
        case Inverse(iri):
            return lambda triples, node: triples.inverse(iri).get(node, ())
        case Chain(parts):
            return _remembering(path, _chain(tuple(walk(part) for part in parts)))
        case Either(parts):
            return _remembering(path, _either(tuple(walk(part) for part in parts)))
        case Repeated(inner, least, further):
            return _remembering(path, _repeated(walk(inner), least, further=further))


def _remembering(path: Path, reached: Walk) -> Walk:
    along = properties(path)
    key = object()
    return lambda triples, node: triples.remembered(key, along, node, reached)


def _chain(walks: tuple[Walk, ...]) -> Walk:
    def reached(triples: Triples, node: Value) -> Iterable[Value]:
        found: Iterable[Value] = (node,)
        for each in walks:
            found = [end for start in found for end in each(triples, start)]
        return found

    return reached


def _either(walks: tuple[Walk, ...]) -> Walk:
    return lambda triples, node: [end for each in walks for end in each(triples, node)]


def _repeated(once: Walk, least: int, *, further: bool) -> Walk:
    def reached(triples: Triples, node: Value) -> Iterable[Value]:
        found = dict.fromkeys([node] if least == 0 else [])
        waiting = [node]
        while waiting:
            for end in once(triples, waiting.pop()):
                if end not in found:
                    found[end] = None
                    if further:
                        waiting.append(end)
        return found

    return reached
