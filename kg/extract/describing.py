"""What a participle describes: in "the troops stationed in P" the phrase before it, whatever governs that."""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.nodes import Phrase, Word, is_comma
from kg.languages import Slot

_FARTHEST = 4
"""Adjectives and adverbs between a phrase and the participle that describes it."""


def is_attribute(arguments: Arguments, position: int) -> bool:
    """Whether the word has the article: such a participle describes what is before it and tells nothing new."""
    word = arguments.syntax.nodes[position]
    before = arguments.syntax.nodes[position - 1] if position else None
    being = isinstance(before, Word) and before.is_a("being")
    return isinstance(word, Word) and arguments.syntax.lexicon.is_definite(word.core) and not being


def described(arguments: Arguments, position: int, slot: Slot) -> int | None:
    """The phrase that the participle at ``position`` stands behind; only one with the article behind a comma too."""
    attribute = is_attribute(arguments, position)
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        node = arguments.syntax.nodes[step]
        if isinstance(node, Phrase):
            return step if arguments.fits(step, slot) else None
        if not (node.is_a("epithet", "nisba", "adverb") or (attribute and is_comma(node))):
            return None
    return None
