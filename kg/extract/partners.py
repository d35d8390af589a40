"""With whom something is done, where nobody knows the first whom "with" leads to: then no later one is meant."""

from __future__ import annotations

from kg.extract.nodes import Word, is_quantity
from kg.extract.syntax import Syntax

_PASSED = (
    "quantifier",
    "transparent_actor",
    "demonstrative",
    "kin_noun",
    "place_filler",
    "adverb",
    "about",
    "head",
)
"""Classes of words that may stand between "with" and who is named."""


def is_second(syntax: Syntax, first: int, position: int) -> bool:
    """Whether another stands behind "with" before the phrase: "clashed with its foes, to talk with X"."""
    leading = [step for step in range(first, position) if _leads(syntax, step)]
    if len(leading) < 2:
        return False
    words = (syntax.nodes[step] for step in leading)
    alike = len({word.core for word in words if isinstance(word, Word)}) == 1
    noun = syntax.nodes[leading[0] + 1]
    known = not isinstance(noun, Word) or noun.is_a(*_PASSED) or is_quantity(noun)
    return alike and not known


def _leads(syntax: Syntax, position: int) -> bool:
    node = syntax.nodes[position]
    return isinstance(node, Word) and node.is_a("with") and not node.suffix
