"""What parts a verb from its object, relative clauses and appositions: where the main clause goes on behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.coordination import collect
from kg.extract.nodes import Phrase, Word, is_comma

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax

_NEAREST_COMMA = 6
"""Nodes before a clause without "which" among which stands the comma that opens the aside."""
_LONGEST = 24
"""Nodes of a relative clause between two commas."""


def behind_aside(syntax: Syntax, position: int) -> int | None:
    """Where the main clause goes on behind a relative clause or apposition that opens here: "X, which …, attacked Y".

    Between commas that is behind the second; without them, behind the subject of a verb that takes up the
    antecedent: "the government that Y backs", or behind what another verb takes. None where no relative clause opens,
    or where nobody can tell.
    """
    word = syntax.nodes[position]
    described = _behind_description(syntax, position)
    if described is not None:
        return described
    being = word.classes and "being" in word.classes
    if not isinstance(word, Word) or not (being or word.is_a("relative") or _says_what_it_is(word)):
        return None
    if is_comma(syntax.nodes[position - 1]):
        if not isinstance(syntax.nodes[position - 2], Phrase):
            return None
        if being:
            return _behind_being(syntax, position)
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
        return _behind_objects(syntax, position + 2)
    subject = syntax.nodes[position + 2] if position + 2 < len(syntax.nodes) else None
    if not isinstance(verb, Word) or not syntax.is_verb(position + 1):
        return None
    if not verb.suffix:
        return _behind_objects(syntax, position + 2)
    free = isinstance(subject, Phrase) and not subject.preposition
    return position + 3 if free else None


def _behind_being(syntax: Syntax, position: int) -> int | None:
    """Behind the comma that closes what somebody is, where the main clause goes on: "(hit) X, which is …, in P"."""
    for step in range(position + 1, min(len(syntax.nodes) - 1, position + _LONGEST)):
        if not is_comma(syntax.nodes[step]):
            continue
        following = syntax.nodes[step + 1]
        led = "preposition" in following.classes
        if isinstance(following, Phrase):
            led = bool(following.preposition) or not _is_listed(syntax, step + 1)
        if led and not following.conjunction:
            return step + 1
    return None


def _is_listed(syntax: Syntax, position: int) -> bool:
    """Whether the list that a phrase may be in goes on behind it: "an alliance of X, Y and Z"."""
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    return following is not None and (is_comma(following) or bool(following.conjunction))


def _behind_description(syntax: Syntax, position: int) -> int | None:
    """Behind the comma that closes what is said of an indefinite noun: "X accused, in a letter (that) it sent, Y"."""
    verb, noun = syntax.nodes[position], syntax.nodes[position - 1]
    if not isinstance(verb, Word) or not verb.suffix or verb.conjunction or verb.mark:
        return None
    if not (verb.is_a("light", "reporting") or verb.has_voice("active")) or not isinstance(noun, Word):
        return None
    if (
        noun.mark
        or noun.suffix
        or noun.is_a("relative", "preposition")
        or syntax.lexicon.is_definite(noun.core)
    ):
        return None
    if not any(is_comma(node) for node in syntax.nodes[max(0, position - _NEAREST_COMMA) : position]):
        return None
    for step in range(position + 1, min(len(syntax.nodes), position + _LONGEST)):
        if is_comma(syntax.nodes[step]):
            other = syntax.nodes[step + 1] if step + 1 < len(syntax.nodes) else None
            return step + 1 if isinstance(other, Phrase) and not other.conjunction else None
        if syntax.ends_clause(step):
            return None
    return None


def _behind_objects(syntax: Syntax, position: int) -> int | None:
    """Behind what a relative clause takes, where another name follows: "(hit) X, who holds Y and Z, the W"."""
    nodes = syntax.nodes
    step = position
    while step < len(nodes) and isinstance(word := nodes[step], Word) and word.is_a("adverb", "preposition"):
        if word.suffix or word.is_a("relative", "complementizer"):
            return None
        step += 1
    taken = nodes[step] if step < len(nodes) else None
    if isinstance(taken, Phrase):
        behind = collect(nodes, step, "actor" if taken.actor is not None else "place")[1]
        while behind < len(nodes) and isinstance(like := nodes[behind], Word) and _is_like(like):
            behind += 1
    elif isinstance(taken, Word) and not (taken.mark or taken.suffix or taken.is_a("head")):
        if not syntax.lexicon.is_definite(taken.core) or syntax.is_verb(step):
            return None  # A noun without the article may own what follows.
        behind = step + 1
    else:
        return None
    another = nodes[behind] if behind < len(nodes) else None
    free = isinstance(another, Phrase) and not another.preposition and not another.conjunction
    return behind if free else None


def _is_like(word: Word) -> bool:
    """Whether a word says what those before it are like: "Arab and Kurdish (fighters)"."""
    if word.mark or word.preposition or word.suffix or word.senses:
        return False
    return word.is_plain or word.is_a("nisba", "epithet")


def _says_what_it_is(word: Word) -> bool:
    """Whether a noun says what the name before it is, and of whom: "X, the wing of Y, shelled Z"."""
    return any(frame.predicate and frame.lasting and voice == "noun" for frame, voice in word.senses)
