"""Who is to do what a clause says, named before it behind a preposition: "it is for X to back Y", "asked X to"."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word
from kg.extract.syntax import Syntax

_NEAR = 6
"""Nodes before whom somebody is asked among which the verb of asking stands."""


def obliged(syntax: Syntax, that: int) -> int | None:
    """The first of those who are to do what the clause behind ``that`` says, or None where they are not named so."""
    step = that - 1
    while step > 0 and isinstance(word := syntax.nodes[step], Word) and word.is_a("adverb") and not word.mark:
        step -= 1
    node = syntax.nodes[step] if step >= 0 else None
    if not isinstance(node, Phrase) or node.actor is None or not _tells_of_deed(syntax, that):
        return None
    words = syntax.lexicon.pack.words
    first = syntax.list_head(step, governed=True)
    led = syntax.governors[first] in words["obliging"]
    asked = syntax.governors[first] in words["partitive"] and any(
        isinstance(before, Word) and before.is_a("asking")
        for before in syntax.nodes[max(0, first - _NEAR) : first]
    )
    return first if led or asked else None


def is_past(syntax: Syntax, that: int) -> bool:
    """Whether what the clause says was done before: "it happened before that X backed Y"."""
    before = syntax.nodes[max(0, that - _NEAR) : that]
    return any(isinstance(node, Word) and node.is_a("done_before") for node in before)


def _tells_of_deed(syntax: Syntax, that: int) -> bool:
    """Whether a verb without a subject of its own stands right behind "that", which names nobody by a pronoun."""
    word = syntax.nodes[that]
    following = syntax.nodes[that + 1] if that + 1 < len(syntax.nodes) else None
    if not isinstance(word, Word) or following is None or word.core.endswith(syntax.lexicon.pronouns):
        return False
    verbal = isinstance(following, Word) and following.is_a("light", "receive", "modal", "auxiliary")
    return verbal or syntax.is_verb(that + 1)
