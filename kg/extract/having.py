"""Who has men or bases somewhere, and so is there: "X has 900 soldiers in P", "with X are advisers in P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.agreement import agrees
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma, is_quantity

if TYPE_CHECKING:
    from kg.extract.arguments import Arguments

_LONGEST_NUMBER = 4
"""Nodes of the number between the owner and what he has: "has about 900"."""
_LONGEST_DESCRIPTION = 3
"""Adjectives of what he has: "has large military bases in"."""


def owner(arguments: Arguments, position: int) -> tuple[Phrase, int] | None:
    """Who has men or bases at the place at ``position``, where the clause says no more of them; and what says so."""
    syntax, nodes = arguments.syntax, arguments.syntax.nodes
    place = nodes[position]
    step = position - 1
    if not _opens_with_base(place):
        word = nodes[step] if step >= 0 else None
        step -= isinstance(word, Word) and word.is_a("locative") and not (word.conjunction or word.suffix)
        step = _behind_owned(arguments, step)
    while step >= max(0, position - _LONGEST_NUMBER - _LONGEST_DESCRIPTION) and _counts(nodes[step]):
        step -= 1
    if step < 0 or step >= position:
        return None
    one = nodes[step]
    if isinstance(one, Word):
        meant = _meant(arguments, step, one)
        return (meant, step) if meant is not None else None
    named = one.actor is not None and not one.generic and _has(arguments, step, one)
    if named and syntax.follows(step, "having") and syntax.follows(step - 1, "where"):
        return None  # "P, where X has bases in the hills": the place of the clause is P.
    return (one, step - syntax.follows(step, "having")) if named else None


def where(arguments: Arguments, position: int) -> tuple[Phrase, Phrase] | None:
    """Who has bases at the place that "where" means: "P, where X has bases", given the verb; and that place."""
    syntax, nodes = arguments.syntax, arguments.syntax.nodes
    verb, one = nodes[position : position + 2] if position + 1 < len(nodes) else (nodes[position], None)
    if not isinstance(verb, Word) or not verb.is_a("having") or not syntax.follows(position, "where"):
        return None
    before = position - 2 - (position > 2 and is_comma(nodes[position - 2]))
    place = nodes[before] if before >= 0 else None
    if not isinstance(place, Phrase) or place.place is None:
        return None
    named = isinstance(one, Phrase) and one.actor is not None and not one.generic
    at, had = (position + 2, one) if named else (position + 1, _meant(arguments, position, verb))
    while at < len(nodes) and _counts(nodes[at]):
        at += 1
    based = at < len(nodes) and (_is_base(nodes[at]) or _opens_with_base(nodes[at]))
    return (had, place) if based and isinstance(had, Phrase) else None


def _behind_owned(arguments: Arguments, position: int) -> int:
    """The position before the men or bases that end at ``position``, or -1 where there are none."""
    nodes = arguments.syntax.nodes
    step = position
    while step > max(0, position - _LONGEST_DESCRIPTION) and _describes(nodes[step]):
        step -= 1
    had = nodes[step] if step >= 0 else None
    if had is None or had.preposition or had.conjunction:
        return -1
    if isinstance(had, Word):
        return step - 1 if _is_base(had) else -1
    men = had.generic and had.how == "described" and not arguments.is_bystander(had)
    return step - 1 if step == position and (men or _is_base(had)) else -1


def _describes(node: Node) -> bool:
    return isinstance(node, Word) and node.is_a("epithet", "nisba") and not (node.conjunction or node.mark)


def _is_base(node: Node) -> bool:
    if isinstance(node, Word):
        return node.is_a("base") and not (node.suffix or node.preposition)
    return node.how == SITE and any(word.is_a("base") for word in node.words)


def _opens_with_base(node: Node) -> bool:
    """Whether a phrase names bases and where they lie: "bases in P"."""
    if not isinstance(node, Phrase) or node.place is None or not node.words or node.preposition:
        return False
    return node.words[0].is_a("base") and any(word.is_a("locative") for word in node.words[1:])


def _counts(node: Node) -> bool:
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


def _meant(arguments: Arguments, position: int, word: Word) -> Phrase | None:
    """Whom the pronoun of "with him" or "to him" means, or the subject that a verb of having leaves out."""
    syntax = arguments.syntax
    belonging = syntax.lexicon.pack.words["belonging"]
    to_him = not word.core and word.preposition in belonging and bool(word.suffix)
    verb = word.is_a("having") and not word.suffix and not word.is_a("preposition")
    with_him = word.is_a("having") and bool(word.suffix) and word.is_a("preposition")
    if not (to_him or verb or with_him):
        return None
    if syntax.follows(position, "relative"):
        found = syntax.antecedent_of(position - 1, "actor")
        return _actor(syntax.nodes[found]) if found is not None else None
    before = syntax.nodes[position - 1] if position else None
    if isinstance(before, Phrase) and not before.preposition and not word.conjunction:
        return before if before.actor is not None else None
    opened = bool(word.conjunction) or before is None or (isinstance(before, Word) and (
        before.mark or before.is_a("was", "where", "clause")
    ))  # fmt: skip
    if not opened:
        return None
    joined = bool(word.conjunction)  # "X is active in P, where most people are Ys, and has bases in Q".
    topic = arguments.topics.outer(position) if joined else arguments.topics.subject(position)
    if joined and any(arguments.is_bystander(one) for one in topic):
        topic = arguments.topics.main
    if not topic and word.suffix:
        topic = arguments.discourse.pronoun(word.suffix, syntax.nodes, position)
    fits = len(topic) == 1 and agrees(word, topic, syntax.lexicon)
    return topic[0] if fits else None


def _actor(node: Node) -> Phrase | None:
    return node if isinstance(node, Phrase) and node.actor is not None else None
