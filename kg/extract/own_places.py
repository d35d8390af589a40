"""Places that a pronoun ties to the place named before: "the city of P and its camp", "P and its countryside"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.countrysides import countryside
from kg.extract.entities import Entities
from kg.extract.groups import head_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word


def of_last(node: Node, before: list[Node], lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """The camp or the countryside of the place right before, where "and" joins a noun with a pronoun to it."""
    owner = before[-1]
    if not isinstance(node, Word) or not isinstance(owner, Phrase) or owner.place is None:
        return None
    if owner.how == "described":
        return None  # "The Xish towns and their countrysides" are no places of their own.
    if not node.conjunction or node.preposition or not node.suffix or node.is_a("edge"):
        return None
    if head_of(node, lexicon, "countryside") is not None:
        plain = replace(owner, conjunction="", preposition="")
        phrase, _ = countryside([node, plain], 0, lexicon, entities)
        if not isinstance(phrase, Phrase):
            return None
        phrase.end = node.end
        return phrase
    head = head_of(node, lexicon, "place")
    if head is None or not head.get("own"):
        return None
    written = [word.written for word in owner.words if not word.is_a("head")]
    place = entities.unlisted_place(" ".join([node.core, *written]), str(head["type"]), owner.place.iri)
    return Phrase(
        node.core_start, node.end, None, place, node.conjunction, "",
        head=node.core, how="discovered", words=[node],
    )  # fmt: skip
