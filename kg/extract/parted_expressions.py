"""Verbs of several words that their subject parts: "met X his end", where the pack knows "met his end"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon, Reading
from kg.extract.nodes import Node, Phrase, Word

_FINITE = {"active", "future", "passive"}
_CARRYING = {"failure", "ceasing", "modal", "refusal", "light", "claiming"}
"""Classes of verbs that say of a deed whether it is done."""
_MOST_BETWEEN = 4
"""Phrases of the subject, with those that "and" joins to it."""


def joined(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes with each such verb made one word before its subject, and the rest of it left out."""
    result = list(nodes)
    for position, verb in enumerate(nodes):
        if not isinstance(verb, Word) or verb.mark or verb.suffix or not lexicon.openings(verb.core):
            continue
        rest = _behind_subject(nodes, position)
        whole = _whole(verb, rest, lexicon) if rest is not None else None
        if rest is None or whole is None:
            continue
        result[position] = replace(verb, classes=verb.classes | whole.classes, senses=whole.senses)
        if not rest.is_a("preposition"):  # It still leads to where the subject is: "stayed X in P".
            result = [node for node in result if node is not rest]
    return result


def _behind_subject(nodes: list[Node], verb: int) -> Word | None:
    """The word behind the subject that stands right behind the verb."""
    step = verb + 1
    while step < min(verb + 1 + _MOST_BETWEEN, len(nodes)) and isinstance(phrase := nodes[step], Phrase):
        if phrase.preposition or (step == verb + 1) is bool(phrase.conjunction):
            return None
        step += 1
    word = nodes[step] if verb + 1 < step < len(nodes) else None
    return word if isinstance(word, Word) and not word.mark and not word.conjunction else None


def _whole(verb: Word, rest: Word, lexicon: Lexicon) -> Reading | None:
    """What verb and rest mean together, where that is a verb."""
    found = lexicon.exact(f"{verb.core} {rest.text}")
    if found is None:
        return None
    verbal = any(voice in _FINITE for _, voice in found.senses)
    return found if verbal or not found.classes.isdisjoint(_CARRYING) else None
