"""Verbs that only say what forces are made up of: "sent reinforcements that comprise tanks to P"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.nodes import Node, Word


def makes_up(nodes: Sequence[Node], position: int) -> bool:
    """Whether the word at ``position`` goes on with forces named before it, adjectives aside, and opens no clause."""
    verb = nodes[position]
    if not isinstance(verb, Word) or verb.conjunction or not verb.is_a("comprising"):
        return False
    for step in range(position - 1, -1, -1):
        word = nodes[step]
        if not isinstance(word, Word) or word.mark:
            return False
        if word.is_a("military"):
            return True
        if word.classes:
            return False
    return False
