"""Groups that are known by the operation which they carry out: "the factions of the operation X"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Word


def carry_out(word: Word, following: Node | None, lexicon: Lexicon) -> bool:
    """Whether those are meant who carry an operation out: "the factions of the operation X"."""
    if word.suffix or lexicon.is_definite(word.core) or word.core.endswith(lexicon.people_endings):
        return False
    if not isinstance(following, Word) or not following.is_a("operation") or not following.has_voice("noun"):
        return False
    return word.is_a("transparent_actor") and not (following.conjunction or following.preposition)
