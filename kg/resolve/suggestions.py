"""Whom of the registry a new name may mean: nearly the same words, where rare words count more than common ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.folding import name_words as words
from kg.resolve.names import Candidate

_ALIKE = 84.0
"""From which score of 100 two words may be one, spelled differently; what they count falls steeply with it."""
_STEEP = 4
_CLOSE = 50.0
"""From which score of 100 a suggestion is worth a look."""
_FIRST_PASS = 40
"""How many names the fast comparison hands on to the exact one."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An actor of the registry that a new name may mean. ``score`` is from 0 to 100."""

    candidate: Candidate
    name: str
    """The one of its names that comes nearest."""
    score: int


class Suggestions:
    """All names of the registry, prepared once."""

    def __init__(self, known: Iterable[Candidate]) -> None:
        self._names: list[tuple[str, tuple[str, ...], Candidate]] = []
        counts: Counter[str] = Counter()
        for candidate in known:
            for name in dict.fromkeys(candidate.names):
                parts = words(name)
                if len(parts) == 1 and len(parts[0]) < 4:
                    continue
                self._names.append((name, parts, candidate))
                counts.update(set(parts))
        self._joined = [" ".join(parts) for _, parts, _ in self._names]
        self._weight = {word: 1 / (1 + math.log(count)) for word, count in counts.items()}

    def near(self, names: Iterable[str], *, most: int = 3) -> tuple[Suggestion, ...]:
        """The registered actors nearest to any of ``names``, at most ``most``, the nearest first."""
        # The matcher is slow to import, and most commands do not compare names.
        from rapidfuzz import fuzz, process

        best: dict[str, Suggestion] = {}
        for name in names:
            wanted = words(name)
            found = process.extract(
                " ".join(wanted),
                self._joined,
                scorer=fuzz.token_set_ratio,
                limit=_FIRST_PASS,
                score_cutoff=_CLOSE,
            )
            for _, _, index in found:
                written, parts, candidate = self._names[index]
                score = round(self._likeness(wanted, parts))
                known = best.get(candidate.iri)
                if score >= _CLOSE and (known is None or score > known.score):
                    best[candidate.iri] = Suggestion(candidate, written, score)
        ordered = sorted(best.values(), key=lambda each: (-each.score, each.candidate.iri))
        return tuple(ordered[:most])

    def _likeness(self, one: tuple[str, ...], other: tuple[str, ...]) -> float:
        """Dice's coefficient over words by weight: words in common, twice, against all words.

        A name that holds the whole other one is nearer than that.
        """
        from rapidfuzz import fuzz

        common = 0.0
        left = list(other)
        for word in one:
            near = max(left, key=lambda each: fuzz.ratio(word, each), default=None)
            alike = fuzz.ratio(word, near) if near is not None else 0.0
            if near is None or alike < _ALIKE:
                continue
            left.remove(near)
            common += (self._heft(word) + self._heft(near)) * (alike / 100) ** _STEEP
        whole = sum(map(self._heft, one)) + sum(map(self._heft, other))
        share = 100 * common / whole if whole else 0.0
        shorter, longer = sorted((one, other), key=len)
        return (share + 100) / 2 if len(shorter) > 1 and _holds(longer, shorter) else share

    def _heft(self, word: str) -> float:
        return self._weight.get(word, 1.0)


def _holds(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether ``part`` stands in ``name`` word for word."""
    return any(name[start : start + len(part)] == part for start in range(len(name) - len(part) + 1))
