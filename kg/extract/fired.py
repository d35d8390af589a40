"""What is fired in a deed that another word names: in "shelled P with mortars" the mortars are no deed of their own."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Word

_FARTHEST_DEED = 7
"""Nodes between the deed and with what it was done."""
_HARM = ("casualty", "suffer", "receive", "ammunition")
"""Classes of words that need a deed behind them themselves."""


def as_means(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes, where arms behind "with" and a deed say nothing but with what it was done."""
    found = [i for i, node in enumerate(nodes) if "ammunition" in node.classes]
    if not found:
        return nodes
    result = list(nodes)
    for position in found:
        word = nodes[position]
        led = _is_led(nodes, position, lexicon) and _is_within_deed(nodes, position)
        if led and isinstance(word, Word):
            result[position] = replace(word, senses=())
    return result


def _is_led(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether "with" stands on the arms, or on their number: "with dozens of shells"."""
    means = lexicon.pack.words["means"]
    word = nodes[position]
    if word.preposition in means:
        return True
    for step in range(position - 1, max(-1, position - 4), -1):
        before = nodes[step]
        counts = isinstance(before, Word) and (
            before.is_a("quantifier", "partitive") or before.core.isdigit()
        )
        if not counts:
            return False
        if before.preposition in means:
            return True
    return False


def _is_within_deed(nodes: list[Node], position: int) -> bool:
    """Whether a verb or a noun of a blow stands before, in the same clause, and nothing that needs one itself."""
    for node in reversed(nodes[max(0, position - _FARTHEST_DEED) : position]):
        if not isinstance(node, Word):
            continue
        if (node.mark and node.text not in '"()') or node.is_a("clause", "complementizer", *_HARM):
            return False
        if any(frame.relation == "attacks" for frame, _ in node.senses):
            return True
    return False
