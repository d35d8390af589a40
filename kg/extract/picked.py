"""One of many to whom something is done: "gunmen killed one of the members of X" does not make them X's."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_FARTHEST_VERB = 6
"""Nodes between a verb and one of many behind it."""


def picks_one(before: list[Node], lexicon: Lexicon) -> bool:
    """Whether ``before`` ends with "one of the members of" where no person stands before it of whom it is said."""
    word = before[-1]
    if not isinstance(word, Word) or word.conjunction or word.suffix or not word.has_voice("noun"):
        return False
    first = word.core.partition(" ")[0]
    one = first in lexicon.pack.words["one_of"] and first not in lexicon.pack.words["partitive"]
    return one and (bool(word.preposition) or _is_behind_verb(before[:-1]))


def _is_behind_verb(before: list[Node]) -> bool:
    """Whether ``before`` ends with a verb or a deed, who did it, and when and where; or with a preposition."""
    for distance, node in enumerate(reversed(before[-_FARTHEST_VERB:])):
        if isinstance(node, Phrase):
            if node.actor is not None and node.actor.type == "Person":
                return False
            continue
        if node.is_a("complementizer") and distance == 0:
            return True  # "Said that one of the members of X was hurt".
        if node.mark or node.is_a("being", "complementizer"):
            return False
        if node.has_voice("active", "passive", "either", "future") or node.is_a("victim_noun"):
            return True
        if distance == 0 and node.is_a("preposition", "agent"):
            return True
        if not node.classes or node.conjunction:
            return False
    return False
