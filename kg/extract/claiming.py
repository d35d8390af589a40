"""Who says that he did a deed that was told of before: "X claimed the attack"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import accusations
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.nodes import Phrase, Word
from kg.languages import Frame

_NEAR = 3
"""Nodes before a deed among which the verb of claiming stands, with its subject."""
CLAIMED = "claimed"
"""How arguments were found where somebody says that he did the deed."""


def read(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """Who claims the deed at ``position``, and to whom it was done as the text has said; or None."""
    noun = arguments.syntax.nodes[position]
    if not isinstance(noun, Word) or not frame.doer_of or not arguments.syntax.lexicon.is_definite(noun.core):
        return None
    struck = arguments.discourse.struck.get(frame.relation, [])
    claimers = [_body(claimer) for claimer in _claimers(arguments, position)] if struck else []
    return Found(claimers, struck, CLAIMED) if claimers else None


def taken_up(arguments: Arguments, position: int) -> tuple[Frame, Found] | None:
    """What a verb of claiming says whose object is a pronoun, "X claimed it": the deed that was told of last."""
    verb, struck = arguments.syntax.nodes[position], arguments.discourse.struck
    if not isinstance(verb, Word) or not (verb.is_a("claimed_it") or (verb.is_a("claiming") and verb.suffix)):
        return None
    frames = (frame for frame in arguments.syntax.lexicon.pack.frames if frame.doer_of)
    frame = next((frame for frame in frames if struck.get(frame.relation)), None)
    behind = arguments.bare(arguments.syntax.following(position)[:1], ACTOR)
    behind = [] if verb.is_a("claimed_it") else behind
    left = None if behind else arguments.left(position, ACTOR)
    claimer = behind[0] if behind else left
    if frame is None or claimer is None or _is_of_another_deed(arguments, position, frame):
        return None
    claimers = [_body(one) for one in arguments.members(claimer, ACTOR)]
    return frame, Found(claimers, struck[frame.relation], CLAIMED)


def _is_of_another_deed(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether a deed is told of in this sentence that nobody knows to whom it was done."""
    nodes = arguments.syntax.nodes
    here = any(
        isinstance(node, Word) and any(sense.relation == frame.relation for sense, _ in node.senses)
        for node in nodes[:position]
    )
    return here and any(one.start < nodes[0].start for one in arguments.discourse.struck[frame.relation])


def claims(arguments: Arguments, position: int) -> bool:
    """Whether a verb of claiming takes the deed at ``position``: "X claimed the attack on Y"."""
    before = arguments.syntax.nodes[max(0, position - _NEAR) : position]
    return any(isinstance(node, Word) and node.is_a("claiming") and not node.suffix for node in before)


def _claimers(arguments: Arguments, position: int) -> list[Phrase]:
    syntax = arguments.syntax
    accused = accusations.accused(arguments, position) if syntax.follows(position, "claimed") else None
    if accused:
        return accused
    if syntax.follows(position, "claiming"):
        return arguments.topics.at(position - 1)
    left = arguments.left(position, ACTOR)
    if syntax.follows(position, "claimed"):
        if left is not None:
            return arguments.members(left, ACTOR)
        verb = syntax.nodes[position - 2] if position > 1 else None
        alone = isinstance(verb, Word) and verb.is_a("announcing")
        return arguments.topics.at(position - 2) if alone else []
    return arguments.members(left, ACTOR) if left is not None and syntax.follows(left, "claiming") else []


def _body(claimer: Phrase) -> Phrase:
    """For whom somebody speaks who claims the deed: "the spokesman of X claimed the attack" says that X did it."""
    body = claimer.office_of
    return replace(claimer, actor=body, meant=claimer.body) if body is not None else claimer
