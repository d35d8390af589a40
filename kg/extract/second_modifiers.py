"""Whom "and which" goes on to describe behind an adjective of his: "the town of P, lying in Q, and which X holds"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import place_gender
from kg.extract.nodes import Phrase, Word, is_comma

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax

_LONGEST_MODIFIER = 12
"""Nodes of the adjective and what belongs to it."""


def described(syntax: Syntax, relative: int) -> int | None:
    """The phrase before the adjective to which the clause that opens at ``relative`` is joined, or None."""
    word = syntax.nodes[relative]
    if not isinstance(word, Word) or not word.conjunction or not _is_relative(syntax, word):
        return None
    for step in range(relative - 1, max(0, relative - _LONGEST_MODIFIER), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase) or is_comma(node):
            continue
        if node.mark or node.is_a("relative", "clause", "complementizer") or syntax.is_verb(step):
            return None
        if _modifies(syntax, step, word):
            before = step - 1 - is_comma(syntax.nodes[step - 1])
            return place_gender.described(syntax, before, node)
    return None


def _is_relative(syntax: Syntax, word: Word) -> bool:
    return word.is_a("relative") or word.core.partition(" ")[0] in syntax.lexicon.pack.words["relative"]


def _modifies(syntax: Syntax, position: int, relative: Word) -> bool:
    """Whether a definite adjective with a preposition behind it describes the phrase before, as "which" then does."""
    word, lexicon = syntax.nodes[position], syntax.lexicon
    if not isinstance(word, Word) or word.preposition or word.conjunction or word.suffix:
        return False
    if not lexicon.is_definite(word.core) or word.is_a("preposition", "adverb"):
        return False
    feminine = relative.core.partition(" ")[0] in lexicon.pack.words["relative_feminine"]
    if word.core.endswith(lexicon.feminine_endings) is not feminine:
        return False
    following = syntax.nodes[position + 1]
    led = bool(following.preposition) or (isinstance(following, Word) and following.is_a("preposition"))
    before = position - 1 - (is_comma(syntax.nodes[position - 1]))
    return led and before >= 0 and isinstance(syntax.nodes[before], Phrase)
