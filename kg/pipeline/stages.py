"""What the pipeline asks of the stages that a caller may replace, and the validator it takes if none is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kg.model import Claim, Document
from kg.rdf import PackedTriple, quads_of

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.validate import Report


_GRAPH = "urn:x-rawabit:document"
"""Stands for the name of a graph, which no validator looks at."""


class ClaimSource(Protocol):
    """Turns one document into claims."""

    def extract(self, document: Document) -> Iterable[Claim]:
        """The claims of ``document``. Raises a ``KGError`` for a document that it cannot read."""


class Validator(Protocol):
    """Judges the quads of one document before they are stored."""

    def __call__(self, quads: Iterable[Quad], /) -> Report:
        """What is wrong with them. A violation keeps the document out."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of ``ontology/shapes``, or a validator that takes their place."""

    instead: Validator | None = None

    def reports(self, documents: Iterable[Sequence[PackedTriple]]) -> Iterator[Report]:
        """What is wrong with each of several documents."""
        if self.instead is not None:
            return map(self.instead, (quads_of(triples, _GRAPH) for triples in documents))
        from kg.validate import validate_triples

        return validate_triples(documents)
