"""Groups that are told apart from the first of their kind: "forces loyal to X and others loyal to Y"."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_FARTHEST = 9
"""Nodes before "others" among which the first group stands."""
_WHOSE = ("loyal", "affiliated", "supported", "allied")
"""Classes of words that say whose the others are, and so tell them from the first."""


def find(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """``nodes`` with a group of the same kind in place of each such "others" or "those" of which it is said whose."""
    result: list[Node] = []
    for position, node in enumerate(nodes):
        group = _group(nodes, position, lexicon, entities) if isinstance(node, Word) else None
        result.append(group or node)
    return result


def _group(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    word, whose = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(word, Word) or word.preposition or word.suffix:
        return None
    before = nodes[position - 1] if position else None
    if not word.conjunction and not (isinstance(before, Word) and before.is_a("with", "against")):
        return None
    if not word.is_a("others") or not isinstance(whose, Word) or not whose.is_a(*_WHOSE):
        return None
    if whose.conjunction or lexicon.is_definite(whose.core) is not _is_definite(word, lexicon):
        return None
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        first = nodes[step]
        if isinstance(first, Word) and first.mark:
            return None
        if isinstance(first, Phrase) and first.how in ("described", "short") and first.head:
            slug = str(lexicon.pack.heads.get(first.head, {}).get("slug", ""))
            if not slug:
                return None
            return Phrase(
                word.core_start, word.end, entities.actor(slug, "DescribedGroup", word.written), None,
                word.conjunction, "", head=first.head, how="described", generic=True, words=[word],
            )  # fmt: skip
    return None


def _is_definite(word: Word, lexicon: Lexicon) -> bool:
    return word.is_a("demonstrative") or lexicon.is_definite(word.core)
