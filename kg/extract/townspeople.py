"""The people of a place, by the noun before its name: "the residents of P", "the sons of the town of P"."""

from __future__ import annotations

from itertools import zip_longest

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word


def join(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """The nodes with a noun for people and the place behind it, whose they are, as one group."""
    result: list[Node] = []
    joined = False
    for node, place in zip_longest(nodes, nodes[1:]):
        assert node is not None
        if joined:
            joined = False
            continue
        word = _people(node, lexicon)
        joined = word is not None and isinstance(place, Phrase) and _is_theirs(place)
        if not joined or word is None or not isinstance(place, Phrase) or place.place is None:
            result.append(node)
            continue
        slug = f"{place.place.iri.rpartition('/')[2]}-residents"
        written = " ".join(each.written for each in (word, *place.words))
        result.append(
            Phrase(
                word.core_start, place.end, entities.actor(slug, "DescribedGroup", written), None,
                word.conjunction, word.preposition, head=word.core, how="described",
                words=[word, *place.words],
            )
        )  # fmt: skip
    return result


def _people(node: Node, lexicon: Lexicon) -> Word | None:
    """The noun for people that a node is, without the article and with nothing said of them yet."""
    if isinstance(node, Phrase):
        alone = node.generic and node.how == "described" and len(node.words) == 1
        node = node.words[0] if alone else node
    if not isinstance(node, Word) or not node.is_a("townspeople") or node.suffix:
        return None
    return None if lexicon.is_definite(node.core) else node


def _is_theirs(place: Phrase) -> bool:
    if place.place is None or place.how == SITE or place.place.type == "Country":
        return False
    return not (place.conjunction or place.preposition)
