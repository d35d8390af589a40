"""Allies who are named beside those whose they are: "the army and allied militias", "X and its allied factions"."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.nodes import Node, Phrase
from kg.extract.ordered.noun_phrases import NounPhrases


def beside(nodes: list[Node], reader: NounPhrases) -> None:
    """States of each group that a conjunction joins to another as allied that it is so."""
    for one, other in pairwise(nodes):
        if not isinstance(one, Phrase) or not isinstance(other, Phrase) or not other.conjunction:
            continue
        named = one.actor is not None or one.how == "short"
        groups = one.how not in ("origin", "owner") and (other.actor is not None or other.how == "short")
        if named and groups and _is_allied(other, reader):
            reader.say_wordless("allied", one, other, other.start)


def _is_allied(group: Phrase, reader: NounPhrases) -> bool:
    """Whether a group is called allied and nobody's: of "its allied militias" the noun phrase itself says whose."""
    if not group.words or any(one.object is group for one in reader.stated):
        return False
    named = group.words[-1].core.partition(" ")
    known = reader.lexicon.pack.words["allied"]
    return any(word.is_a("allied") for word in group.words[:-1]) or (bool(named[2]) and named[0] in known)
