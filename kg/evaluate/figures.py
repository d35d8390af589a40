"""From verdicts to figures: precision, recall, F1, and how many hits have the right modality, source and direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.evaluate.relations import Reading
from kg.evaluate.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """From 0 to 1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures over all relations, or over the one that ``relation`` names."""

    relation: str | None
    hits: int
    missed: int
    false: int
    modality: Ratio
    attribution: Ratio
    direction: Ratio | None
    """Of the claims between the right two, those that lead from the right one; None for a symmetric relation."""

    @property
    def precision(self) -> float | None:
        """The part of the claims found that is right; None where none was found."""
        return Ratio(self.hits, self.hits + self.false).value

    @property
    def recall(self) -> float | None:
        """The part of the required claims that was found; None where none is required."""
        return Ratio(self.hits, self.hits + self.missed).value

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing to score."""
        return f1(self.hits, self.missed, self.false)

    def record(self) -> dict[str, float | int | None]:
        """The figures as plain data; ratios to four places, None where there is nothing to count."""
        return {
            "required": self.hits + self.missed,
            "hits": self.hits,
            "missed": self.missed,
            "false": self.false,
            "precision": _rounded(self.precision),
            "recall": _rounded(self.recall),
            "f1": _rounded(self.f1),
            "modality": _rounded(self.modality.value),
            "attribution": _rounded(self.attribution.value),
            "direction": _rounded(self.direction.value) if self.direction else None,
        }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def f1(hits: int, missed: int, false: int) -> float | None:
    """The harmonic mean of precision and recall; None of nothing."""
    return Ratio(2 * hits, 2 * hits + missed + false).value


def figures(verdicts: Sequence[Verdict], reading: Reading) -> tuple[Figures, ...]:
    """The figures over all relations, then those of each relation that is annotated or found, by name."""
    names = sorted({reading.names[each] for verdict in verdicts for each in _predicates(verdict)})
    return (_figures(verdicts, reading, None), *(_figures(verdicts, reading, name) for name in names))


def _predicates(verdict: Verdict) -> Iterator[str]:
    yield from (hit.claim.predicate for hit in verdict.hits)
    yield from (claim.predicate for claim in verdict.missed)
    yield from (claim.predicate for claim in verdict.false)


def _figures(verdicts: Sequence[Verdict], reading: Reading, relation: str | None) -> Figures:
    def counts(predicate: str) -> bool:
        return relation in (None, reading.names[predicate])

    def directed(predicate: str) -> bool:
        return counts(predicate) and reading.names[predicate] not in reading.symmetric

    hits = [hit for verdict in verdicts for hit in verdict.hits if counts(hit.claim.predicate)]
    turned = sum(directed(claim.predicate) for verdict in verdicts for claim in verdict.turned_round)
    straight = sum(directed(hit.claim.predicate) for hit in hits)
    return Figures(
        relation,
        len(hits),
        sum(counts(claim.predicate) for verdict in verdicts for claim in verdict.missed),
        sum(counts(claim.predicate) for verdict in verdicts for claim in verdict.false),
        Ratio(sum(hit.same_modality for hit in hits), len(hits)),
        Ratio(sum(hit.same_source for hit in hits), len(hits)),
        None if relation in reading.symmetric else Ratio(straight, straight + turned),
    )
