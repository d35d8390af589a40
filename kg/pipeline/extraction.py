"""Reads and extracts without a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import KGError
from kg.model import Claim, Document
from kg.pipeline.reading import Input, documents_of
from kg.pipeline.stages import ClaimSource, PackedExtractors
from kg.readers import Unreadable
from kg.registry import load_registry, own_files


@dataclass(frozen=True, slots=True)
class Extraction:
    """One document with its claims, by evidence and then subject and object."""

    document: Document
    claims: tuple[Claim, ...]


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
            yield Extraction(given, tuple(sorted(source.extract(given), key=_offsets)))
        except KGError as error:
            problem, _, way_out = str(error).partition("; ")
            yield Unreadable(given.name, problem, way_out or "leave it out")


def _offsets(claim: Claim) -> tuple[int, int, int, int]:
    return claim.evidence.start, claim.evidence.end, claim.subject.span.start, claim.object.span.start
