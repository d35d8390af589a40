"""Attempts that the same sentence says have failed: "tried to take P, but failed", "tried in vain to take P"."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.syntax import Syntax

_FARTHEST = 30
"""Nodes between an attempt and what says that it failed."""
_REACH = 4
"""Nodes between "but" and the verb that says so, with a pronoun or the attempt itself between."""


def attempts(syntax: Syntax) -> list[tuple[int, int]]:
    """Where each failed attempt begins, and where it is said to have failed; offsets into the text."""
    found: list[tuple[int, int]] = []
    for position, node in enumerate(syntax.nodes):
        if isinstance(node, Word) and (node.is_a("in_vain") or _has_failed(syntax, position)):
            tried = _attempt_before(syntax, position)
            if tried is not None:
                found.append((syntax.nodes[tried].start, node.end))
    return found


def _has_failed(syntax: Syntax, position: int) -> bool:
    """Whether the verb here says by itself, behind "but", that what was just told failed, and not in doing what."""
    verb = syntax.nodes[position]
    if not isinstance(verb, Word):
        return False
    unmade = verb.is_a("succeeded") and syntax.follows(position, "negation")
    if not (unmade or verb.is_a("failed")) or not _ends(syntax, position + 1):
        return False
    for step in range(position, max(-1, position - _REACH), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("but"):
            return True
        if isinstance(node, Word) and step < position and not _may_fail(node):
            return False
    return False


def _may_fail(word: Word) -> bool:
    """Whether a word may stand between "but" and "failed": the attack or attempt itself, not talks between two."""
    if word.mark:
        return is_comma(word)
    return not any(frame.reciprocal for frame, _ in word.senses)


def _ends(syntax: Syntax, position: int) -> bool:
    """Whether nothing follows that somebody would have failed to do: the clause ends, or "in that" does."""
    node = syntax.nodes[position] if position < len(syntax.nodes) else None
    if node is None:
        return True
    if isinstance(node, Phrase):
        return bool(node.conjunction)
    if node.mark or node.conjunction:
        return True
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    pointed = isinstance(following, Word) and following.is_a("demonstrative")
    return pointed or node.is_a("factive", "for_reason", "clause", "adverb", "demonstrative")


def _attempt_before(syntax: Syntax, position: int) -> int | None:
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("attempt") and not _is_named_again(syntax, step):
            return step
    return None


def _is_named_again(syntax: Syntax, position: int) -> bool:
    """Whether the noun for an attempt only takes up one told of before: "but their attempts were in vain"."""
    noun = syntax.nodes[position]
    return isinstance(noun, Word) and bool(noun.suffix) and syntax.follows(position, "but")
