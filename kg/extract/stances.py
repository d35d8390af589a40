"""Whose a plan or a word is that somebody judges: "the Xish policy", "the initiative that X put forward"."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word
from kg.extract.syntax import Syntax
from kg.languages import Frame

_FARTHEST = 9
"""Words of time and kind between a verb that judges and the noun that it judges."""
_LONGEST_CLAUSE = 4
"""Nodes behind "which" within which who put it forward is named."""


def noun_behind(syntax: Syntax, position: int, *, beyond_subject: bool = False) -> int | None:
    """Where the first noun stands for what somebody plans, says or keeps; ``beyond_subject`` past who judges it."""
    for step in range(position + 1, min(position + _FARTHEST, len(syntax.nodes))):
        node = syntax.nodes[step]
        if syntax.blocks(step):
            return None
        if isinstance(node, Phrase) and beyond_subject and syntax.governors[step] != "bare":
            return None
        if isinstance(node, Word) and "stance" in syntax.lexicon.nouns(node.text):
            return step
    return None


def taken_at(syntax: Syntax, word: Word, position: int, frame: Frame) -> int:
    """Where somebody takes a stand who demands or decides on what ``word`` names: to be against another is no plan.

    "X demanded the departure of Y", "X decided to regard Y as terrorists": it begins with the verb.
    """
    if frame.relation != "opposes" or not word.has_voice("noun", "either"):
        return word.start
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        node = syntax.nodes[step]
        if syntax.ends_clause(step):
            break
        if isinstance(node, Word) and (node.is_a("deciding") or (frame.needs and node.is_a(frame.needs))):
            return node.start if node.is_a("modal") else word.start
    return word.start


def author(syntax: Syntax, noun: int) -> int | None:
    """Who a relative clause behind the noun says put it forward: "which X put forward"; or None."""
    nodes = syntax.nodes
    step = noun + 1 if syntax.follows(noun + 2, "relative") else noun + 2  # An adjective may stand between.
    relative, verb = (nodes[at] if at < len(nodes) else None for at in (step, step + 1))
    word = nodes[noun]
    bare = nodes[noun + 1] if noun + 1 < len(nodes) else None
    indefinite = isinstance(word, Word) and not syntax.lexicon.is_definite(word.core)
    if indefinite and isinstance(bare, Word) and bare.suffix:
        step, relative, verb = noun, None, bare  # "Conditions that X put forward" need no "which".
    led = relative is None or (isinstance(relative, Word) and relative.is_a("relative"))
    if not led or not isinstance(verb, Word):
        return None
    spellings = (verb.text, *(verb.text.removesuffix(pronoun) for pronoun in syntax.lexicon.pronouns))
    if not any("putting_forward" in syntax.lexicon.nouns(text) for text in spellings):
        return None
    for at in range(step + 2, min(step + 1 + _LONGEST_CLAUSE, len(nodes))):
        node = nodes[at]
        if isinstance(node, Phrase):
            return at if node.actor is not None and not node.preposition and node.how != "pronoun" else None
        if node.mark or node.is_a("preposition", "title"):
            return None
    return None
