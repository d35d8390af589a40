"""What keeps a phrase beside a verb from being its subject: the verb's form, a pronoun before it, "all who"."""

from __future__ import annotations

from kg.extract.agreement import agrees, disagrees, is_of_several, shown_gender
from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.carried_subjects import shared
from kg.extract.nodes import Phrase, Word, is_quantity

_MOST_ADJECTIVES = 3
"""Adjectives between a text and the verb that says what is in it."""


def is_no_subject(arguments: Arguments, position: int) -> bool:
    """Whether the form of the verb keeps the phrase right behind it from being its subject."""
    verb, phrase = arguments.syntax.nodes[position : position + 2]
    if not isinstance(verb, Word) or not isinstance(phrase, Phrase):
        return False
    lexicon = arguments.syntax.lexicon
    return (
        is_of_several(verb, lexicon)
        or (not verb.suffix and disagrees(verb, phrase, lexicon))
        or _is_struck_man(arguments, position)
    )


def _is_struck_man(arguments: Arguments, position: int) -> bool:
    """Whether a feminine verb goes on with a deed of the body before it, and so strikes the man right behind it.

    "(The forces) stormed P and arrested X".
    """
    verb, man = arguments.syntax.nodes[position : position + 2]
    if not isinstance(verb, Word) or not isinstance(man, Phrase) or verb.suffix or not verb.conjunction:
        return False
    struck = any(frame.violent and voice == "active" for frame, voice in verb.senses)
    person = man.actor is not None and man.actor.type == "Person"
    lexicon = arguments.syntax.lexicon
    if not struck or not person or agrees(verb, [man], lexicon):
        return False
    doers = shared(arguments, position)
    return bool(doers) and shown_gender(doers[0], lexicon) == "feminine"


def is_of_whoever(arguments: Arguments, position: int) -> bool:
    """Whether nobody is named of whom the verb tells: "all who back X"."""
    before = arguments.syntax.nodes[position - 1] if position else None
    partitive = arguments.syntax.lexicon.pack.words["partitive"]
    counted = isinstance(before, Word) and before.is_a("quantifier") and " " in before.core
    return counted and isinstance(before, Word) and before.core.split()[-1] in partitive


def is_of_a_text(arguments: Arguments, position: int) -> bool:
    """Whether an indefinite text is the subject, and whose it is nobody says: "a veto of a draft that condemns X"."""
    syntax = arguments.syntax
    verb = syntax.nodes[position]
    if not isinstance(verb, Word) or verb.conjunction or verb.preposition or verb.suffix:
        return False
    for step in range(position - 1, max(-1, position - 2 - _MOST_ADJECTIVES), -1):
        node = syntax.nodes[step]
        if (
            not isinstance(node, Word)
            or node.mark
            or node.conjunction
            or syntax.lexicon.is_definite(node.core)
        ):
            return False
        if "text_noun" in syntax.lexicon.nouns(node.text):
            ending = tuple(syntax.lexicon.pack.clitics["noun_endings"])
            return not node.core.endswith(ending) or _is_fought(arguments, step)
        if not (node.is_a("epithet", "nisba") or node.is_plain):
            return False
    return False


def _is_fought(arguments: Arguments, text: int) -> bool:
    """Whether somebody is against the text, and so not of its mind: "rejected a statement that condemns X"."""
    for step in range(text - 1, max(-1, text - FAR), -1):
        node = arguments.syntax.nodes[step]
        if arguments.syntax.ends_clause(step):
            return False
        if isinstance(node, Word) and (
            node.is_a("refusal", "failure") or any(frame.relation == "opposes" for frame, _ in node.senses)
        ):
            return True
    return False


def has_others_behind(arguments: Arguments, phrase: int) -> bool:
    """Whether a number of others, of whom nobody says who they are, is the object behind the subject at ``phrase``."""
    nodes = arguments.syntax.nodes
    behind = arguments.beyond(phrase, ACTOR)
    number, others = (nodes[step] if step < len(nodes) else None for step in (behind, behind + 1))
    counted = number is not None and is_quantity(number) and not (number.conjunction or number.preposition)
    return counted and isinstance(others, Word) and others.is_a("some_others")


def is_of_two(arguments: Arguments, position: int) -> bool:
    """Whether "that the two" stands before the verb, so that one alone is not its subject."""
    before = arguments.syntax.nodes[position - 1] if position else None
    if not isinstance(before, Word) or not before.is_a("complementizer"):
        return False
    ended = (each for each in arguments.syntax.lexicon.pronouns if before.core.endswith(each))
    return any(arguments.discourse.is_dual(pronoun) for pronoun in ended)


def has_noun_subject(arguments: Arguments, position: int) -> bool:
    """Whether a noun nobody knows is the subject of a relative clause: "the town that the war tore apart"."""
    nodes = arguments.syntax.nodes
    verb, noun = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(verb, Word) or not verb.suffix or not arguments.syntax.follows(position, "relative"):
        return False
    named = isinstance(noun, Word) and not noun.mark and not noun.preposition and not noun.suffix
    if not named or not isinstance(noun, Word) or not arguments.syntax.lexicon.is_definite(noun.core):
        return False
    return noun.is_plain or (noun.has_voice("noun") and not arguments.doer_of(position + 1))


def has_pronoun_subject(arguments: Arguments, position: int) -> bool:
    """Whether "that he" stands before the verb, so that what stands behind it is its object."""
    before = arguments.syntax.nodes[position - 1] if position else None
    that = before if isinstance(before, Word) and before.is_a("complementizer") else None
    return that is not None and that.core.endswith(arguments.syntax.lexicon.pronouns)


def has_deed_behind(arguments: Arguments, phrase: int) -> bool:
    """Whether a definite noun for a deed stands right behind the phrase, which is then who judges it."""
    behind = arguments.beyond(phrase, ACTOR)
    noun = arguments.syntax.nodes[behind] if behind < len(arguments.syntax.nodes) else None
    if not isinstance(noun, Word) or noun.mark or noun.preposition or noun.conjunction:
        return False
    return noun.has_voice("noun") and arguments.syntax.lexicon.is_definite(noun.core)


def has_object_behind(arguments: Arguments, position: int) -> bool:
    """Whether a noun nobody knows, with a pronoun on it, stands right behind the verb as its object."""
    nodes = arguments.syntax.nodes
    words = (
        node for node in nodes[position + 1 :] if not (isinstance(node, Word) and node.is_a("quantifier"))
    )
    word = next(words, None)
    if not isinstance(word, Word) or word.mark or word.classes or word.senses or word.preposition:
        return False
    return word.text.endswith(arguments.syntax.lexicon.object_pronouns)
