"""A small annotated passage, written line by line: gold claims and found claims that point to its words."""

from __future__ import annotations

from kg.evaluate import (
    Annotated,
    AnnotatedClaim,
    Argument,
    FoundClaim,
    Reading,
    Verdict,
    family,
    judge,
    strict,
)
from kg.evaluate.argument import name_key
from kg.model import Modality
from kg.ontology import relations

STRICT: Reading = strict(relations())
FAMILY: Reading = family(relations())

TEXT = (
    "The Northern Brigade shelled Harbour Town, said the Monitor. Its gunmen clashed with the Coast Guard. "
    "The Coast Guard backs the Harbour Militia. The Coast Guard may join the Northern Brigade."
)


def at(words: str, name: str | None = None, *, nth: int = 1, id_: str | None = None) -> Argument:
    """The ``nth`` occurrence of ``words`` in the passage, meaning ``name``: the words themselves, if not given."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Argument(id_ or name or words, name or words, start, start + len(words), words)


def gold(
    subject: Argument,
    predicate: str,
    target: Argument,
    *,
    source: Argument | None = None,
    modality: str = "asserted",
    required: bool = True,
) -> AnnotatedClaim:
    """A claim that the passage is annotated with."""
    return AnnotatedClaim(subject, predicate, target, source, Modality(modality), required)


def found(
    subject: Argument,
    predicate: str,
    target: Argument,
    *sources: Argument,
    modality: str = "asserted",
    rule: str = "en.made",
    confidence: float = 0.8,
) -> FoundClaim:
    """A claim that was found, with the words between its two sides as evidence."""
    start, end = min(subject.start, target.start), max(subject.end, target.end)
    return FoundClaim(subject, predicate, target, sources, Modality(modality), rule, confidence, start, end)


def passage(*claims: AnnotatedClaim, id_: str = "p1") -> Annotated:
    """The passage, annotated with ``claims``."""
    names: dict[str, set[str]] = {}
    for claim in claims:
        for end in (claim.subject, claim.object, claim.source):
            if end is not None:
                names.setdefault(end.name, set()).update((name_key(end.name), name_key(end.text)))
    return Annotated(id_, TEXT, claims, {name: frozenset(own) for name, own in names.items()})


def verdict(claims: list[AnnotatedClaim], made: list[FoundClaim], reading: Reading = STRICT) -> Verdict:
    """The verdict on ``made`` where ``claims`` are annotated."""
    return judge(passage(*claims), made, reading)


def counts(one: Verdict) -> tuple[int, int, int]:
    """How many are hit, missed and false."""
    return len(one.hits), len(one.missed), len(one.false)
