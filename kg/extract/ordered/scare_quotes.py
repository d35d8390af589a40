"""Quotation marks round a few words of a noun phrase, which quote nobody's sentence: "their “successful” raid"."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_quote

_LONGEST = 4
"""Words between such marks."""
_BEFORE = (
    *("article", "demonstrative", "possessor", "possessive", "nisba", "epithet", "number", "quantifier"),
    *("direction", "ordinal"),
)


def removed(nodes: list[Node]) -> list[Node]:
    """The nodes without such marks."""
    marks = [position for position, node in enumerate(nodes) if is_quote(node)]
    idle: set[int] = set()
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        inner = nodes[opening + 1 : closing]
        if 0 < len(inner) <= _LONGEST and _is_within(nodes, opening) and all(map(_is_nominal, inner)):
            idle.update((opening, closing))
    return [node for position, node in enumerate(nodes) if position not in idle] if idle else nodes


def _is_within(nodes: list[Node], opening: int) -> bool:
    """Whether the words before the mark at ``opening`` leave a noun phrase open."""
    before = nodes[opening - 1] if opening else None
    if isinstance(before, Phrase):
        return True
    return isinstance(before, Word) and (before.is_a(*_BEFORE) or before.has_voice("compound"))


def _is_nominal(node: Node) -> bool:
    if isinstance(node, Phrase):
        return True
    return not node.mark and not node.is_a(
        "be", "have", "do", "modal", "pronoun", "negation", "relative", "that"
    )
