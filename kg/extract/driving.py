"""Who is driven from where: "X drove Y out of P" says something of X and P, and something else of Y and P."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import noun_frames, verb_frames
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.nodes import Phrase
from kg.languages import Frame

_FARTHEST = 10
"""Nodes between the word for driving and who is driven."""


def read(arguments: Arguments, position: int, frame: Frame, voice: str) -> Found | None:
    """Of whom the frame speaks, and the place behind whoever is driven; None where either is missing.

    Who is driven needs nobody who drives: "the expulsion of Y from P".
    """
    word = arguments.syntax.nodes[position]
    if frame.driven == "subject" and word.preposition in arguments.syntax.lexicon.pack.words["belonging"]:
        return None  # Who means to drive somebody out does not hold the place yet.
    ousting = replace(frame, object=ACTOR, noun_object=ACTOR)
    if arguments.syntax.is_verb(position):
        pair = verb_frames.read(arguments, position, ousting, voice)
    else:
        pair = noun_frames.read(arguments, position, ousting)
    driven = pair.objects if pair is not None else []
    if not driven and frame.driven == "object":
        driven = _right_behind(arguments, position)
    where = _left(arguments, driven[-1], position, frame) if driven else None
    whom = driven if frame.driven == "object" else pair.subjects if pair is not None else []
    if where is None or not whom:
        return None
    return Found(whom, arguments.members(where, frame.object), "driven")


def _right_behind(arguments: Arguments, position: int) -> list[Phrase]:
    """Who stands alone between the word and the place."""
    syntax = arguments.syntax
    first = next(iter(syntax.following(position)), None)
    if (
        first is None
        or syntax.governors[first] not in ("bare", "of", "genitive")
        or not arguments.fits(first, ACTOR)
    ):
        return []
    following = syntax.nodes[arguments.beyond(first, ACTOR) :][:1]
    led = all(isinstance(node, Phrase) or node.is_a("preposition", "partitive") for node in following)
    return arguments.members(first, ACTOR) if led else []


def _left(arguments: Arguments, driven: Phrase, position: int, frame: Frame) -> int | None:
    """The place that stands behind ``driven`` with one of the frame's prepositions."""
    behind = [
        step
        for step in arguments.syntax.following(position)
        if arguments.syntax.nodes[step].start >= driven.end and step - position <= _FARTHEST
    ]
    return arguments.led(behind, frame.object)
