"""Who says what, as values: a voice, and the cue in a sentence that lets it be heard."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.nodes import Phrase
from kg.model import Entity

Chain = tuple[Phrase, ...]
"""Sources, innermost first."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what a scope covers."""

    chain: Chain
    beside: Chain = ()
    """Others who say it together with the first."""
    of_others: bool = False
    """What the speaker tells of himself is the author's: he demands, promises or threatens, he does not report."""

    def sources(self, subject: Entity) -> Chain:
        """The sources of what is said of ``subject``; of several speakers, each speaks for himself."""
        own = next((p for p in self.beside if p.actor is not None and p.actor.iri == subject.iri), None)
        if own is not None:
            return () if self.of_others else (own, *self.chain[1:])
        speaks = bool(self.chain) and self.chain[0].actor is not None
        if self.of_others and speaks and self.chain[0].actor == subject:
            return ()
        return self.chain


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says who speaks. ``at`` is where it begins; ``[start, end)`` is what is spoken."""

    at: int
    start: int
    end: int
    voice: Voice
    opens: int = -1
    """The position of the word or mark that opens the speech; -1 without one."""
    round: bool = False
    """Whether it holds for what stands round it, as "according to" does."""
    named: bool = True
    """Whether the speaker is named with the verb, and not taken from what was said before."""
    joined: bool = False
    """Whether the word is joined to what was said before it, so that it cannot stand within other speech."""
    leaves_open: bool = False
    """Whether speech behind a colon goes on in the next sentence."""
