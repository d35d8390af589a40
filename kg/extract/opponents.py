"""Groups that are named by whom they are against: "opponents of X", "critics of X"."""

from __future__ import annotations

from kg.extract.arguments import ACTOR, Arguments
from kg.extract.nodes import Phrase, Stated, Word

_CONFIDENCE = 0.85
_MOST_ADJECTIVES = 2


def read(arguments: Arguments, position: int) -> list[Stated]:
    """What the group at ``position`` says by its own noun of whom "to" leads to behind it."""
    nodes = arguments.syntax.nodes
    group = nodes[position]
    noun = group.words[0] if isinstance(group, Phrase) and group.words else None
    if not isinstance(group, Phrase) or noun is None or not noun.is_a("opponent") or group.actor is None:
        return []
    step = position + 1
    while step < min(position + 1 + _MOST_ADJECTIVES, len(nodes)) and _describes(nodes[step]):
        step += 1
    target = nodes[step] if step < len(nodes) else None
    belonging = arguments.syntax.lexicon.pack.words["belonging"]
    if (
        not isinstance(target, Phrase)
        or target.preposition not in belonging
        or not arguments.fits(step, ACTOR)
    ):
        return []
    return [
        Stated(
            group,
            "opposes",
            member,
            group.start,
            member.end,
            "opponents.noun",
            group.start,
            _CONFIDENCE,
            background=True,
        )
        for member in arguments.members(step, ACTOR)
    ]


def _describes(node: object) -> bool:
    return (
        isinstance(node, Word) and (node.is_plain or node.is_a("epithet", "nisba")) and not node.preposition
    )
