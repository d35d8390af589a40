"""Delegations of several bodies: "the delegation of X and of the party Y arrived in P" is one that arrives."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import Arguments, Found
from kg.extract.nodes import Phrase
from kg.languages import Frame

_SENDERS = ("Organization", "Party", "ArmedGroup")
"""Types of bodies that send a delegation together with another."""
_RELATIONS = ("presentIn", "negotiatesWith")
"""What is told of a delegation, and not of those who sent it."""


def alone(arguments: Arguments, frame: Frame, found: Found) -> Found:
    """What was found without the bodies that only share the delegation named first."""
    if frame.relation not in _RELATIONS or len(found.subjects) == 1 or not _is_sent(found.subjects[0]):
        return found
    first, *rest = found.subjects
    kept = [one for one in rest if _is_sent(one) or not _sends(arguments, one)]
    return replace(found, subjects=[first, *kept])


def _is_sent(one: Phrase) -> bool:
    return bool(one.words) and one.words[0].is_a("delegation")


def _sends(arguments: Arguments, body: Phrase) -> bool:
    """Whether a phrase names a party or a group, also where it is known by a person: "the party of X"."""
    heads = arguments.syntax.lexicon.pack.heads
    noun = heads.get(body.words[0].core, {}) if body.words else {}
    known = body.actor is not None and body.actor.type in _SENDERS
    return known or str(noun.get("type")) in _SENDERS
