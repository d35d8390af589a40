"""Places without a name of which a compound says who holds them: "a rebel-held town", "government-held districts"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.nodes import SITE, Node, Phrase
from kg.extract.ordered.noun_phrases import NounPhrases


def said(nodes: list[Node], reader: NounPhrases, entities: Entities) -> None:
    """States who holds each such place among the nodes that nothing names, and makes sites of them."""
    for node in nodes:
        held = reader.held.get(id(node), []) if isinstance(node, Phrase) else []
        holding = [one for one in held if "place" in one[0].object.kinds]
        if not holding or not isinstance(node, Phrase) or id(node) not in reader.opened:
            # "Bombed rebel-held areas" is about none of them.
            continue
        place = node.place or entities.unlisted_place(" ".join(word.written for word in node.words), "Site")
        if node.via == "place" and node.place is None:
            node.place, node.how = place, SITE
        reader.say_compounds(replace(node, actor=None, place=place, how=SITE), holding)
