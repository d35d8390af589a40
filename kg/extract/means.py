"""With what a deed is done: "an attack with drones that X carried out"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Phrase


def is_means(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether aircraft without an owner only say with what a deed was done."""
    flies = bool(lexicon.pack.heads.get(phrase.head, {}).get("flies"))
    return flies and phrase.generic and phrase.preposition in lexicon.pack.words["means"]
