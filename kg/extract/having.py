"""Who has men or bases somewhere, and so is there: "X has 900 soldiers in P", "with X are advisers in P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.nodes import SITE, Phrase, Word, is_quantity

if TYPE_CHECKING:
    from kg.extract.arguments import Arguments

_LONGEST_NUMBER = 4
"""Nodes of the number between the owner and what he has: "has about 900"."""


def owner(arguments: Arguments, position: int) -> Phrase | None:
    """Who has what the indefinite phrase at ``position`` names, where the clause says no more of it."""
    nodes = arguments.syntax.nodes
    had = nodes[position]
    if not isinstance(had, Phrase) or had.preposition or had.conjunction:
        return None
    base = had.how == SITE and any(word.is_a("base") for word in had.words)
    men = had.generic and had.how == "described" and not arguments.is_bystander(had)
    if not base and not men:
        return None
    step = position - 1
    while step >= max(0, position - _LONGEST_NUMBER) and _counts(nodes[step]):
        step -= 1
    one = nodes[step] if step >= 0 else None
    if not isinstance(one, Phrase) or one.actor is None or one.generic:
        return None
    return one if _has(arguments, step, one) else None


def _counts(node: Phrase | Word) -> bool:
    return is_quantity(node) or (isinstance(node, Word) and node.is_a("about", "adverb", "partitive"))


def _has(arguments: Arguments, position: int, one: Phrase) -> bool:
    """Whether "with", "to" or a verb of having leads to the phrase; "to" must open the clause."""
    syntax = arguments.syntax
    if syntax.follows(position, "having"):
        return True
    if one.preposition not in syntax.lexicon.pack.words["belonging"]:
        return False
    before = syntax.nodes[position - 1] if position else None
    opened = isinstance(before, Word) and (before.mark or before.is_a("complementizer", "was", "clause"))
    return before is None or opened or syntax.is_verb(position - 1)
