"""Several places of a kind that nothing named before: "one of the quarters in the east of P" is in P."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_quantity

_STANDS_FOR = frozenset({"target", "place_filler"})
"""Classes of nouns that stand for the place that they are in."""


def free(nodes: list[Node], lexicon: Lexicon) -> None:
    """Makes plain nouns of such places where it is said at once where they are; in place."""
    for position, node in enumerate(nodes[:-1]):
        if not isinstance(node, Phrase) or node.how not in ("short", SITE) or node.actor is not None:
            continue
        *counted, noun = node.words
        alone = all(map(is_quantity, counted)) and (node.place is None or lexicon.is_definite(noun.core))
        if alone and _is_of_many(noun, lexicon) and _says_where(nodes, position + 1, lexicon):
            nodes[position] = replace(
                noun,
                classes=noun.classes | _STANDS_FOR,
                conjunction=node.conjunction,
                preposition=node.preposition,
            )


def _is_of_many(word: Word, lexicon: Lexicon) -> bool:
    head = lexicon.pack.heads.get(word.core, {})
    return head.get("role") == "place" and bool(head.get("many"))


def _says_where(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a place stands at ``position``, led by a word for where it is."""
    word = nodes[position]
    led = isinstance(word, Word) and word.is_a("locative") and not word.conjunction
    place = nodes[position + 1] if led and position + 1 < len(nodes) else word
    if not isinstance(place, Phrase) or place.place is None or place.conjunction:
        return False
    return (
        led
        or place.preposition in lexicon.pack.words["locative"]
        or place.preposition in lexicon.pack.directions
    )
