"""Deeds that "and" joins to one that somebody managed to do: "succeeded in destroying P and killing Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.nodes import Phrase, Word, is_comma

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax

_FARTHEST = 12
"""Nodes between the first deed and the one joined to it."""


def first_of(syntax: Syntax, position: int) -> int | None:
    """The noun of action to which the word at ``position`` is joined, or None.

    The first stands behind the preposition of a verb that carries it. A word that is a verb as often is a noun there:
    its subject would be the same.
    """
    word = syntax.nodes[position]
    if not isinstance(word, Word) or not word.conjunction or word.suffix or word.preposition:
        return None
    if not word.has_voice("noun", "either") or syntax.lexicon.is_definite(word.core):
        return None
    for step in range(position - 1, max(1, position - _FARTHEST), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            continue
        if node.mark and not is_comma(node):
            return None
        if node.is_a("relative", "complementizer", "clause", "agent"):
            return None
        if node.has_voice("noun", "either") and _is_carried(syntax, step):
            return step
        if node.has_voice("active", "passive") and not node.has_voice("noun", "either"):
            return None
    return None


def _is_carried(syntax: Syntax, position: int) -> bool:
    """Whether a verb of managing leads to the noun at ``position`` by its preposition, who manages it between."""
    words = syntax.lexicon.pack.words
    noun = syntax.nodes[position]
    led = isinstance(noun, Word) and noun.preposition in words["inside"]
    if not led and not syntax.follows(position, "inside"):
        return False
    step = position - 1 - (not led)
    while step >= 0 and isinstance(syntax.nodes[step], Phrase):
        step -= 1
    verb = syntax.nodes[step] if step >= 0 else None
    return isinstance(verb, Word) and verb.is_a("managing") and not verb.mark
