"""Commas round the body in which somebody holds an office: "the leader, in the movement of X, Y, said"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma

_LONGEST_FIELD = 3
"""Words behind a title that say for what somebody holds the office."""


def offices_joined(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes without the comma that parts an office from its body, where another closes the body off."""
    commas = (at for at, node in enumerate(nodes) if 0 < at < len(nodes) - 3 and is_comma(node))
    dropped = {at for at in commas if _parts_body(nodes, at) and _ends_office(nodes, at, lexicon)}
    return [node for at, node in enumerate(nodes) if at not in dropped] if dropped else nodes


def _parts_body(nodes: list[Node], comma: int) -> bool:
    """Whether "in" and a body stand between the comma and the next one."""
    led, body, closing = nodes[comma + 1 : comma + 4]
    if not is_comma(closing):
        return False
    inside = isinstance(led, Word) and led.is_a("membership_prep") and not (led.conjunction or led.suffix)
    return inside and isinstance(body, Phrase) and body.actor is not None and body.place is None


def _ends_office(nodes: list[Node], comma: int, lexicon: Lexicon) -> bool:
    """Whether a title with the article, or with what it is for, ends before the comma."""
    for step in range(comma - 1, max(-1, comma - 2 - _LONGEST_FIELD), -1):
        word = nodes[step]
        if not isinstance(word, Word) or word.mark:
            return False
        if word.is_a("title"):
            return step < comma - 1 or lexicon.is_definite(word.core.rpartition(" ")[2])
        if word.preposition or word.is_a("preposition", "relative", "complementizer"):
            return False
    return False
