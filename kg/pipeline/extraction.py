"""Reads and extracts without a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import KGError
from kg.extractors.packed import PackedExtractors
from kg.extractors.tally import Tally, tallies_of
from kg.model import Claim, Document
from kg.pipeline.reading import Input, documents_of
from kg.pipeline.stages import ClaimSource
from kg.readers import Unreadable
from kg.registry import load_registry, own_files


@dataclass(frozen=True, slots=True)
class Extraction:
    """One document with its claims, by evidence and then subject and object."""

    document: Document
    claims: tuple[Claim, ...]
    tallies: tuple[Tally, ...] = ()
    """What became of the candidates of each chosen extractor."""


def extract(
    inputs: Iterable[Input], *, extractor: ClaimSource | None = None
) -> Iterator[Extraction | Unreadable]:
    """The claims of every input, one document at a time; what cannot be read comes as ``Unreadable``.

    Raises the errors of ``kg.registry`` where the user's own registry is not in order.
    """
    if own_files():
        load_registry()
    source = extractor or PackedExtractors()
    for given in documents_of(inputs):
        if isinstance(given, Unreadable):
            yield given
            continue
        try:
            document = given if given.stated is None else _as_stated(given)
            found = source.extract(document) if document.claims is None else document.claims
            yield Extraction(document, tuple(sorted(found, key=_offsets)), tallies_of(found))
        except KGError as error:
            problem, _, way_out = str(error).partition("; ")
            yield Unreadable(given.name, problem, way_out or "leave it out")


def _as_stated(document: Document) -> Document:
    # Reading texts needs no graph.
    from kg.rdf import as_stated, bare_entity

    known = {entry.entity.iri: entry.entity for entry in load_registry().entries}
    return as_stated(document, lambda iri: known.get(iri) or bare_entity(iri))


def _offsets(claim: Claim) -> tuple[int, int, int, int]:
    return claim.evidence.start, claim.evidence.end, claim.subject.span.start, claim.object.span.start
