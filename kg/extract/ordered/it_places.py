"""Places that "it" takes up: "the town lies in Q. Rebels captured it on Monday"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from kg.extract.nodes import Node, Phrase, Word

_HOW_FAR_BACK = 12
"""Mentions among which the place is looked for."""
_TOO_LARGE = {"Country", "Governorate", "Region"}


def taking_places(nodes: list[Node]) -> set[int]:
    """The identities of the pronouns that are the object of a verb done to places only: "recaptured it"."""
    return {
        id(node)
        for verb, node in pairwise(nodes)
        if isinstance(verb, Word) and verb.part == "verb" and isinstance(node, Phrase)
        and node.how == "pronoun" and node.words[0].is_a("neuter") and not node.words[0].is_a("possessor")
        and not node.preposition
        and any(
            "place" in frame.object.kinds and "actor" not in frame.object.kinds and "bare" in frame.object.preps
            for frame, _ in verb.senses
        )
    }  # fmt: skip


def meant(said: Sequence[Phrase], locative: Container[str]) -> Phrase | None:
    """The last place that was spoken of for itself, not only to say where something was; else the only one; or None."""
    recent = [
        phrase
        for phrase in reversed(said[-_HOW_FAR_BACK:])
        if phrase.place is not None and phrase.place.type not in _TOO_LARGE and phrase.how != "pronoun"
    ]
    free = (phrase for phrase in recent if not phrase.preposition or phrase.preposition not in locative)
    alone = len({phrase.place.iri for phrase in recent if phrase.place is not None}) == 1
    return next(free, recent[0] if alone else None)
