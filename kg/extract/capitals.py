"""Capitals: the city where one is meant, and which one "the capital" is."""

from __future__ import annotations

from kg.extract.anaphora import Discourse
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word


def settle(nodes: list[Node], lexicon: Lexicon, discourse: Discourse) -> None:
    """The city behind "the capital" is no government, and is named by both together; in place."""
    position = 0
    while position < len(nodes):
        node = nodes[position]
        position += 1
        if not isinstance(node, Phrase) or node.place is None or node.place.type == "Country":
            continue
        at = position - 2
        whose = nodes[at] if at > 0 else None
        at -= isinstance(whose, Word) and whose.is_a("nisba", "epithet")
        word = nodes[at] if at >= 0 else None
        if not isinstance(word, Word) or not word.is_a("capital"):
            continue
        node.actor = None
        if not node.preposition and not node.conjunction and not word.suffix:
            discourse.capital = node.place if lexicon.is_definite(word.core) else discourse.capital
            node.start, node.conjunction, node.preposition = (
                word.core_start,
                word.conjunction,
                word.preposition,
            )
            node.words = [word, *node.words]
            del nodes[at : position - 1]
            position = at + 1


def name(nodes: list[Node], lexicon: Lexicon, discourse: Discourse) -> None:
    """ "The capital" alone is the one that the text named last, else that of the country it is about; in place."""
    for position, word in enumerate(nodes):
        if not isinstance(word, Word) or not word.is_a("capital") or word.suffix:
            continue
        following = nodes[position + 1] if position + 1 < len(nodes) else None
        named = isinstance(following, Phrase) and following.place is not None and not following.preposition
        another = (
            isinstance(following, Word) and following.is_a("nisba", "epithet") and not following.conjunction
        )
        if discourse.capital is None or named or another or not lexicon.is_definite(word.core):
            continue
        nodes[position] = Phrase(
            word.core_start,
            word.end,
            None,
            discourse.capital,
            word.conjunction,
            word.preposition,
            words=[word],
        )
