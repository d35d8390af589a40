"""Deeds that were done, of which nobody says by whom: "a missile fired at P", "in reply to the raid on P"."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word, is_quantity
from kg.extract.syntax import Syntax

_MOST_ADJECTIVES = 3
"""Adjectives between a missile and the verb that tells of it."""


def is_passive_of_thing(syntax: Syntax, position: int) -> bool:
    """Whether the verb right behind an indefinite missile has no subject: "a missile (that was) fired at P".

    What follows is a preposition. A pronoun would take the missile up: "a missile that X fired".
    """
    verb = syntax.nodes[position]
    if not isinstance(verb, Word) or not verb.is_a("light") or verb.suffix or verb.conjunction:
        return False
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    led = isinstance(following, Word) and following.is_a("preposition")
    if not (led or (isinstance(following, Phrase) and following.preposition)):
        return False
    for step in range(position - 1, max(-1, position - 2 - _MOST_ADJECTIVES), -1):
        noun = syntax.nodes[step]
        if not isinstance(noun, Word) or noun.mark or noun.suffix:
            return False
        if noun.is_a("ammunition", "arms_load"):
            return not syntax.lexicon.is_definite(noun.core) or syntax.follows(position, "relative")
        if (
            noun.conjunction
            or noun.preposition
            or not (noun.is_plain or noun.is_a("epithet", "nisba", "relative"))
        ):
            return False
    return False


def is_told_of_passively(syntax: Syntax, noun: int) -> bool:
    """Whether such a verb stands behind the noun at ``noun``, its adjectives aside."""
    behind = range(noun + 1, min(noun + 2 + _MOST_ADJECTIVES, len(syntax.nodes)))
    return any(is_passive_of_thing(syntax, step) for step in behind)


def is_in_reply(syntax: Syntax, position: int) -> bool:
    """Whether the noun at ``position`` names what somebody replies to: another did it."""
    while position and is_quantity(syntax.nodes[position - 1]):
        position -= 1
    return syntax.follows(position, "in_reply")


def is_use_of_thing(syntax: Syntax, position: int) -> bool:
    """Whether the noun at ``position`` says what a thing is for: "money meant for the funding of X"."""
    word = syntax.nodes[position]
    led = isinstance(word, Word) and word.preposition in syntax.lexicon.pack.words["belonging"]
    return led and syntax.follows(position, "for_use")
