"""Who is given or helped right before a deed, and so is the one to do it: "arms for X to fight Y"."""

from __future__ import annotations

from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, Arguments
from kg.extract.nodes import Phrase, Word


def beside(arguments: Arguments, position: int, word: Word) -> list[Phrase]:
    """Who is helped right before "in": "aid to X in its battle with Y"."""
    nodes = arguments.syntax.nodes
    step = (
        position - 1 - (not word.preposition and arguments.syntax.follows(position, "locative", "meanwhile"))
    )
    led = bool(word.preposition) or step < position - 1
    node = nodes[step] if step >= 0 else None
    words = arguments.syntax.lexicon.pack.words
    tied = node is not None and {node.preposition, arguments.syntax.governors[step]} & (
        words["belonging"] | words["with"]
    )
    if not led or not isinstance(node, Phrase) or node.actor is None or not tied:
        return []
    return [node] if agrees(word, [node], arguments.syntax.lexicon) else []


def receiver(arguments: Arguments, position: int) -> list[Phrase]:
    """Who is given something right before "to" and the deed: "arms for X to fight Y"."""
    syntax = arguments.syntax
    word, given = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    words = syntax.lexicon.pack.words
    if (
        not isinstance(word, Word)
        or word.preposition not in words["belonging"]
        or not isinstance(given, Phrase)
    ):
        return []
    led = syntax.governors[position - 1] in words["sent_to"] | words["belonging"]
    joining = max((step for step in arguments.subjects if step < position), default=None)
    verb = syntax.nodes[joining] if joining is not None else None
    if isinstance(verb, Word) and joining is not None and all(f.relation == "partOf" for f, _ in verb.senses):
        return arguments.subjects[joining]  # "X joined Y to fight Z": X did it for that.
    return (
        arguments.members(position - 1, ACTOR)
        if led and given.actor is not None and given.place is None
        else []
    )
