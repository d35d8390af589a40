"""Forces known by who sent them: "repelled a column that X had sent", "hit reinforcements X sent to P"."""

from __future__ import annotations

from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.nodes import Phrase, Word
from kg.languages import Frame

_MOST_ADJECTIVES = 2
"""Adjectives between the forces and the verb of sending."""
_NEAR = 3
"""Nodes behind the verb among which the forces stand."""
_STRUCK = ("fights", "attacks")


def sending(arguments: Arguments, position: int) -> list[Phrase]:
    """Who sends forces before the deed at ``position`` that they are to do: "massed its forces to attack P"."""
    syntax = arguments.syntax
    for verb in sorted((step for step in arguments.subjects if step < position), reverse=True):
        word = syntax.nodes[verb]
        sends = isinstance(word, Word) and any(
            frame.relation == "deploysTo" and voice == "active" for frame, voice in word.senses
        )
        if not sends or position - verb > FAR:
            return []
        parted = any(syntax.ends_clause(step) for step in range(verb + 1, position))
        named = (
            each.words[:1] if isinstance(each, Phrase) else [each]
            for each in syntax.nodes[verb + 1 : position]
        )
        forces = any(word.is_a("military", "movable") for words in named for word in words)
        return arguments.subjects[verb] if forces and not parted else []
    return []


def is_led_by_deed(arguments: Arguments, target: int) -> bool:
    """Whether a blow right before the preposition leads to ``target``: "sent men to launch a raid on P"."""
    nodes = arguments.syntax.nodes
    at = target - 1 - (not nodes[target].preposition)
    while at > 0 and isinstance(word := nodes[at], Word) and word.is_a("epithet", "nisba"):
        at -= 1
    deed = nodes[at] if at >= 0 else None
    governor = arguments.syntax.governors[target]
    return isinstance(deed, Word) and any(
        voice == "noun" and frame.relation == "attacks" and governor in frame.noun_object.preps
        for frame, voice in deed.senses
    )


def sender(arguments: Arguments, position: int, frame: Frame) -> list[Phrase]:
    """Whose forces the verb at ``position`` strikes, where the clause that describes them names who sent them."""
    if frame.relation not in _STRUCK or frame.predicate or "actor" not in frame.object.kinds:
        return []
    nodes, lexicon = arguments.syntax.nodes, arguments.syntax.lexicon
    forces = next(
        (step for step in range(position + 1, min(position + 4, len(nodes))) if _are_forces(nodes[step])),
        None,
    )
    if forces is None:
        return []
    between = nodes[position + 1 : forces]
    if not all(
        isinstance(node, Phrase) or node.is_a("preposition", "quantifier", "adverb") for node in between
    ):
        return []
    noun = nodes[forces]
    word = noun.words[0] if isinstance(noun, Phrase) else noun
    verb = forces + 1
    while verb < len(nodes) and verb - forces <= _MOST_ADJECTIVES and _is_adjective(nodes[verb]):
        verb += 1
    if lexicon.is_definite(word.core):
        verb += verb < len(nodes) and isinstance(that := nodes[verb], Word) and that.is_a("relative")
        if not arguments.syntax.follows(verb, "relative"):
            return []
    sending = nodes[verb] if verb < len(nodes) else None
    if not isinstance(sending, Word) or not sending.suffix or sending.conjunction or not _sends(sending):
        return []
    behind = verb + 1
    fits = (
        behind < len(nodes) and arguments.fits(behind, ACTOR) and arguments.syntax.governors[behind] == "bare"
    )
    return arguments.members(behind, ACTOR) if fits else []


def _are_forces(node: Word | Phrase) -> bool:
    word = node.words[0] if isinstance(node, Phrase) and node.words else node
    free = isinstance(node, Word) or node.generic or node.how == "short"
    return free and isinstance(word, Word) and word.is_a("military", "movable") and not word.suffix


def _is_adjective(node: Word | Phrase) -> bool:
    return isinstance(node, Word) and node.is_a("epithet") and not (node.conjunction or node.preposition)


def _sends(verb: Word) -> bool:
    """Whether a verb says that somebody sends forces, or moves them."""
    return verb.is_a("dispatching") or any(
        frame.relation == "deploysTo" and voice in ("active", "either") for frame, voice in verb.senses
    )
