"""What parts a verb from its object, relative clauses and appositions: where the main clause goes on behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.coordination import collect
from kg.extract.nodes import Phrase, Word, is_comma

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax

_LONGEST = 24
"""Nodes of a relative clause between two commas."""


def behind_aside(syntax: Syntax, position: int) -> int | None:
    """Where the main clause goes on behind a relative clause or apposition that opens here: "X, which …, attacked Y".

    Between commas that is behind the second; without them, behind the subject of a verb that takes up the
    antecedent: "the government that Y backs". None where no relative clause opens, or where nobody can tell.
    """
    word = syntax.nodes[position]
    if not isinstance(word, Word) or not (word.is_a("relative") or _says_what_it_is(word)):
        return None
    if is_comma(syntax.nodes[position - 1]):
        if not isinstance(syntax.nodes[position - 2], Phrase):
            return None
        for step in range(position + 1, min(len(syntax.nodes), position + _LONGEST)):
            if is_comma(syntax.nodes[step]):
                return step + 1
            if syntax.ends_clause(step):
                return None
        return None
    if not word.is_a("relative"):
        return None
    verb = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    if isinstance(verb, Word) and verb.is_a("comprising"):
        return _behind_members(syntax, position + 2)
    subject = syntax.nodes[position + 2] if position + 2 < len(syntax.nodes) else None
    if not isinstance(verb, Word) or not verb.suffix or not syntax.is_verb(position + 1):
        return None
    free = isinstance(subject, Phrase) and not subject.preposition
    return position + 3 if free else None


def _behind_members(syntax: Syntax, position: int) -> int | None:
    """Behind those whom a body is made up of, where another is named: "the coalition that comprises X and Y hit Z"."""
    step = position
    while step < len(syntax.nodes) and isinstance(word := syntax.nodes[step], Word) and word.is_a("adverb"):
        step += 1
    first = syntax.nodes[step] if step < len(syntax.nodes) else None
    if not isinstance(first, Phrase) or first.preposition:
        return None
    behind = collect(syntax.nodes, step, "actor")[1]
    other = syntax.nodes[behind] if behind < len(syntax.nodes) else None
    return behind if isinstance(other, Phrase) and not other.conjunction else None


def _says_what_it_is(word: Word) -> bool:
    """Whether a noun says what the name before it is, and of whom: "X, the wing of Y, shelled Z"."""
    return any(frame.predicate and frame.lasting and voice == "noun" for frame, voice in word.senses)
