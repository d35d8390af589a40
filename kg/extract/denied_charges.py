"""Whom accusations are of that somebody denies: "X denied the accusations by Y" says that Y accuses X."""

from __future__ import annotations

from kg.extract.arguments import ACTOR, FAR, Arguments, Found
from kg.extract.nodes import Phrase, Word

DENIED = "denied"
"""How arguments were found where one of them denies the charge: that it is made is certain."""


def read(
    arguments: Arguments, position: int, start: int, owner: int | None, origin: Phrase | None
) -> Found | None:
    """The accuser, who stands behind the accusations at ``start`` or owns them, and who denies or rejects them."""
    syntax = arguments.syntax
    word = syntax.nodes[position]
    if not isinstance(word, Word) or not word.is_a("accusing") or word.suffix:
        return None
    owner = owner if owner is not None else _bare_at(arguments, start)
    accusers = arguments.members(owner, ACTOR) if owner is not None and arguments.fits(owner, ACTOR) else []
    accusers = accusers or ([origin] if origin is not None else [])
    if not accusers:
        return None
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if syntax.ends_clause(step):
            return None
        if not isinstance(node, Word) or not node.is_a("denial", "refusal"):
            continue
        accused = arguments.subjects.get(step) or _subject(arguments, step, position)
        apart = all(one.actor != other.actor for one in accusers for other in accused)
        return Found(accusers, accused, DENIED) if accused and apart else None
    return None


def _subject(arguments: Arguments, verb: int, noun: int) -> list[Phrase]:
    """Who denies: named between the verb and the accusations, or before the verb."""
    between = [step for step in range(verb + 1, noun) if arguments.syntax.governors[step] == "bare"]
    bare = next((step for step in between if arguments.fits(step, ACTOR)), None)
    found = bare if bare is not None else arguments.left(verb, ACTOR)
    return arguments.members(found, ACTOR) if found is not None else []


def _bare_at(arguments: Arguments, position: int) -> int | None:
    """The position, if an actor stands there whom nothing but the noun before him governs."""
    if position >= len(arguments.syntax.nodes) or arguments.syntax.governors[position] not in ("bare", "of"):
        return None
    return position if arguments.fits(position, ACTOR) else None
