"""What is wrong in a passage, line by line, for who reads it beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from kg.evaluate.annotations import AnnotatedClaim
from kg.evaluate.found import FoundClaim
from kg.evaluate.sentence import sentence_round
from kg.evaluate.verdict import Hit, Verdict


class Kind(StrEnum):
    """What sort of mistake it is."""

    MISSED = "missed"
    FALSE = "false"
    MODALITY = "modality"
    """Found, but stated more or less surely than it was annotated."""
    SOURCE = "source"
    """Found, but ascribed to somebody else."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake, and the sentences it stands in. Where two are compared, ``modality`` and ``source`` hold both."""

    what: Kind
    passage: str
    subject: str
    relation: str
    object: str
    modality: str
    source: str | None
    rule: str | None
    sentence: str

    def record(self) -> dict[str, str | None]:
        """The mistake as plain data."""
        return asdict(self)


def mistakes(verdict: Verdict) -> Iterator[Mistake]:
    """What is missed, then what is false, then the hits whose modality or source is wrong, each in text order."""
    for claim in verdict.missed:
        yield _missed(claim, verdict)
    for found in verdict.false:
        yield _of(Kind.FALSE, found, verdict, found.modality.value, _source(found))
    for hit in verdict.hits:
        if not hit.same_modality:
            compared = f"{hit.found.modality.value}, not {hit.claim.modality.value}"
            yield _of(Kind.MODALITY, hit.found, verdict, compared, _source(hit.found))
        if not hit.same_source:
            yield _of(Kind.SOURCE, hit.found, verdict, hit.found.modality.value, _compared_sources(hit))


def _missed(claim: AnnotatedClaim, verdict: Verdict) -> Mistake:
    ends = (claim.subject, claim.object)
    words = sentence_round(verdict.passage.text, min(e.start for e in ends), max(e.end for e in ends))
    return Mistake(
        Kind.MISSED,
        verdict.passage.id,
        claim.subject.text,
        claim.predicate,
        claim.object.text,
        claim.modality.value,
        claim.source.text if claim.source else None,
        None,
        words,
    )


def _of(kind: Kind, found: FoundClaim, verdict: Verdict, modality: str, source: str | None) -> Mistake:
    return Mistake(
        kind,
        verdict.passage.id,
        found.subject.text,
        found.predicate,
        found.object.text,
        modality,
        source,
        found.rule,
        sentence_round(verdict.passage.text, found.start, found.end),
    )


def _source(found: FoundClaim) -> str | None:
    return found.sources[0].text if found.sources else None


def _compared_sources(hit: Hit) -> str:
    annotated = hit.claim.source.text if hit.claim.source else "the author"
    return f"{_source(hit.found) or 'the author'}, not {annotated}"
