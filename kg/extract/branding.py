"""Who brands somebody by what he says of him: "X said that Y was a killer", "that Y must go", "no room for Y"."""

from __future__ import annotations

from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.nodes import Phrase, Stated, Word

_NEAR = 4
"""Nodes behind somebody within which the word stands that brands him."""
_TELLING = frozenset({"MediaOutlet", "Monitor", "DescribedGroup"})
"""Types of those who tell of others without taking sides."""


def read(arguments: Arguments, position: int) -> list[Stated]:
    """What the clause that "that" opens at ``position`` says of the speaker and whom he speaks of."""
    nodes = arguments.syntax.nodes
    that = nodes[position]
    if not isinstance(that, Word) or not that.is_a("complementizer"):
        return []
    found = _branded(arguments, position + 1)
    verb = _verb_before(arguments, position) if found is not None else None
    if found is None or verb is None:
        return []
    target, end = found
    speakers = [
        one
        for one in arguments.topics.subject(position)
        if one.actor is not None and one.actor.type not in _TELLING
    ]
    word = nodes[verb]
    return [
        Stated(one, "opposes", other, word.start, nodes[end].end, "branding.said", word.start, 0.75)
        for one in speakers
        for other in arguments.members(target, ACTOR)
        if other.actor is not None and other.actor != one.actor
    ]


def _branded(arguments: Arguments, first: int) -> tuple[int, int] | None:
    """Who is branded from ``first`` on, and where the word stands that does it."""
    nodes = arguments.syntax.nodes
    opening = nodes[first] if first + 1 < len(nodes) else None
    if isinstance(opening, Word) and opening.is_a("no_room"):
        behind = first + 1
        led = nodes[behind]
        named = (
            isinstance(led, Phrase) and led.preposition in arguments.syntax.lexicon.pack.words["belonging"]
        )
        return (behind, behind) if named and arguments.fits(behind, ACTOR) else None
    obliged = isinstance(opening, Word) and opening.core in arguments.syntax.lexicon.pack.words["obliging"]
    target = first + obliged
    if target + 1 >= len(nodes) or not arguments.fits(target, ACTOR):
        return None
    phrase = nodes[target]
    if isinstance(phrase, Phrase) and (
        phrase.conjunction or phrase.generic or (phrase.preposition and not obliged)
    ):
        return None
    behind = arguments.beyond(target, ACTOR)
    for step in range(behind, min(behind + _NEAR, len(nodes))):
        word = nodes[step]
        if not isinstance(word, Word) or word.mark or word.conjunction or word.is_a("negation", "relative"):
            return None
        if word.is_a("unfit") or (word.is_a("insult") and not obliged):
            return target, step
        if arguments.syntax.is_verb(step) or word.is_a("light", "preposition", "locative"):
            return None
    return None


def _verb_before(arguments: Arguments, position: int) -> int | None:
    """The verb of saying whose "that" stands at ``position``."""
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = arguments.syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("reporting", "continued", "announcing"):
            return step
        if arguments.syntax.ends_clause(step):
            return None
    return None
