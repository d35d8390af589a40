"""Attempts that the same sentence says have failed: "tried to take P, but failed", "tried in vain to take P"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.scopes import Scope
from kg.model import Modality

_FARTHEST = 30
"""Nodes between an attempt and what says that it failed."""
_BESIDE = 2
"""Nodes within which "in vain" stands behind the attempt itself."""
_REACH = 4
"""Nodes between "but" and the verb that says so, with a pronoun or the attempt itself between."""


def denied(scopes: list[Scope[Modality]], nodes: Sequence[Node]) -> list[Scope[Modality]]:
    """The scopes of one sentence, with what is planned in an attempt that failed denied."""
    if not any(scope.value is Modality.HYPOTHETICAL for scope in scopes):
        return scopes
    failed = _attempts(nodes)
    if not failed:
        return scopes
    result: list[Scope[Modality]] = []
    for scope in scopes:
        tried = any(start <= scope.start < end for start, end in failed)
        planned = tried and scope.value is Modality.HYPOTHETICAL
        result.append(replace(scope, value=Modality.DENIED) if planned else scope)
    return result


def _attempts(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Where each failed attempt begins, and where it ends; offsets into the text."""
    found: list[tuple[int, int]] = []
    for position, node in enumerate(nodes):
        if not isinstance(node, Word):
            continue
        vain = node.is_a("in_vain")
        tried = _attempt_before(nodes, position) if vain or _has_failed(nodes, position) else None
        if vain and tried is None and position + 1 < len(nodes) and _is_attempt(nodes, position + 1):
            tried = position + 1
        if tried is not None:
            beside = (
                vain and position - tried <= _BESIDE
            )  # "Tried in vain to take P": the deed is still to come.
            found.append(
                (nodes[tried].start, _clause_end(nodes, max(tried, position)) if beside else node.end)
            )
    return found


def _is_attempt(nodes: Sequence[Node], position: int) -> bool:
    node = nodes[position]
    return isinstance(node, Word) and node.is_a("tried")


def _clause_end(nodes: Sequence[Node], position: int) -> int:
    marks = (node.start for node in nodes[position:] if isinstance(node, Word) and node.mark)
    return next(marks, nodes[-1].end)


def _follows(nodes: Sequence[Node], position: int, name: str) -> bool:
    before = nodes[position - 1] if position else None
    return isinstance(before, Word) and before.is_a(name)


def _has_failed(nodes: Sequence[Node], position: int) -> bool:
    """Whether the verb here says by itself, behind "but", that what was just told failed, and not in doing what."""
    verb = nodes[position]
    if not isinstance(verb, Word):
        return False
    unmade = verb.is_a("succeeded") and _follows(nodes, position, "negation")
    if not (unmade or verb.is_a("failed")) or not _ends(nodes, position + 1):
        return False
    for step in range(position, max(-1, position - _REACH), -1):
        node = nodes[step]
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


def _ends(nodes: Sequence[Node], position: int) -> bool:
    """Whether nothing follows that somebody would have failed to do: the clause ends, or "in that" does."""
    node = nodes[position] if position < len(nodes) else None
    if node is None:
        return True
    if isinstance(node, Phrase):
        return bool(node.conjunction)
    if node.mark or node.conjunction:
        return True
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    pointed = isinstance(following, Word) and following.is_a("demonstrative")
    return pointed or node.is_a("factive", "for_reason", "clause", "adverb", "demonstrative")


def _attempt_before(nodes: Sequence[Node], position: int) -> int | None:
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        if _is_attempt(nodes, step) and not _is_named_again(nodes, step):
            return step
    return None


def _is_named_again(nodes: Sequence[Node], position: int) -> bool:
    """Whether the noun for an attempt only takes up one told of before: "but their attempts were in vain"."""
    noun = nodes[position]
    return isinstance(noun, Word) and bool(noun.suffix) and _follows(nodes, position, "but")
