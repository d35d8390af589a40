"""Documents made ready to be written: extracted, turned into quads, judged by the shapes. Needs no store.

So it can be done beside the writing, in other processes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import KGError
from kg.extractors.tally import Tally, tallies_of
from kg.iri import Iris
from kg.model import Document
from kg.namespaces import RW
from kg.pipeline.refusal import Record
from kg.pipeline.stages import ClaimSource, Validator
from kg.rdf import Link, asserted_links, document_quads
from kg.readers import Unreadable
from kg.store import Entry
from kg.store.ledger import now

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
    links: frozenset[Link] = frozenset()
    """The links that it asserts."""
    tallies: tuple[Tally, ...] = ()
    refused: Refused | None = None

    @property
    def graph(self) -> frozenset[Quad]:
        """Its graph."""
        return frozenset(parse(self.content, format=RdfFormat.N_QUADS))

    def entry(self) -> Entry:
        """What the ledger says once it is written."""
        # The digest of a graph is that of its sorted N-Quads: see ``kg.store.digest``.
        digest, document = hashlib.sha256(self.content).hexdigest(), self.document
        return Entry("loaded", document.sha256, document.name, self.claims, self.quads, digest, now())


@dataclass(frozen=True, slots=True)
class Preparing:
    """Prepares documents one after the other."""

    extractor: ClaimSource
    validator: Validator
    iris: Iris

    def __call__(self, given: list[Document | Unreadable]) -> list[Prepared | Unreadable]:
        """Each document prepared; what could not be read as it is."""
        return [each if isinstance(each, Unreadable) else self.prepare(each) for each in given]

    def prepare(self, document: Document) -> Prepared:
        """One document; where its claims are known already, they are taken as they are."""
        bare = replace(document, claims=None)
        try:
            found = self.extractor.extract(document) if document.claims is None else document.claims
            claims, tallies = tuple(found), tallies_of(found)
            quads = document_quads(bare, claims, self.iris)
            count = len({self.iris.claim(claim) for claim in claims})
        except KGError as error:
            return Prepared(bare, refused=Refused((str(error),)))
        return self._judged(
            Prepared(bare, claims=count, links=asserted_links(claims), tallies=tallies), quads
        )

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
        return self._judged(replace(given, document=replace(given.document, name=name)), merged)

    def _judged(self, given: Prepared, quads: frozenset[Quad]) -> Prepared:
        """``given`` with ``quads`` as its graph, refused where they break a shape."""
        content = "".join(f"{line} .\n" for line in sorted(map(str, quads))).encode()
        report = self.validator(quads)
        refused = None
        if not report.conforms:
            reasons = tuple(f"{result.label}: {result.message}" for result in report.violations)
            refused = Refused(reasons, tuple(result.record() for result in report.results))
        return replace(given, content=content, quads=len(quads), refused=refused)
