"""Adjectives that may be taken for nouns: "a military source", "financial and military support"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Word


def ends_in_adjectives(before: list[Node], lexicon: Lexicon) -> bool:
    """Whether what leads to a name stands behind two adjectives: "financial and military (support) from"."""
    last = before[-1]
    if _is_sources_adjective(before, lexicon):
        return True
    led = isinstance(last, Word) and last.is_a("partitive")
    pair = before[-3:-1] if led else before[-2:]
    words = [node for node in pair if isinstance(node, Word)]
    return len(words) == 2 and is_second_adjective(words[1], words[0], lexicon)


def _is_sources_adjective(before: list[Node], lexicon: Lexicon) -> bool:
    """Whether a noun that may be an adjective says what kind of source the one before it is: "a military source"."""
    last, source = before[-1], before[-2] if len(before) > 1 else None
    if not isinstance(last, Word) or not isinstance(source, Word) or last.conjunction or last.preposition:
        return False
    return last.is_a("as_adjective") and source.is_a("source_noun") and not lexicon.is_definite(source.core)


def is_second_adjective(word: Word, last: Word, lexicon: Lexicon) -> bool:
    """Whether a conjunction joins a noun to an adjective of the same ending: "financial and military support"."""
    if not (word.is_a("as_adjective") and word.conjunction) or last.mark or last.senses:
        return False
    alike = lexicon.is_definite(last.core) is lexicon.is_definite(word.core)
    return alike and last.core[-1:] == word.core[-1:]
