"""Which date of a sentence is that of an event: the one in its own clause, else the one that opens the sentence.

A date within a relative clause, an aside ("after the fall of X in 2014") or a clause of reporting dates only what is
said there, and the date on which a document appeared is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.clauses import Clause, Clauses
from kg.extract.dates import Dated
from kg.extract.nodes import Stated, Word
from kg.model import PartialDate


class Dating:
    """The dates of one sentence, by the clauses they stand in."""

    def __init__(self, clauses: Clauses, dated: Sequence[Dated]) -> None:
        self._clauses = clauses
        self._dated = {each.start: each for each in dated}

    def of(self, stated: Stated, *, coming: bool) -> PartialDate | None:
        """The date of what ``stated`` says, or None; ``coming`` where it lies ahead."""
        if not self._dated or not self._clauses.syntax.nodes:
            return None
        trigger, last = map(self._clauses.position, (stated.trigger, stated.end - 1))
        clause, inner = self._clauses.of(trigger), self._clauses.of(last)
        if inner.kind == "relative" and self._dates(inner):
            # "The raids that A flew on B yesterday": the clause that names the parties dates the deed.
            clause = inner
        near = self._governing(trigger, clause) if self._dates(clause) else self._shared(clause)
        return _agreed([each.coming if coming else each.past for each in near])

    def _dates(self, clause: Clause) -> list[tuple[int, Dated]]:
        return [(p, each) for p in clause.positions if (each := self._at(p)) is not None]

    def _at(self, position: int) -> Dated | None:
        node = self._clauses.syntax.nodes[position]
        return self._dated.get(node.core_start) if isinstance(node, Word) and node.is_a("date") else None

    def _governing(self, trigger: int, clause: Clause) -> list[Dated]:
        """The dates of its clause that may date the word at ``trigger``; the nearest to it before others."""
        clauses = self._clauses
        said = any(
            clauses.is_a(step, "reporting", "continued") for step in clause.positions if step < trigger
        )
        start = clauses.syntax.nodes[trigger].start
        fitting = [
            (position, each)
            for position, each in self._dates(clause)
            # A date between a verb of saying and what was said is that of saying.
            if (each.of is None or each.of == start) and not (said and position < trigger)
        ]
        behind = [each for p, each in fitting if p > trigger and not clauses.deed_between(trigger, p)]
        ahead = [each for p, each in fitting if p < trigger and not clauses.deed_between(p, trigger)]
        if behind and ahead:
            both = [ahead[-1], behind[0]]
            return both if _agreed([each.past for each in both]) else behind[:1]
        return behind or ahead or [each for _, each in fitting]

    def _shared(self, clause: Clause) -> list[Dated]:
        """The date of the clause that "and" alone joins to this one, else the one that opens the sentence."""
        beside = (clause.joined_by, clause.before if clause.kind == "joined" else None)
        for other in beside:
            dates = (
                [each for _, each in self._dates(other) if each.of is None]
                if other and not other.reports
                else []
            )
            if dates:
                return dates
        return self._opening(clause)

    def _opening(self, clause: Clause) -> list[Dated]:
        """The date before all that happens in the sentence, if this clause follows on from its first one."""
        step: Clause | None = clause
        while step is not None and step.kind in {"joined", "beside"}:
            step = step.before
        if step is None or step is clause or step.reports:
            return []
        first = self._clauses.first_deed(step)
        return [each for p, each in self._dates(step) if p < first and each.of is None][:1]


def _agreed(values: Iterable[PartialDate | None]) -> PartialDate | None:
    """The most exact of dates that lie within each other; None where they do not, or one cannot be told."""
    known: list[PartialDate] = []
    for value in values:
        if value is None:
            return None
        known.append(value)
    if not known:
        return None
    exact = min(known, key=lambda each: each.latest - each.earliest)
    within = all(each.earliest <= exact.earliest and exact.latest <= each.latest for each in known)
    return exact if within else None
