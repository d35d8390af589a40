"""Clauses that say who did a deed: "the raids that X carried out", "a raid that X carried out"."""

from __future__ import annotations

from kg.extract.means import is_means
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.syntax import Syntax

_FARTHEST_PLACE = 4
"""Nodes of a place and a comma between a noun and the verb that takes it up."""
_FARTHEST_RELATIVE = 9
"""Words of time and kind between a noun and the verb of a clause that describes it."""


_FARTHEST_TOLD = 14
"""Nodes between a deed and the verb that takes it up behind what it was aimed at."""


def _behind_pronoun(syntax: Syntax, start: int) -> int | None:
    """Where the pronoun stands by which a light verb takes up the deed: "a raid that X went about"."""
    step = start
    while step < min(start + _FARTHEST_PLACE, len(syntax.nodes)) and _leads_on(syntax.nodes[step]):
        step += 1
    step += syntax.follows(step + 1, "relative") if step < len(syntax.nodes) else 0
    verb, pronoun = (syntax.nodes[at] if at < len(syntax.nodes) else None for at in (step, step + 1))
    if not isinstance(verb, Word) or not isinstance(pronoun, Word) or verb.conjunction or verb.suffix:
        return None
    means = syntax.lexicon.pack.words["means"]
    led = bool(pronoun.suffix) and not pronoun.core and pronoun.preposition in means
    return step + 1 if led and verb.is_a("light") and not verb.mark else None


def _leads_on(node: Node) -> bool:
    """Whether a node only says where a deed was, before who did it: "an infiltration into P, which X carried out"."""
    if isinstance(node, Phrase):
        return node.actor is None and node.place is not None and not node.conjunction
    return is_comma(node) or (node.is_a("preposition") and not node.conjunction)


def told_later(syntax: Syntax, noun: int) -> int | None:
    """The light verb that takes up a deed behind what it was aimed at: "a raid on P, carried out by X"; or None."""
    word = syntax.nodes[noun]
    if not isinstance(word, Word) or word.suffix:
        return None
    feminine = word.core.partition(" ")[0].endswith(syntax.lexicon.feminine_endings)
    for step in range(noun + 1, min(noun + 1 + _FARTHEST_TOLD, len(syntax.nodes))):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            if syntax.governors[step] in ("bare", "of", "genitive"):
                return None
        elif node.is_a("launching", "claiming") and node.suffix and not node.conjunction:
            parted = is_comma(syntax.nodes[step - 1]) or isinstance(syntax.nodes[step - 1], Phrase)
            gender = syntax.lexicon.pack.clitics["pronouns"].get(node.suffix, {}).get("gender", "")
            return step if parted and (gender == "feminine") is feminine else None
        elif node.has_voice("noun", "active", "passive", "future") or not _goes_with_deed(node):
            return None
    return None


def _goes_with_deed(word: Word) -> bool:
    if word.mark:
        return is_comma(word)
    return word.is_plain or word.is_a(
        "preposition", "locative", "quantifier", "epithet", "nisba", "adverb", "direction"
    )


def relative_verb(syntax: Syntax, start: int) -> int | None:
    """The verb of "which … carried out / provided" behind a noun, or None.

    An indefinite noun needs no "which": a pronoun on the verb takes it up.
    """
    first = syntax.nodes[start] if start < len(syntax.nodes) else None
    if isinstance(first, Word) and first.suffix and first.is_a("light"):
        return start
    taken_up = _behind_pronoun(syntax, start)
    if taken_up is not None:
        return taken_up
    for step in range(start, min(start + _FARTHEST_RELATIVE, len(syntax.nodes))):
        node = syntax.nodes[step]
        if isinstance(node, Phrase) and (is_means(node, syntax.lexicon) or _leads_on(node)):
            continue
        if not isinstance(node, Word) or node.mark or node.is_a("before_clause"):
            break
        if node.has_voice("noun") and not node.senses[0][0].predicate:
            break  # Another deed: the clause is about that one.
        if node.suffix and node.is_a("light") and not node.conjunction:
            return step
    if isinstance(first, Word) and first.has_voice("noun") and not first.senses[0][0].predicate:
        return None  # "His condemnation of the raids that X carried out": the clause is about the raids.
    for step in range(start, min(start + 2, len(syntax.nodes) - 1)):
        node, verb = syntax.nodes[step], syntax.nodes[step + 1]
        relative = isinstance(node, Word) and node.is_a("relative")
        told = isinstance(first, Phrase) and isinstance(verb, Word) and bool(verb.senses)
        if relative and isinstance(verb, Word) and verb.is_a("light") and not told:
            return step + 1
    return None
