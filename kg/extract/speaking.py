"""Which phrases and words may be who speaks, and what may stand between them and what they say."""

from __future__ import annotations

from kg.extract.markers import describes
from kg.extract.nodes import Phrase, Word
from kg.extract.syntax import Syntax


def is_resumed(word: Word) -> bool:
    """Whether a preposition and a pronoun take up what is said: "what X declared [it]"."""
    return bool(word.suffix) and not word.core


def may_speak(phrase: Phrase) -> bool:
    """Whether a phrase names an actor, or is short for one."""
    return phrase.actor is not None or (phrase.how == "short" and phrase.place is None)


def is_person(phrase: Phrase) -> bool:
    """Whether a phrase names a person."""
    return phrase.actor is not None and phrase.actor.type == "Person"


def is_unknown(word: Word) -> bool:
    """Whether the pack knows nothing of a word."""
    return not word.classes and not word.senses


def leads_on(syntax: Syntax, position: int, stop: int) -> bool:
    """Whether only what goes with a report stands before what is said: no noun, verb or clause of its own."""
    behind = syntax.nodes[position] if position < stop else None
    if isinstance(behind, Word) and not (
        behind.mark or behind.preposition or behind.is_a("preposition", "adverb", "relative", "time", "agent")
    ):
        return False
    return not any(_is_own(syntax, step) for step in range(position, stop))


def _is_own(syntax: Syntax, position: int) -> bool:
    """Whether the node opens a clause or is its verb, other than one that describes somebody."""
    node = syntax.nodes[position]
    if not isinstance(node, Word) or node.mark:
        return False
    verb = syntax.is_verb(position) and not node.suffix and not syntax.follows(position, "relative")
    verb = verb and not describes(syntax, position)
    return verb or node.is_a("clause")
