"""Whom the clause round a deed is about: he did it where a preposition, "that he" or "for the sake of" ties it."""

from __future__ import annotations

from kg.extract.agreement import agrees, carries_on
from kg.extract.arguments import ACTOR, Arguments
from kg.extract.nodes import Node, Phrase, Word

_CARRIED_WITHIN = 4
"""Nodes before a deed among which the verb stands that threatens it."""
_FEARED_WITHIN = 3
"""Nodes before a deed among which a noun says what is felt of it: "warnings of state against an operation"."""
_BEFORE_VERB = ("may", "negation", "future", "adverb", "auxiliary", "modal")
"""What may stand between "that he" and the verb."""


def topic(arguments: Arguments, position: int) -> list[Phrase]:
    """Whom the clause is about, where a preposition ties the deed to it and no noun nobody knows owns the deed."""
    syntax = arguments.syntax
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    behind = position + 1
    while isinstance(node := syntax.nodes[behind] if behind < len(syntax.nodes) else None, Word):
        if (
            not (node.is_a("epithet") or _describes_object(arguments, position, node))
            or node.is_a("preposition", "adverb")
            or node.conjunction
            or node.preposition
        ):
            break
        behind += 1
    owned = isinstance(node, Word) and not (
        node.mark or node.preposition or node.is_a("preposition", "adverb", "clause")
    )
    first = position
    while syntax.follows(first, "light_noun"):
        first -= 1
    word = syntax.nodes[first]
    tied = syntax.follows(first, "preposition", "occur") or (
        isinstance(word, Word) and (word.preposition or word.is_a("preposition"))
    )
    occurs = isinstance(following, Word) and following.is_a("occur")
    tied, owned = tied or occurs or _is_of_clause(arguments, first), owned and not occurs
    feared = any(map(is_feared, syntax.nodes[max(0, first - _FEARED_WITHIN) : max(0, first - 1)]))
    if not tied or owned or feared:
        return []
    topic = _who_acts(arguments, position) or arguments.topics.at(position)
    if behind > position + 1 and not (
        _is_of_clause(arguments, first) or _is_near(arguments, position, topic)
    ):
        return []
    aimed = isinstance(word, Word) and word.preposition in syntax.lexicon.pack.words["belonging"]
    if not (occurs or aimed) or not any(only_tells(arguments, phrase) for phrase in topic):
        return topic
    # Witnesses told that battles go on, or of somebody who came to help: neither is of them.
    return arguments.topics.carried if occurs else []


def _who_acts(arguments: Arguments, position: int) -> list[Phrase]:
    """Who does for somebody's sake what a noun carries: "since the opening by X of a front in support of Y"."""
    word = arguments.syntax.nodes[position]
    if not isinstance(word, Word) or not word.is_a("sake"):
        return []
    for step in range(position - 1, 0, -1):
        node = arguments.syntax.nodes[step]
        if arguments.syntax.ends_clause(step):
            break
        if (
            isinstance(node, Phrase)
            and node.actor is not None
            and arguments.syntax.follows(step, "light_noun")
        ):
            return arguments.members(step, ACTOR)
    return []


def _is_near(arguments: Arguments, position: int, topic: list[Phrase]) -> bool:
    """Whether somebody is named in the clause round ``position``, or speaks of himself in it."""
    for step in range(position - 1, -1, -1):
        node = arguments.syntax.nodes[step]
        if any(node is one for one in topic):
            return True
        if arguments.syntax.ends_clause(step):
            return isinstance(node, Word) and node.is_a("complementizer")
    return False


def _is_of_clause(arguments: Arguments, position: int) -> bool:
    """Whether it is done for somebody's sake, or its verb stands behind "that he": "that he offers help"."""
    word = arguments.syntax.nodes[position]
    if isinstance(word, Word) and word.is_a("sake"):
        return True
    if not arguments.syntax.follows(position, "light", "modal"):
        return False
    step = position - 2
    while step > 0 and isinstance(node := arguments.syntax.nodes[step], Word) and node.is_a(*_BEFORE_VERB):
        step -= 1
    opener = arguments.syntax.nodes[step] if step >= 0 else None
    if isinstance(opener, Word) and opener.is_a("clause"):
        if step == position - 2 and (opener.is_a("speech_continues") or _is_object(arguments, position)):
            # "Also launched raids": who does is whom the clause before was about.
            verb, about = arguments.syntax.nodes[position - 1], arguments.topics.at(position)
            return isinstance(verb, Word) and carries_on(verb, about, arguments.syntax.lexicon)
        return opener.core.endswith(arguments.syntax.lexicon.pronouns)  # "But it went on arming X."
    return arguments.syntax.follows(step + 1, "complementizer")


def _describes_object(arguments: Arguments, position: int, word: Word) -> bool:
    """Whether a word that nobody knows describes a deed that is an object, as its like ending shows."""
    endings = arguments.syntax.lexicon.noun_endings
    return word.is_plain and word.core.endswith(endings) and _is_object(arguments, position)


def _is_object(arguments: Arguments, position: int) -> bool:
    """Whether a deed has the ending of an object, so that the verb before it names no subject."""
    word, lexicon = arguments.syntax.nodes[position], arguments.syntax.lexicon
    if not isinstance(word, Word) or lexicon.is_definite(word.core):
        return False
    endings = (*lexicon.noun_endings, *lexicon.oblique_endings)
    return word.core.endswith(endings) and any(
        lexicon.exact(word.core.removesuffix(ending)) is not None for ending in lexicon.noun_endings
    )


def only_tells(arguments: Arguments, phrase: Phrase) -> bool:
    """Whether somebody is a source of the report, and no party: "witnesses said that battles go on with X"."""
    head = arguments.syntax.lexicon.pack.heads.get(phrase.head, {})
    source = bool(head.get("source") or head.get("bystanders"))
    return source or (phrase.actor is not None and phrase.actor.type in ("MediaOutlet", "Monitor"))


def is_feared(word: Node) -> bool:
    """Whether a noun says what is felt of the deed: "his fears of an attack"."""
    return isinstance(word, Word) and word.is_a("feeling")


def joined(arguments: Arguments, position: int) -> list[Phrase]:
    """Who goes on with the deed, where the last named is an object: "X met Y and renewed the charge against Z"."""
    syntax = arguments.syntax
    at = position - 1
    while at > max(0, position - _CARRIED_WITHIN) and _only_leads(syntax.nodes[at]):
        at -= 1
    verb = syntax.nodes[at] if position else None
    if not isinstance(verb, Word) or not verb.conjunction or verb.suffix:
        return []
    if not verb.is_a("menace") and not (verb.is_a("light") and at == position - 1):
        return []
    topic = arguments.topics.at(at if verb.is_a("menace") else position)
    here = bool(topic) and syntax.nodes[0].start <= topic[0].start < verb.start
    return topic if here and agrees(verb, topic, syntax.lexicon) else []


def _only_leads(node: Node) -> bool:
    """Whether a word only leads from a verb to the deed: "with more", "with launching"."""
    return (
        isinstance(node, Word) and not node.conjunction and node.is_a("quantifier", "partitive", "light_noun")
    )
