"""Parts of a place by the compass: "the north of P" lies in a country and outside a town."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_WIDE = frozenset({"Country", "Governorate", "Area"})
"""Kinds of place that have a north and a south of their own."""


def toward(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase, int] | None:
    """The place that a direction at ``position`` makes of the one behind it, and the position behind that; or None.

    Without a preposition before it the direction is one itself: "fighting north of P" is fighting there.
    """
    word = nodes[position]
    place = nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(word, Word) or word.suffix or lexicon.is_definite(word.core):
        return None
    if not isinstance(place, Phrase) or place.place is None or place.conjunction or place.preposition:
        return None
    where = place.place
    if where.type not in _WIDE:
        slug = f"{lexicon.pack.directions[word.core]}-{where.iri.rpartition('/')[2]}-surroundings"
        text = " ".join(part.written for part in (word, *place.words))
        where = entities.place(slug, "Area", text, entities.holder(where))
    before = nodes[position - 1] if position else None
    led = bool(word.preposition) or (isinstance(before, Word) and before.is_a("preposition"))
    phrase = Phrase(
        word.core_start, place.end, None, where, word.conjunction,
        word.preposition if led else word.core,
        head=place.head, how=place.how, words=[word, *place.words],
    )  # fmt: skip
    return phrase, position + 2
