"""Where somebody speaks or appears: "in a speech in P, X said", "from P, X announced"."""

from __future__ import annotations

from kg.extract.arguments import Arguments, Found
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma, is_quantity
from kg.languages import Frame

_TOWNS = {"City", "Town"}
"""Types of places from which somebody is said to speak."""
_NEAREST_VERB = 8
"""Nodes before a meeting among which stands the verb that says who held it."""
_FARTHEST = 8
"""Nodes between an occasion and its place, and between a place that opens a sentence and who speaks from it."""


def read(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """Whom the sentence is about, and the place of the occasion that the noun at ``position`` names."""
    syntax = arguments.syntax
    near = [step for step in syntax.following(position) if step - position <= _FARTHEST]
    where = arguments.led(near, frame.object)
    if where is None:
        return None
    who = [*arguments.topics.subject(position)] or [*arguments.topics.main]
    noun = syntax.nodes[position]
    if frame.reciprocal:
        between = syntax.nodes[position + 1 : where]
        if not _is_theirs(arguments, position) or not all(_leads_on(node) for node in between):
            return None
    if isinstance(noun, Word) and noun.suffix and len(who) > 1:
        who = arguments.discourse.pronoun(noun.suffix, syntax.nodes, position)  # One of them spoke.
    present = [phrase for phrase in who if phrase.actor is not None and phrase.actor.type in frame.attached]
    return Found(present, arguments.members(where, frame.object), "occasion") if present else None


def _is_theirs(arguments: Arguments, position: int) -> bool:
    """Whether who is told of takes part in a meeting, which has been: "at their meeting", "held a meeting"."""
    syntax = arguments.syntax
    noun = syntax.nodes[position]
    if not isinstance(noun, Word) or noun.conjunction or syntax.follows(position, "not_yet"):
        return False
    if noun.suffix:
        return True
    return any(_holds(arguments, step) for step in range(max(0, position - _NEAREST_VERB), position))


def _holds(arguments: Arguments, position: int) -> bool:
    """Whether a verb there says that somebody holds a meeting, and no noun that is spelled alike."""
    word = arguments.syntax.nodes[position]
    if not isinstance(word, Word) or not word.is_a("holding"):
        return False
    before = arguments.syntax.nodes[position - 1] if position else None
    if before is None or before.mark or word.conjunction or not word.is_a("light_noun"):
        return True
    opens = ("complementizer", "relative", "auxiliary", "may", "clause", "future")
    return isinstance(before, Word) and before.is_a(*opens)


def _leads_on(node: Node) -> bool:
    """Whether a node between a meeting and its place says only what kind of meeting it was, or when."""
    if not isinstance(node, Word) or node.mark or node.senses or node.conjunction:
        return False
    return node.is_plain or is_quantity(node) or node.is_a("adverb", "epithet", "nisba", "date", "locative")


def spoken_from(arguments: Arguments, position: int, frames: tuple[Frame, ...]) -> list[Stated]:
    """Who speaks from the town at ``position``, by the frames of ``opening``: "X said from P that"."""
    syntax = arguments.syntax
    nodes = syntax.nodes
    place, that = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not frames or not isinstance(place, Phrase) or not isinstance(that, Word):
        return []
    if not that.is_a("complementizer") or place.place is None or place.place.type not in _TOWNS:
        return []
    if syntax.governors[position] not in syntax.lexicon.pack.words["partitive"]:
        return []
    speaker: Phrase | None = None
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        node = nodes[step]
        if isinstance(node, Phrase):
            if node.actor is not None and syntax.governors[step] in ("bare", "speaker"):
                speaker = node
        elif node.is_a("reporting", "announcing") and not node.preposition:
            break
        elif node.mark or node.senses or syntax.ends_clause(step):
            return []
    else:
        return []
    if speaker is None or speaker.actor is None or speaker.actor.type != "Person":
        return []
    return _speaking(arguments, speaker, position, frames, place)


def opening(arguments: Arguments, position: int, frames: tuple[Frame, ...]) -> list[Stated]:
    """Who speaks from the place at ``position``, with which the sentence opens, by the frames of ``opening``."""
    if not frames or position > 1 or not any(frame.opening for frame in frames):
        return []
    syntax = arguments.syntax
    nodes = syntax.nodes
    place = nodes[position]
    said = position + 1 + (position + 1 < len(nodes) and is_comma(nodes[position + 1]))
    verb = nodes[said] if said < len(nodes) else None
    if (
        not isinstance(place, Phrase)
        or not isinstance(verb, Word)
        or not verb.is_a("reporting", "announcing")
    ):
        return []
    near = (step for step in range(said + 1, min(said + _FARTHEST, len(nodes))))
    speaker = next((node for step in near if isinstance(node := nodes[step], Phrase) and node.actor), None)
    if speaker is None or speaker.actor is None or speaker.preposition:
        return []
    governor = syntax.governors[position]
    taken = tuple(frame for frame in frames if governor in frame.object.preps)
    return _speaking(arguments, speaker, position, taken, verb)


def _speaking(
    arguments: Arguments, speaker: Phrase, position: int, frames: tuple[Frame, ...], trigger: Node
) -> list[Stated]:
    """That the speaker is at the place at ``position``, by those of the frames of ``opening`` that fit both."""
    place = arguments.syntax.nodes[position]
    if not isinstance(place, Phrase) or speaker.actor is None:
        return []
    start, end = min(speaker.start, place.start), max(speaker.end, place.end)
    return [
        Stated(
            speaker, frame.relation, place, start, end, f"{frame.id}.opening", trigger.start, frame.confidence
        )
        for frame in frames
        if frame.opening and speaker.actor.type in frame.attached and arguments.fits(position, frame.object)
    ]
