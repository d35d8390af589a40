"""Words of time that open a clause or lead a noun: "before it attacked X", "before dawn"."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_comma

_LONGEST_BRAND = 4
"""Words of "a foreign terrorist organisation"."""


def settle(nodes: list[Node]) -> None:
    """Makes prepositions of the words that may open a clause, where only nouns follow: "before dawn"; in place."""
    for position, node in enumerate(nodes):
        if isinstance(node, Word) and node.is_a("as") and _brands(nodes, position + 1):
            # "Listed as a terrorist group by X".
            node.classes -= {"clause"}
        may = isinstance(node, Word) and node.is_a("clause") and node.is_a("temporal")
        if may and isinstance(node, Word) and not _opens_clause(nodes, position + 1):
            node.classes = (node.classes - {"clause"}) | {"preposition"}


def _brands(nodes: list[Node], position: int) -> bool:
    """Whether a noun phrase that opens at ``position`` says what somebody is taken for."""
    opening = nodes[position] if position < len(nodes) else None
    if not isinstance(opening, Word) or not opening.is_a("article", "branding"):
        return False
    named = nodes[position : position + _LONGEST_BRAND]
    return any(isinstance(node, Word) and node.is_a("branding") for node in named)


def _opens_clause(nodes: list[Node], position: int) -> bool:
    """Whether a verb or a deed stands before the next comma, or the clause ends at once."""
    for step in range(position, len(nodes)):
        node = nodes[step]
        if isinstance(node, Phrase):
            continue
        if node.part or node.is_a("be", "have", "modal", "do"):
            return True
        if node.mark or node.is_a("clause", "relative", "that", "complementizer", "conjunction"):
            return step == position or (is_comma(node) and _is_apposed(nodes, step + 1))
    return False


def _is_apposed(nodes: list[Node], position: int) -> bool:
    """Whether commas only hold apart who does it from the verb: "after X, the leader of Y, attacked Z"."""
    opening = nodes[position] if position < len(nodes) else None
    if not isinstance(opening, Word):
        return False
    # "After X, backed by Y, took P", "after X, which Y backs, took P".
    told = opening.is_a("relative") or opening.part == "verb"
    if not (told or opening.is_a("article", "title")):
        return False
    for step in range(position + told, len(nodes) - 2):
        node = nodes[step]
        if is_comma(node):
            verb, behind = nodes[step + 1], nodes[step + 2]
            agent = isinstance(behind, Word) and behind.is_a("agent")
            return isinstance(verb, Word) and _is_finite(verb) and not agent
        finite = isinstance(node, Word) and _is_finite(node) and not opening.is_a("relative")
        if finite or (isinstance(node, Word) and node.mark):
            return False
    return False


def _is_finite(word: Word) -> bool:
    gerund = any(voice == "gerund" for _, voice in word.senses)
    return (word.part == "verb" and not gerund) or word.is_a("be", "have", "modal", "do")
