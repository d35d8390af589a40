"""Where a deed was done, for what it was done to: "a raid in P", "the areas that it holds in P"."""

from __future__ import annotations

from kg.extract.arguments import Arguments, Found
from kg.extract.nodes import Phrase
from kg.languages import Frame, Slot


def held(arguments: Arguments, position: int, frame: Frame, behind: list[int]) -> Found | None:
    """ "The areas that it holds in P": P, held by whom the clause is about."""
    places = scene(arguments, behind, frame.subject)
    holders = arguments.topics.at(position)
    return Found(places, holders, "held") if places and holders else None


def scene(arguments: Arguments, positions: list[int], slot: Slot) -> list[Phrase]:
    """What a deed without any other object was done to: the place that it was done in."""
    locative = arguments.syntax.lexicon.pack.words["locative"]
    for position in positions:
        node = arguments.syntax.nodes[position]
        named = isinstance(node, Phrase) and node.place is not None
        if "place" in slot.kinds and named and arguments.syntax.governors[position] in locative:
            return arguments.members(position, slot)
    return []
