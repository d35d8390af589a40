"""Whom a sentence cites beside its verbs of saying: "according to X", "as X said", "citing X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.markers import Markers, is_mark
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.speakers import Speakers
from kg.extract.syntax import Syntax
from kg.extract.voices import Cue, Voice

_LONGEST_TITLE = 2
"""Nodes before the colon of a headline that name who speaks."""
_OPENING = 2
"""The last position at which "according to" stands that holds for the whole sentence."""


@dataclass(frozen=True, slots=True)
class Citations:
    """Reads the citations of one sentence ``[start, end)``."""

    syntax: Syntax
    speakers: Speakers
    markers: Markers
    start: int
    end: int

    def according(self, position: int, source: Phrase | None) -> Cue | None:
        """ "According to X": at the beginning it holds for the sentence, later for what stands before it."""
        if source is None:
            return None
        word = self.syntax.nodes[position]
        assert isinstance(word, Word)
        if position <= _OPENING or word.conjunction:
            start = self.start if position <= _OPENING else word.start
            return Cue(word.start, start, self.end, Voice((source,)), round=position <= _OPENING)
        behind = next((p for p, node in enumerate(self.syntax.nodes) if node.start >= source.end), None)
        end = (
            self.syntax.clause_end(behind - 1, self.end, passing="speech_goes_on")
            if behind is not None
            else self.end
        )
        return Cue(word.start, self.start, max(end, source.end), Voice((source,)), round=True)

    def as_said(self, position: int) -> Cue | None:
        """ "As X said": like "according to", unless what X said follows."""
        step = position + 1
        verb = self.syntax.nodes[step] if step < len(self.syntax.nodes) else None
        if not isinstance(verb, Word) or not verb.is_a("reporting", "quoting", "covering"):
            return None
        if self.markers.find(step) is not None and not verb.suffix and position <= _OPENING:
            return None
        if step + 1 < len(self.syntax.nodes) and _is_pronoun(self.syntax.nodes[step + 1]):
            step += 1  # "According to what X came out with".
        source = self.speakers.directly_behind(self.syntax, step) or self.speakers.cited(self.syntax, step)
        if source is None and verb.is_a("reporting"):
            rest = range(step + 1, len(self.syntax.nodes))
            marks = (at for at in rest if isinstance(node := self.syntax.nodes[at], Word) and node.mark)
            source = self.speakers.named(self.syntax, step + 1, next(marks, None))
        return self.according(position, source)

    def before_colon(self) -> Cue | None:
        """ "X: …" at the beginning of a sentence, as in headlines and interviews; "X to the agency Y: …".

        A dateline may stand before it: "Province of P - X: …".
        """
        nodes = self.syntax.nodes
        first = _behind_dateline(nodes)
        title = nodes[first : first + _LONGEST_TITLE + 1]
        colon = next((first + step for step, node in enumerate(title) if is_mark(node, ":")), first)
        source = self._headed(first, colon) if colon > first else None
        if source is None:
            return None
        return Cue(nodes[first].start, nodes[colon].end, self.end, Voice((source,)), colon, leaves_open=True)

    def _headed(self, first: int, colon: int) -> Phrase | None:
        nodes = self.syntax.nodes
        named, hearer = nodes[first], nodes[first + 1]
        if not isinstance(named, Phrase):
            return None
        heard = isinstance(hearer, Phrase) and hearer.actor is not None and hearer.actor.type == "MediaOutlet"
        speaks = named.actor is not None and named.place is None and named.actor.type != "MediaOutlet"
        return named if speaks and (colon - first == 1 or (colon - first == 2 and heard)) else None

    def between(self, position: int, stop: int) -> Phrase | None:
        """Whom the speaker cites before he says it: "the agency said, citing an officer, that"."""
        for step in range(position + 1, stop):
            node = self.syntax.nodes[step]
            if isinstance(node, Word) and node.is_a("according") and stop < len(self.syntax.nodes):
                return self.speakers.cited(self.syntax, step)
        return None


def _behind_dateline(nodes: Sequence[Node]) -> int:
    """The first node behind a place and a dash that open the sentence."""
    placed = len(nodes) > 2 and isinstance(nodes[0], Phrase) and nodes[0].place is not None
    return 2 if placed and is_mark(nodes[1], "-") else 0


def _is_pronoun(node: Node) -> bool:
    return isinstance(node, Word) and not node.core and bool(node.suffix)
