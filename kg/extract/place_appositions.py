"""What a place is said to be right behind its name, and what else lies there: "P, the capital of Q, and R"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma

_MOST_ADJECTIVES = 2
"""Adjectives behind what the place is the capital of."""


def hide(nodes: list[Node], lexicon: Lexicon) -> None:
    """Takes such appositions out of the sentence, with the comma that opens them; in place."""
    for position, node in enumerate(nodes):
        if not isinstance(node, Phrase) or node.place is None or node.how == SITE or node.hidden:
            continue
        opening = position + 1
        start = opening + (opening < len(nodes) and is_comma(nodes[opening]))
        behind = _behind(nodes, start, node, lexicon)
        if behind is not None:
            for hidden in nodes[opening:behind]:
                hidden.hidden = True


def _behind(nodes: list[Node], start: int, place: Phrase, lexicon: Lexicon) -> int | None:
    """The position behind the apposition to ``place`` that opens at ``start``, or None where none does."""
    opens = nodes[start] if start < len(nodes) else None
    if opens is None or opens.conjunction or opens.preposition or opens.mark:
        return None
    whole = start
    if isinstance(opens, Word):
        if opens.suffix or opens.senses or not opens.is_a("capital", "chief_town", "one_of"):
            return None
        whole += 1
    elif not opens.words[0:1] or not opens.words[0].is_a("capital", "chief_town"):
        return None
    of = nodes[whole] if whole < len(nodes) else None
    if not isinstance(of, Phrase) or of.place is None or of.conjunction or of.preposition or of.how == SITE:
        return None
    if isinstance(opens, Word) and opens.is_a("one_of") and not _are_many(of, lexicon):
        return None
    if isinstance(opens, Phrase) and of.place.type == "City" and of.place != place.place:
        return None
    behind = whole + 1
    while behind < len(nodes) and behind <= whole + _MOST_ADJECTIVES and _describes(nodes[behind], lexicon):
        behind += 1
    return behind


def _are_many(places: Phrase, lexicon: Lexicon) -> bool:
    """Whether a noun for several places opens it: "(the largest of) the towns of Q"."""
    return bool(places.words) and bool(lexicon.pack.heads.get(places.words[0].core, {}).get("many"))


def _describes(node: Node, lexicon: Lexicon) -> bool:
    if not isinstance(node, Word) or not node.stands_alone:
        return False
    return (
        lexicon.is_definite(node.core)
        and not node.senses
        and (node.is_plain or node.is_a("nisba", "epithet"))
    )
