"""Where a deed was done, for what it was done to: "a raid in P", "the areas that it holds in P"."""

from __future__ import annotations

from kg.extract.agreement import shown_gender
from kg.extract.arguments import Arguments, Found
from kg.extract.nodes import Phrase, Word
from kg.languages import Frame, Slot


def held(arguments: Arguments, position: int, frame: Frame, behind: list[int]) -> Found | None:
    """ "The areas that it holds in P": P, held by whom the clause is about."""
    places = scene(arguments, behind, frame.subject)
    holders = arguments.topics.at(position)
    if len(holders) > 1:
        holders = _one_before(arguments, position)  # "It holds" is said of one of those who were named.
    return Found(places, holders, "held") if places and holders else None


def _one_before(arguments: Arguments, position: int) -> list[Phrase]:
    """The last body named before ``position`` that the verb in it agrees with, the feminine with the feminine."""
    nodes, lexicon = arguments.syntax.nodes, arguments.syntax.lexicon
    word = nodes[position]
    verb = (
        next((part for part in word.core.split() if "relative" not in lexicon.classes(part)), "")
        if isinstance(word, Word)
        else ""
    )
    feminine = verb.startswith(lexicon.past_agreement.get("feminine", ((), ()))[0])
    for node in reversed(nodes[:position]):
        if isinstance(node, Phrase) and node.actor is not None and node.how != "origin":
            fits = (shown_gender(node, lexicon) == "feminine") is feminine
            return [node] if fits else []
    return []


def scene(arguments: Arguments, positions: list[int], slot: Slot) -> list[Phrase]:
    """What a deed without any other object was done to: the place that it was done in."""
    locative = arguments.syntax.lexicon.pack.words["locative"]
    for position in positions:
        node = arguments.syntax.nodes[position]
        named = isinstance(node, Phrase) and node.place is not None
        if "place" in slot.kinds and named and arguments.syntax.governors[position] in locative:
            return arguments.members(position, slot)
    return []
