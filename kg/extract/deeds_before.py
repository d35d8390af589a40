"""Whose deed is met that was told of before, or is only planned: "repelled the attack", "foiled an attempt by X to"."""

from __future__ import annotations

from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.nodes import Phrase, Word


def doers(arguments: Arguments, position: int, met_by: list[Phrase]) -> list[Phrase]:
    """Who did the last blow, where a definite noun behind the word at ``position`` takes it up: "the attack".

    It is not asked where the blow is told to have hit somebody: that says already who fought whom.
    """
    syntax = arguments.syntax
    if any(one.actor is not None for one in arguments.discourse.struck.get("attacks", [])):
        return []
    for step in range(position + 1, min(position + FAR, len(syntax.nodes))):
        node = syntax.nodes[step]
        if syntax.blocks(step):
            return []
        if isinstance(node, Phrase) or node.mark or not node.senses:
            continue
        plain = syntax.lexicon.is_definite(node.core) and not node.suffix and not syntax.is_verb(step)
        blow = any(frame.relation == "attacks" and voice == "noun" for frame, voice in node.senses)
        alone = plain and blow and arguments.behind_adjectives(step)[0] == step + 1
        did = arguments.discourse.last_doers("attacks") if alone else []
        return [one for one in did if all(one.actor != other.actor for other in met_by)]
    return []


def planner(arguments: Arguments, position: int) -> list[Phrase]:
    """Whose indefinite plan the verb at ``position`` has for its object: "foiled a third attempt of X to"."""
    syntax = arguments.syntax
    for step in range(position + 1, min(position + FAR, len(syntax.nodes))):
        node = syntax.nodes[step]
        if isinstance(node, Phrase) or node.is_a("adverb", "date") or node.mark:
            continue
        plan = not (node.preposition or node.conjunction or node.suffix) and not node.senses
        if not plan or syntax.lexicon.is_definite(node.core) or syntax.blocks(step):
            return []
        behind = step + 1
        while (
            behind < len(syntax.nodes) and isinstance(each := syntax.nodes[behind], Word) and _describes(each)
        ):
            behind += 1
        owner = syntax.nodes[behind] if behind < len(syntax.nodes) else None
        belonging = syntax.lexicon.pack.words["belonging"]
        owned = isinstance(owner, Phrase) and owner.preposition in belonging
        return arguments.members(behind, ACTOR) if owned and arguments.fits(behind, ACTOR) else []
    return []


def _describes(word: Word) -> bool:
    return word.stands_alone and (word.is_plain or word.is_a("epithet", "nisba", "ordinal", "another"))
