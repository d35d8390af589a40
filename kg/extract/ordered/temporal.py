"""Words of time that open a clause or lead a noun: "before it attacked X", "before dawn"."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word


def settle(nodes: list[Node]) -> None:
    """Makes prepositions of the words that may open a clause, where only nouns follow: "before dawn"; in place."""
    for position, node in enumerate(nodes):
        may = isinstance(node, Word) and node.is_a("clause") and node.is_a("temporal")
        if may and isinstance(node, Word) and not _opens_clause(nodes, position + 1):
            node.classes = (node.classes - {"clause"}) | {"preposition"}


def _opens_clause(nodes: list[Node], position: int) -> bool:
    """Whether a verb or a deed stands before the next comma, or the clause ends at once."""
    for step in range(position, len(nodes)):
        node = nodes[step]
        if isinstance(node, Phrase):
            continue
        if node.part or node.is_a("be", "have", "modal", "do"):
            return True
        if node.mark or node.is_a("clause", "relative", "that", "complementizer", "conjunction"):
            return step == position
    return False
