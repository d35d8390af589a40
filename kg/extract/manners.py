"""Words that look like nouns for people and say how a deed is done: "military support for X" is of no soldier of X."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Word


def says_how(before: list[Node], lexicon: Lexicon) -> bool:
    """Whether a noun that may be an adjective goes with the deed before it: "military support for X"."""
    word, deed = before[-1], before[-2] if len(before) > 1 else None
    if not isinstance(word, Word) or not isinstance(deed, Word) or not word.is_a("as_adjective"):
        return False
    endings = tuple(lexicon.pack.words["adverb_ending"])
    alike = deed.has_voice("noun") and deed.core.endswith(endings)
    return word.core.endswith(endings) and not word.conjunction and (alike or deed.is_a("supported"))
