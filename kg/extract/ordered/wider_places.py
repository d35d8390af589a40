"""Names of what a place lies in or on, right before the noun for it: "the Red Sea port of P", "the Anbar city of P"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word


def removed(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes without such names: what is struck or held is the place behind "of"."""
    idle = {
        position
        for position in range(len(nodes) - 1)
        if _is_wider(nodes[position])
        and (_is_named(nodes[position + 1]) or _leads_name(nodes[position + 1 : position + 4], lexicon))
    }
    return [node for position, node in enumerate(nodes) if position not in idle] if idle else nodes


def _is_wider(node: Node) -> bool:
    return isinstance(node, Phrase) and node.how == "name" and node.place is not None and node.actor is None


def _is_named(node: Node) -> bool:
    """Whether a known name follows that opens with its noun: "port of P"."""
    opening = node.words[0] if isinstance(node, Phrase) and node.place is not None and node.words else None
    return opening is not None and opening.is_a("head") and opening.written.islower()


def _leads_name(following: list[Node], lexicon: Lexicon) -> bool:
    """Whether a noun for a place, "of" and a name follow."""
    if len(following) < 3:
        return False
    noun, link, name = following
    place = isinstance(noun, Word) and lexicon.pack.heads.get(noun.core, {}).get("role") == "place"
    led = isinstance(link, Word) and link.core in lexicon.pack.words["genitive"]
    capital = name.words[0].written if isinstance(name, Phrase) and name.words else ""
    capital = name.written if isinstance(name, Word) else capital
    return place and led and capital[:1].isupper()
