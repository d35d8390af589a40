"""Whose stronghold a place is called: "P, the stronghold of X", "P is a stronghold of X" says that X is there."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma

_LEADING = ("being", "relative", "one_of", "epithet", "counted_as", "where")
"""Classes of words between them: "P, which is", "P, where there is"."""
_FARTHEST = 5
"""Nodes between the place and the noun."""


def find(nodes: list[Node], lexicon: Lexicon) -> list[Stated]:
    """Says of each place that is called somebody's stronghold that he is there."""
    stated: list[Stated] = []
    for position, node in enumerate(nodes):
        owner = _owner(nodes, position, lexicon)
        place = _place(nodes, position, lexicon) if owner is not None else None
        if owner is None or place is None or place.place is None:
            continue
        start, end = min(place.start, node.start), max(place.end, owner.end)
        stated.append(
            Stated(owner, "presentIn", place, start, end, "stronghold", node.start, 0.8, background=True)
        )
    return stated


def _owner(nodes: list[Node], position: int, lexicon: Lexicon) -> Phrase | None:
    """Whose stronghold the noun at ``position`` names, joined to its owner or with adjectives before "of"."""
    node = nodes[position]
    if isinstance(node, Phrase):
        named = node.actor is not None and bool(node.words) and node.words[0].is_a("stronghold")
        return node if named and not node.preposition and not node.conjunction else None
    if not node.is_a("stronghold") or node.preposition or node.conjunction or node.suffix:
        return None
    step = position + 1
    while step < len(nodes) and isinstance(word := nodes[step], Word) and word.is_a("epithet", "adverb"):
        step += 1
    owner = nodes[step] if step < len(nodes) else None
    belonging = lexicon.pack.words["belonging"]
    fits = isinstance(owner, Phrase) and owner.actor is not None and owner.preposition in belonging
    return owner if fits and isinstance(owner, Phrase) else None


def _place(nodes: list[Node], position: int, lexicon: Lexicon) -> Phrase | None:
    """What the noun at ``position`` is said of: the place before it, with nothing but "which is" between."""
    for step in range(position - 1, max(-1, position - _FARTHEST - 2), -1):
        node = nodes[step]
        if isinstance(node, Phrase):
            if _lies_in(node, nodes, step):
                continue  # "The town of P in the south of Q, where X has its seat".
            alone = node.place is not None and (node.actor is None or node.actor.type == "State")
            return node if alone and node.place is not None and node.place.type != "Country" else None
        if not (is_comma(node) or node.is_a(*_LEADING)):
            return None
    return None


def _lies_in(node: Phrase, nodes: list[Node], position: int) -> bool:
    """Whether a phrase only says in which part of a country the place right before it lies."""
    before = nodes[position - 1] if position else None
    part = bool(node.words) and node.words[0].is_a("direction") and not node.conjunction
    return part and isinstance(before, Phrase) and before.place is not None
