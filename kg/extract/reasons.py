"""Who did what is told as a reason: "imposed sanctions on X for its support of Y" is of X's support."""

from __future__ import annotations

from kg.extract.agreement import agrees, is_plural
from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.nodes import Phrase, Word


def blamed(arguments: Arguments, position: int, word: Word) -> list[Phrase] | None:
    """Whom the pronoun on the deed ``word`` means; empty where nobody can tell, None where the deed is no reason.

    It is who was named last, not who acts upon him; who undergoes something acts upon nobody.
    """
    syntax = arguments.syntax
    if not is_reason(arguments, position):
        return None
    topic = arguments.topics.subject(position)
    acted = False
    sufferer = _sufferer(arguments, position)
    if sufferer and _is_meant(arguments, word, sufferer[0]):
        return sufferer
    for step in range(position - 1, max(-1, position - 2 * FAR), -1):
        node = syntax.nodes[step]
        if syntax.ends_clause(step):
            break
        if isinstance(node, Word):
            if node.is_a("suffer", "receive"):
                return None
            acted = acted or syntax.is_verb(step) or node.is_a("light")
        elif all(node is not one for one in topic) and _is_meant(arguments, word, node):
            return [node]
    return [] if acted else None


def _sufferer(arguments: Arguments, position: int) -> list[Phrase]:
    """Who suffers what the clause before tells of: "X came under pressure by Y for its support of Z"."""
    for step in range(position - 1, max(-1, position - 2 * FAR), -1):
        node = arguments.syntax.nodes[step]
        if arguments.syntax.ends_clause(step):
            return []
        if isinstance(node, Word) and node.is_a("suffer"):
            left = arguments.left(step, ACTOR)
            bare = [left] if left is not None else arguments.bare(arguments.syntax.following(step), ACTOR)
            return arguments.members(bare[0], ACTOR) if bare else []
    return []


def is_reason(arguments: Arguments, position: int) -> bool:
    """Whether the word at ``position`` is a deed with a pronoun on it, led as reasons are."""
    syntax = arguments.syntax
    word = syntax.nodes[position]
    if not isinstance(word, Word) or not word.suffix:
        return False
    return word.preposition in syntax.lexicon.pack.words["reason"] or syntax.follows(position, "reason")


def _is_meant(arguments: Arguments, word: Word, phrase: Phrase) -> bool:
    lexicon = arguments.syntax.lexicon
    if phrase.actor is None or phrase.how == "origin":
        return False
    many = lexicon.pack.clitics["pronouns"].get(word.suffix, {}).get("number") == "plural"
    group = is_plural(phrase, lexicon) or phrase.actor.type == "DescribedGroup"
    return agrees(word, [phrase], lexicon) and (group or not many)
