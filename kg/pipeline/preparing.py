"""Documents made ready to be written: extracted, turned into quads, judged by the shapes. Needs no store.

So it can be done beside the writing, in other processes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import KGError
from kg.extractors.tally import Tally, tallies_of
from kg.iri import Iris
from kg.model import Document
from kg.namespaces import RW
from kg.pipeline.refusal import Record
from kg.pipeline.stages import ClaimSource, Shapes
from kg.rdf import (
    PackedTriple,
    Summary,
    as_stated,
    claim_count,
    document_triples,
    packed_triples,
    sorted_lines,
    summary_of,
)
from kg.readers import Unreadable, with_claims

if TYPE_CHECKING:
    from kg.validate import Report

_NOTHING: list[PackedTriple] = []
_CARRIED = frozenset(RW + name for name in ("name", "text"))
"""What stays of a document that is loaded again."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a document must stay out."""

    reasons: tuple[str, ...]
    results: tuple[Record, ...] = ()
    """The results of the validation, as plain data."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is to be written of one document."""

    document: Document
    """Without its claims."""
    content: bytes = b""
    """Its graph as sorted N-Quads."""
    quads: int = 0
    claims: int = 0
    summary: Summary = field(default_factory=Summary)
    """What its claims come to."""
    tallies: tuple[Tally, ...] = ()
    refused: Refused | None = None
    given: bool = False
    """Whether its claims came with it, so that nothing read its text."""

    @property
    def graph(self) -> frozenset[Quad]:
        """Its graph."""
        return frozenset(parse(self.content, format=RdfFormat.N_QUADS))

    @property
    def digest(self) -> str:
        """The digest of its graph: that of its sorted N-Quads (``kg.store.digest``)."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Preparing:
    """Prepares batches of documents."""

    extractor: ClaimSource
    shapes: Shapes
    iris: Iris

    def __call__(self, given: list[Document | Unreadable]) -> list[Prepared | Unreadable]:
        """Each document prepared; what could not be read as it is."""
        read = (each if isinstance(each, Unreadable) else with_claims(each) for each in given)
        made = [(each, _NOTHING) if isinstance(each, Unreadable) else self._made(each) for each in read]
        readable = [(each, triples) for each, triples in made if isinstance(each, Prepared)]
        judged = iter(self._judged(readable))
        return [each if isinstance(each, Unreadable) else next(judged) for each, _ in made]

    def _made(self, document: Document) -> tuple[Prepared, list[PackedTriple]]:
        """One document with its graph; where its claims are known already, they are taken as they are."""
        bare = replace(document, claims=None, stated=None)
        try:
            if document.stated is not None:
                document = as_stated(document)
                bare = replace(document, claims=None)
            found = self.extractor.extract(document) if document.claims is None else document.claims
            claims, tallies = tuple(found), tallies_of(found)
            triples = document_triples(bare, claims, self.iris)
        except KGError as error:
            if document.stated is None:
                return Prepared(bare, refused=Refused((str(error),))), []
            return self._misstated(bare, document.stated, str(error)), []
        return Prepared(
            bare,
            claims=claim_count(triples),
            summary=summary_of(triples),
            tallies=tallies,
            given=document.claims is not None,
        ), triples

    def _misstated(self, bare: Document, stated: bytes, problem: str) -> Prepared:
        """A document whose graph is not one: what the shapes say of it tells more than where reading it ended."""
        (report,) = self.shapes.reports([packed_triples(parse(stated, format=RdfFormat.N_QUADS))])
        broken = refusal(report) or Refused(())
        return Prepared(bare, stated, refused=replace(broken, reasons=(*broken.reasons, problem)))

    def carried_over(self, given: Prepared, before: frozenset[Quad]) -> Prepared:
        """``given`` under the name that its text has in the graph ``before``, and with that text if it came without."""
        after = given.graph
        own = {each.predicate.value: each for each in before if each.predicate.value in _CARRIED}
        keeps = RW + "text" in own and any(each.predicate.value == RW + "textKept" for each in after)
        gone = {RW + "name"} | ({RW + "textKept"} if keeps else set())
        kept = (each for name, each in own.items() if name == RW + "name" or keeps)
        merged = frozenset((*(each for each in after if each.predicate.value not in gone), *kept))
        if RW + "name" not in own or merged == after:
            return given
        name = str(getattr(own[RW + "name"].object, "value", given.document.name))
        (judged,) = self._judged(
            [(replace(given, document=replace(given.document, name=name)), packed_triples(merged))]
        )
        return judged

    def _judged(self, made: Sequence[tuple[Prepared, list[PackedTriple]]]) -> Iterator[Prepared]:
        """Each document with its graph, refused where that breaks a shape."""
        reports = iter(self.shapes.reports(triples for given, triples in made if given.refused is None))
        for given, triples in made:
            if given.refused is not None:
                yield given
                continue
            content = sorted_lines(triples, self.iris.document_graph(given.document.sha256))
            yield replace(given, content=content, quads=len(triples), refused=refusal(next(reports)))


def refusal(report: Report) -> Refused | None:
    """Why the document that ``report`` is about must stay out; None if it breaks no shape."""
    if report.conforms:
        return None
    reasons = tuple(f"{result.label}: {result.message}" for result in report.violations)
    return Refused(reasons, tuple(result.record() for result in report.results))
