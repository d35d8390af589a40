"""Places from which it is told how far another is: "200 kilometres north of P" is not P."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, is_quantity

_FARTHEST = 7
"""Nodes between the word for a distance and the place from which it is measured."""


def hide(nodes: list[Node]) -> None:
    """Takes such places out of the sentence; in place."""
    for position, word in enumerate(nodes):
        if "distance" in word.classes:
            place = _measured_from(nodes[position + 1 : position + _FARTHEST])
            if place is not None:
                place.hidden = True


def _measured_from(behind: list[Node]) -> Phrase | None:
    """The place behind a number and its unit; None where nothing is measured, or a clause opens before it."""
    counted = False
    for node in behind:
        if isinstance(node, Phrase):
            counted = counted or any(map(is_quantity, node.words[:1]))  # "6 km of the centre of P".
            return node if counted and node.place is not None and not node.conjunction else None
        if node.mark or node.senses or node.is_a("complementizer", "relative", "clause"):
            return None
        counted = counted or is_quantity(node) or node.is_plain
    return None
