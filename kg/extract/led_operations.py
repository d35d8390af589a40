"""Verbs of leading that are spelled like the leaders of somebody: "battles that X led", and no leaders of theirs."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Word

_MOST_ADJECTIVES = 3
"""Words between the deed and the verb: "heavy daily battles that X led"."""


def settle(nodes: list[Node], lexicon: Lexicon) -> None:
    """Makes a verb of a title with a pronoun behind "which", or behind the deed that the pronoun takes up; in place."""
    for position, node in enumerate(nodes):
        if not isinstance(node, Word) or not node.is_a("title") or node.conjunction or node.preposition:
            continue
        suffix = next((each for each in lexicon.object_pronouns if node.text.endswith(each)), "")
        verb = lexicon.exact(stem := node.text.removesuffix(suffix)) if suffix else None
        led = verb is not None and any(
            frame.relation == "commands" and voice == "active" for frame, voice in verb.senses
        )
        if verb is not None and led and _is_told_of_deed(nodes, position):
            nodes[position] = replace(
                node, core=stem, suffix=suffix, classes=verb.classes, senses=verb.senses
            )


def _is_told_of_deed(nodes: list[Node], position: int) -> bool:
    for step in range(position - 1, max(-1, position - 2 - _MOST_ADJECTIVES), -1):
        node = nodes[step]
        if not isinstance(node, Word) or node.mark or node.suffix:
            return False
        if node.is_a("relative"):
            return step == position - 1
        if node.is_a("operation", "battle") or any(
            voice == "noun" and not frame.predicate for frame, voice in node.senses
        ):
            return True
        adjective = node.is_plain or node.is_a("epithet", "nisba", "as_adjective", "relational_noun")
        if node.conjunction or node.preposition or not adjective:
            return False
    return False
