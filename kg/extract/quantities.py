"""Nouns for groups that only say how many things there are: "a group of targets"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Word


def is_of_things(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a noun for one group only says how many things there are: "a group of the targets of X"."""
    word, led, thing = (nodes[step] if step < len(nodes) else None for step in range(position, position + 3))
    if not isinstance(word, Word) or word.core not in lexicon.pack.words["single_group"] or word.suffix:
        return False
    if not isinstance(led, Word) or led.core not in lexicon.pack.words["partitive"] or led.suffix:
        return False
    if not isinstance(thing, Word) or thing.mark or thing.is_a("head", "transparent_actor", "nisba"):
        return False
    plain = thing.is_plain and lexicon.is_definite(thing.core)
    return (plain or thing.is_a("site", "target")) and not thing.core.endswith(lexicon.people_endings)
