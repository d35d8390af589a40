"""N-Quads 1.1: one quad a line, sorted, for machines and for comparing two states line by line."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pyoxigraph import Quad

from kg.iri import Iris


def nquads(quads: Set[Quad], iris: Iris) -> Iterator[str]:
    """The quads in order of their text. ``iris`` is not needed: nothing is shortened."""
    del iris
    for line in sorted(str(quad) for quad in quads):
        yield line + " .\n"
