"""How far a figure could be off: a bootstrap over passages (Efron 1979, percentile interval)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from kg.evaluate.figures import f1
from kg.evaluate.verdict import Verdict

_ROUNDS = 1000
_OUTSIDE = 0.025
"""The share of rounds left out at either end: the interval holds 95 of 100."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which two values a figure lies in 95 of 100 draws of passages."""

    low: float
    high: float


def f1_interval(verdicts: Sequence[Verdict], *, seed: int = 0) -> Interval | None:
    """The interval of F1 over passages drawn again and again; the same seed gives the same. None of nothing."""
    counts = [(len(each.hits), len(each.missed), len(each.false)) for each in verdicts]
    draw = random.Random(seed)
    rounds = (draw.choices(counts, k=len(counts)) for _ in range(_ROUNDS if counts else 0))
    scores = sorted(
        score for drawn in rounds if (score := f1(*map(sum, zip(*drawn, strict=True)))) is not None
    )
    if not scores:
        return None
    cut = int(len(scores) * _OUTSIDE)
    return Interval(scores[cut], scores[-1 - cut])
