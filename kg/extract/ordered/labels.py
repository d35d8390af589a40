"""What only says who calls something so: "bombed what it described as positions of X" bombs positions of X."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word

_LONGEST = 6
"""Words from "what" to the verb."""


def removed(nodes: list[Node]) -> list[Node]:
    """The nodes without such words."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        behind = _behind(nodes, position)
        if behind == position:
            result.append(nodes[position])
            behind += 1
        position = behind
    return result


def _behind(nodes: list[Node], position: int) -> int:
    """The position behind the words that begin at ``position``; ``position`` where none do."""
    opening = nodes[position]
    if not isinstance(opening, Word) or not opening.is_a("labelled"):
        return position
    for step in range(position + 1, min(position + _LONGEST, len(nodes))):
        node = nodes[step]
        if isinstance(node, Phrase):
            continue
        if node.mark or node.is_a("be", "have", "modal", "preposition", "conjunction"):
            return position
        if node.is_a("labelling") and step > position + 1:
            return _behind_link(nodes, step + 1)
    return position


def _behind_link(nodes: list[Node], position: int) -> int:
    """The position behind "as", "were" or "to be"."""
    while position < len(nodes) and isinstance(word := nodes[position], Word) and word.is_a("as", "be", "to"):
        position += 1
    return position
