"""Places that a clause opens with, before the verb of who is there: "and in P are deployed the forces of X"."""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.nodes import Phrase, Word, is_comma
from kg.languages import Frame


def before(arguments: Arguments, verb: int, frame: Frame) -> list[Phrase]:
    """The places that open the clause of the verb, led by one of the frame's prepositions, with nothing else before."""
    syntax = arguments.syntax
    step = verb - 1
    while (
        step > 0 and isinstance(node := syntax.nodes[step], Word) and (is_comma(node) or node.is_a("adverb"))
    ):
        step -= 1
    place = syntax.nodes[step] if step >= 0 else None
    if not isinstance(place, Phrase) or place.place is None or not arguments.fits(step, frame.object):
        return []
    led = (
        syntax.governors[step] in frame.object.preps
        or syntax.governors[step] in syntax.lexicon.pack.directions
    )
    opening = step - 1 if not place.preposition else step
    opens = opening <= 0 or syntax.ends_clause(opening - 1) or is_comma(syntax.nodes[opening - 1])
    return arguments.members(step, frame.object) if led and opens else []
