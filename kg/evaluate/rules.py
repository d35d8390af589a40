"""How often each rule is right: its own precision over the claims that could be judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from kg.evaluate.verdict import Verdict


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """The judged claims of one rule. ``confidence`` is what it gave them, on average."""

    rule: str
    hits: int
    false: int
    confidence: float

    @property
    def judged(self) -> int:
        """How many claims of the rule were judged."""
        return self.hits + self.false

    @property
    def precision(self) -> float:
        """The part of them that is right."""
        return self.hits / self.judged

    def record(self) -> dict[str, str | float | int]:
        """The figures as plain data; ratios to four places."""
        return {
            "rule": self.rule,
            "hits": self.hits,
            "false": self.false,
            "precision": round(self.precision, 4),
            "confidence": round(self.confidence, 4),
        }


def rule_figures(verdicts: Sequence[Verdict]) -> tuple[RuleFigures, ...]:
    """The figures of every rule that made a claim which could be judged, by name."""
    right = [hit.found for verdict in verdicts for hit in verdict.hits]
    wrong = [claim for verdict in verdicts for claim in verdict.false]
    hits, false = Counter(claim.rule for claim in right), Counter(claim.rule for claim in wrong)
    given: dict[str, list[float]] = defaultdict(list)
    for claim in (*right, *wrong):
        given[claim.rule].append(claim.confidence)
    return tuple(
        RuleFigures(rule, hits[rule], false[rule], mean(confidences))
        for rule, confidences in sorted(given.items())
    )
