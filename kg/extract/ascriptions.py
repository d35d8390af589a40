"""Deeds that somebody lays at another's door: "an attack that the government ascribed to X" is read as one by X."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_LONGEST = 5
"""Nodes from the verb to the preposition before whom the deed is ascribed to."""


def as_agents(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes with "(which) A ascribed to" made "by": the verb takes up the deed before it by a pronoun.

    Without a pronoun the deed stands behind: of "A ascribed to X an attack that hit Y" only X is left to have done it.
    """
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        led = _preposition(nodes, position, lexicon)
        if led is not None:
            word = nodes[led]
            assert isinstance(word, Word)
            result.append(replace(word, classes=frozenset({"agent"}), senses=()))
            position = led + 1
            continue
        result.append(nodes[position])
        position += 1
    return result


def _preposition(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    """Where "to" stands behind a verb of ascribing with a pronoun, and who is meant behind it; or None."""
    verb = nodes[position]
    if not isinstance(verb, Word) or not verb.is_a("ascribing") or not verb.suffix or verb.conjunction:
        return None
    for step in range(position + 1, min(position + 1 + _LONGEST, len(nodes) - 1)):
        word, name = nodes[step], nodes[step + 1]
        if isinstance(word, Phrase):
            continue
        if word.mark:
            return None
        if word.core in lexicon.pack.words["sent_to"] and not word.suffix:
            named = isinstance(name, Phrase) and name.actor is not None and not name.preposition
            return step if named else None
    return None
