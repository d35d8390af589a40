"""What goes with what somebody says or does: "…, accusing X of", with no subject of its own."""

from __future__ import annotations

from kg.extract import clause_topics
from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.nodes import Phrase, Word
from kg.languages import Frame

CIRCUMSTANCE = "circumstance"
"""The voice of such participles."""


def read(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """Whom the participle at ``position`` is said of, and whom or whose deed it is about."""
    subjects = _subjects(arguments, position, frame)
    objects = _objects(arguments, position, frame) if subjects else []
    objects = [phrase for phrase in objects if all(phrase.actor != one.actor for one in subjects)]
    return Found(subjects, objects, CIRCUMSTANCE) if objects else None


def _subjects(arguments: Arguments, position: int, frame: Frame) -> list[Phrase]:
    """Whom the main clause is about; an indefinite group right before the participle is described by it instead.

    Who strikes is whom the nearest clause is about: "said that X had launched a raid, hitting P".
    """
    before = arguments.syntax.nodes[position - 1] if position else None
    described = (
        isinstance(before, Phrase) and before.how == "described" and arguments.fits(position - 1, ACTOR)
    )
    if described and isinstance(before, Phrase):
        return [before]
    subject, speaker = arguments.topics.subject(position), arguments.topics.outer(position)
    return subject if frame.violent or _only_passes_on(arguments, position, subject, speaker) else speaker


def _only_passes_on(
    arguments: Arguments, position: int, subject: list[Phrase], speaker: list[Phrase]
) -> bool:
    """Whether a nameless source speaks, and who is told of has a name: "a source said that X left, rejecting"."""
    word = arguments.syntax.nodes[position]
    told = bool(subject) and subject[0].actor is not None and subject[0].actor.type == "Person"
    passes = all(clause_topics.only_tells(arguments, one) for one in speaker)
    here = told and arguments.syntax.nodes[0].start <= subject[0].start
    return here and passes and isinstance(word, Word) and agrees(word, subject, arguments.syntax.lexicon)


def _objects(arguments: Arguments, position: int, frame: Frame) -> list[Phrase]:
    syntax = arguments.syntax
    behind = syntax.following(position)
    bare = arguments.bare(behind, frame.object) if "bare" in frame.object.preps else []
    direct = bare[0] if bare else None
    if direct is None and frame.violent and behind[:1] == [position + 1]:
        struck = syntax.governors[position + 1] == "of" and arguments.fits(position + 1, frame.object)
        direct = position + 1 if struck else None
    if direct is not None and _is_right_behind(arguments, position, direct):
        return arguments.members(direct, frame.object)
    word = syntax.nodes[position]
    if isinstance(word, Word) and word.is_a("accusing"):
        return []  # Without whom they accuse, the same letters say that they are accused.
    led = arguments.led(behind, frame.object)
    doers = (arguments.doer(position) or arguments.owner(position)) if frame.of_deed else []
    if doers and (led is None or doers[0].end <= syntax.nodes[led].start):
        return doers
    if led is not None:
        return arguments.members(led, frame.object)
    return doers or (arguments.members(direct, frame.object) if direct is not None else [])


def _is_right_behind(arguments: Arguments, position: int, target: int) -> bool:
    """Whether nothing but adverbs and nouns that stand for their owner parts the participle from ``target``."""
    return all(
        isinstance(node, Word) and node.is_a("adverb", "quantifier", "transparent_actor", "title", "deputy")
        for node in arguments.syntax.nodes[position + 1 : target]
    )
