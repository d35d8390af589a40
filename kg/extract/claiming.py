"""Who says that he did a deed that was told of before: "X claimed the attack"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import accusations
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.nodes import Phrase, Word
from kg.languages import Frame


def read(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """Who claims the deed at ``position``, and to whom it was done as the text has said; or None."""
    noun = arguments.syntax.nodes[position]
    if not isinstance(noun, Word) or not frame.doer_of or not arguments.syntax.lexicon.is_definite(noun.core):
        return None
    struck = arguments.discourse.struck.get(frame.relation, [])
    claimers = [_body(claimer) for claimer in _claimers(arguments, position)] if struck else []
    return Found(claimers, struck, "claimed") if claimers else None


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
    return replace(claimer, actor=claimer.office_of) if claimer.office_of is not None else claimer
