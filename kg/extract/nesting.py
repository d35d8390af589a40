"""The cues of one sentence together: who is quoted by whom, and where one speaker ends the speech of another."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.extract.nodes import Word, is_comma, is_quote
from kg.extract.quotations import Quotation
from kg.extract.syntax import Syntax
from kg.extract.voices import Chain, Cue

_NEAR = 4
"""Cues before another among which the one is looked for whose speech holds it."""

_DEEPEST = 4
"""Speakers within speakers."""


@dataclass(slots=True)
class Heard:
    """The cues heard so far in one sentence, each with the one whose speech it stands in."""

    syntax: Syntax
    cues: list[Cue] = field(default_factory=list)
    _outer: list[int | None] = field(default_factory=list)
    _partings: list[int] = field(init=False)
    _asides: list[int] = field(init=False)

    def __post_init__(self) -> None:
        nodes = self.syntax.nodes
        self._partings = [n.start for n in nodes if "clause" in n.classes or is_comma(n)]
        self._asides = [
            node.start
            for before, node in pairwise(nodes)
            if "author_aside" in node.classes and (is_comma(before) or is_quote(before))
        ]

    def add(self, cue: Cue) -> bool:
        """Takes ``cue``; whether it is the author who lets it be heard, and not another speaker.

        A second cue for speech that the same word or mark opens is none.
        """
        near = range(len(self.cues) - 1, max(-1, len(self.cues) - 1 - _NEAR), -1)
        if any(cue.opens == self.cues[number].opens > 0 for number in near):
            return False
        outer = next((number for number in near if self._holds(self.cues[number], cue)), None)
        outer = outer if outer is None or self._depth(outer) < _DEEPEST else None
        self.cues.append(cue)
        self._outer.append(outer)
        return outer is None

    def main(self) -> list[Cue]:
        """The cues that stand in nobody else's speech."""
        return [cue for cue, outer in zip(self.cues, self._outer, strict=True) if outer is None]

    def settled(self, quoted: list[Quotation]) -> list[Cue]:
        """The cues with their ends and sources: a new speaker ends the one before, unless he is quoted by him."""
        return [
            replace(
                cue,
                end=self._end(number, cue, quoted),
                voice=replace(cue.voice, chain=self._chain(number)),
            )
            for number, cue in enumerate(self.cues)
        ]

    def _holds(self, outer: Cue, inner: Cue) -> bool:
        """Whether one cue stands within the speech of another: "X said that Y announced"."""
        if outer.round or inner.round or inner.joined or outer.opens < 0:
            return False
        if not outer.start <= inner.at < outer.end:
            return False
        return bisect_left(self._partings, outer.start) == bisect_left(self._partings, inner.at)

    def _depth(self, number: int) -> int:
        outer = self._outer[number]
        return 1 if outer is None else 1 + self._depth(outer)

    def _chain(self, number: int) -> Chain:
        chain = self.cues[number].voice.chain
        outer = self._outer[number]
        while outer is not None:
            chain = (*chain, *(phrase for phrase in self.cues[outer].voice.chain if phrase not in chain))
            outer = self._outer[outer]
        return chain

    def _end(self, number: int, cue: Cue, quoted: list[Quotation]) -> int:
        end = min(cue.end, self._quotation_end(cue, quoted))
        if not cue.round:
            end = next((aside for aside in self._asides if cue.at < aside < end), end)
        for later in range(number + 1, len(self.cues)):
            other = self.cues[later]
            if other.at >= end:
                break
            if not other.round and other.at > cue.start and not self._is_inside(later, number):
                return min(end, other.at)
        return end

    def _is_inside(self, inner: int, outer: int) -> bool:
        step: int | None = inner
        while step is not None and step > outer:
            step = self._outer[step]
        return step == outer

    def _quotation_end(self, cue: Cue, quoted: list[Quotation]) -> int:
        """Where the quotation closes that the cue opens, if the author speaks again behind it."""
        opened = next((q for q in quoted if q.closed and abs(q.start - cue.start) <= 2), None)
        if opened is None or cue.opens < 0:
            return cue.end
        mark = self.syntax.nodes[cue.opens]
        behind = (n for n in self.syntax.nodes[cue.opens :] if n.start > opened.end and not is_comma(n))
        node = next(behind, None)
        plain = isinstance(mark, Word) and mark.mark
        resumes = isinstance(node, Word) and (node.is_a("clause") or bool(node.conjunction and node.senses))
        return opened.end if plain or resumes else cue.end
