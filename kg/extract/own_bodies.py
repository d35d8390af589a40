"""Bodies that are somebody's by a pronoun: "his party", "its army"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Phrase, Word
from kg.model import Entity

_OWN = {"ArmedGroup", "Party", "Coalition", "Organization"}
"""Types of bodies that are somebody's by the office that he holds in them."""


def is_own_body(word: Word, lexicon: Lexicon) -> bool:
    """Whether a noun with a pronoun is somebody's group."""
    return "head" in word.classes and lexicon.pack.heads[word.core]["role"] == "organisation"


def body_of(named: Iterable[Phrase]) -> Entity | None:
    """The body in which the first of ``named`` who holds an office holds it."""
    bodies = (phrase.office_of for phrase in named)
    return next((body for body in bodies if body is not None and body.type in _OWN), None)


def body_with_pronoun(word: Word, body: Entity) -> Phrase:
    """The phrase of a noun with a pronoun that means ``body``."""
    return Phrase(
        word.core_start, word.end, body, None, word.conjunction, word.preposition,
        head=word.core, how="pronoun", words=[word],
    )  # fmt: skip
