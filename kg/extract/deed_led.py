"""Deeds that a verb's preposition leads to: "resorts to raids in P" says of P only that the raids are there."""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.nodes import Word
from kg.languages import Frame


def before(arguments: Arguments, position: int, target: int, frame: Frame) -> bool:
    """Whether the verb at ``position`` takes a deed before ``target``, so that the place there is not its own.

    A deed that says the same is none: "arrived on a visit in P".
    """
    if "actor" in frame.object.kinds or frame.needs:
        return False
    syntax = arguments.syntax
    for step in range(position + 1, target):
        word = syntax.nodes[step]
        if not isinstance(word, Word) or not word.has_voice("noun", "either") or syntax.is_verb(step):
            continue
        if any(sense.relation == frame.relation for sense, _ in word.senses):
            continue
        led = syntax.nodes[step - 1]
        return (word.preposition or (led.core if isinstance(led, Word) else "")) in frame.object.preps
    return False
