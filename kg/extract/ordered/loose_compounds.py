"""Compounds whose hyphen is left out: "Iranian backed militias", "US led forces", "al-Qaeda linked fighters"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_DESCRIBED = ("head", "nisba", "epithet", "title", "noun", "direction")
"""Classes of words of which a compound before them may say something."""


def tied(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes with each such participle read as the second part of a compound."""
    result = list(nodes)
    for position in range(1, len(nodes) - 1):
        word, after = nodes[position], nodes[position + 1]
        if not isinstance(word, Word) or word.mark or not word.has_voice("past", "participle"):
            continue
        if not (isinstance(after, Phrase) or after.is_a(*_DESCRIBED)) or not _is_first_part(
            nodes, position, word
        ):
            continue
        if word.is_a("tail"):
            # "Al-Qaeda linked X": it does not say how.
            result[position] = replace(word, classes=frozenset({"tail"}), senses=())
            continue
        found = lexicon.exact(f"-{word.core}")
        if found is not None and any(voice == "compound" for _, voice in found.senses):
            result[position] = replace(word, classes=found.classes, senses=found.senses)
    return result


def _is_first_part(nodes: list[Node], position: int, word: Word) -> bool:
    """Whether what stands before can only be the first part: an adjective, a bare abbreviation, or who is "linked"."""
    first, opening = nodes[position - 1], nodes[position - 2] if position > 1 else None
    if isinstance(first, Word):
        return first.is_a("nisba") and not first.core.endswith("s")
    bare = not (isinstance(opening, Word) and opening.is_a("article"))
    abbreviated = len(first.words) == 1 and first.words[0].written.replace(".", "").isupper()
    return first.actor is not None and ((bare and abbreviated) or word.is_a("tying"))
