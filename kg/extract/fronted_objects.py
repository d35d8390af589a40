"""Deeds named behind whom they are done to: "launched on X a raid", "held with X talks", "X dealt to Y a blow"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.nodes import Phrase, Word, is_comma, is_quantity
from kg.languages import Frame

_NO_CARRIERS = ("announcing", "reporting", "auxiliary", "failure", "receive", "suffer")
"""Verbs that carry a deed elsewhere, and here only tell of it or undergo it."""


def read(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """Who does the deed at ``position`` to whom, where the latter stands between the verb that carries it and its noun.

    The subject stands between the two as well, or before the verb.
    """
    syntax, deed = arguments.syntax, arguments.syntax.nodes[position]
    at = _behind_time(arguments, position)
    last = syntax.nodes[at] if at > 0 else None
    if not isinstance(last, Phrase) or not isinstance(deed, Word) or frame.relation == "presentIn":
        return None
    if deed.preposition or deed.conjunction or deed.suffix or syntax.is_verb(position) or frame.predicate:
        return None
    first = syntax.list_head(at, governed=True)
    other = syntax.nodes[first]
    governor = syntax.governors[first]
    if not isinstance(other, Phrase) or governor == "bare" or governor not in frame.noun_object.preps:
        return None
    if not arguments.fits(first, frame.noun_object):
        return None
    subjects = _subjects(arguments, first - (not other.preposition))
    subjects = [one for one in subjects if one.actor != other.actor]
    return Found(subjects, arguments.members(first, frame.noun_object), "noun") if subjects else None


def _behind_time(arguments: Arguments, position: int) -> int:
    """The position before ``position``, commas and words of time between passed over."""
    step = position - 1
    while step > 0 and (is_comma(node := arguments.syntax.nodes[step]) or node.classes & {"adverb", "date"}):
        step -= 1
    return step


def _subjects(arguments: Arguments, led: int) -> list[Phrase]:
    """The subject of the verb before the preposition at ``led``; none where that verb carries no deed."""
    syntax, step = arguments.syntax, _behind_time(arguments, led)
    named = syntax.nodes[step] if step >= 0 else None
    if isinstance(named, Phrase):
        first = syntax.list_head(step)
        verb = first - 1
        while verb > 0 and is_quantity(syntax.nodes[verb]):
            verb -= 1
        fits = syntax.governors[first] == "bare" and arguments.fits(first, ACTOR)
        return arguments.members(first, ACTOR) if fits and _carries(arguments, verb) else []
    if not _carries(arguments, step):
        return []
    verb_word = syntax.nodes[step]
    left = arguments.left(step, ACTOR)
    subjects = arguments.members(left, ACTOR) if left is not None else arguments.topics.at(step)
    agreed = isinstance(verb_word, Word) and agrees(replace(verb_word, suffix=""), subjects, syntax.lexicon)
    return subjects if agreed else []


def _carries(arguments: Arguments, position: int) -> bool:
    verb = arguments.syntax.nodes[position] if position >= 0 else None
    return isinstance(verb, Word) and verb.is_a("light") and not verb.suffix and not verb.is_a(*_NO_CARRIERS)
