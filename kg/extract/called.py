"""Words for what somebody is called that are spelled like a word of doubt."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word
from kg.extract.syntax import Syntax


def is_called(syntax: Syntax, position: int) -> bool:
    """Whether "claims" says by the same letters what somebody is called: "an expert called X"."""
    word, before = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    if not isinstance(word, Word) or not word.is_a("called") or not isinstance(before, Word) or before.mark:
        return False
    named = isinstance(syntax.nodes[min(position + 1, len(syntax.nodes) - 1)], Phrase)
    return named and not before.is_a("clause", "complementizer", "relative")
