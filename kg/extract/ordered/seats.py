"""Who sits where, as nouns for such a seat say: "Tyre, a Hezbollah stronghold", "Tyre is a bastion of Hezbollah"."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.joins import is_seat, name_place
from kg.extract.ordered.noun_phrases import NounPhrases

_FARTHEST = 6
"""Words between a place and what it is said to be."""
_LINKS = ("be", "have", "adverb", "becoming", "regarding", "as")


def said(nodes: list[Node], reader: NounPhrases) -> None:
    """States of each place that the nodes call somebody's seat that he is there."""
    for position, seat in enumerate(nodes):
        if not isinstance(seat, Phrase) or seat.actor is None or not is_seat(seat, reader):
            continue
        place = _before(nodes, position)
        if place is None:
            continue
        name_place(place, "Area", reader)
        if place.place is not None and place.actor is None:
            reader.say_wordless("seat", seat, place, seat.start)


def _before(nodes: list[Node], position: int) -> Phrase | None:
    """The place that the seat at ``position`` describes: right before a comma, or the subject of a form of "be"."""
    step = position - 1
    if step > 0 and is_comma(nodes[step]):
        before = nodes[step - 1]
        return before if isinstance(before, Phrase) else None
    linked = False
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        node = nodes[step]
        if isinstance(node, Phrase):
            return node if linked else None
        if not isinstance(node, Word) or not node.is_a(*_LINKS):
            return None
        linked = linked or node.is_a("be", "becoming", "as")
    return None
