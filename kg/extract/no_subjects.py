"""What keeps a phrase beside a verb from being its subject: the verb's form, a pronoun before it, "all who"."""

from __future__ import annotations

from kg.extract.agreement import disagrees
from kg.extract.arguments import Arguments
from kg.extract.nodes import Phrase, Word


def is_no_subject(arguments: Arguments, position: int) -> bool:
    """Whether the form of the verb keeps the phrase right behind it from being its subject."""
    verb, phrase = arguments.syntax.nodes[position : position + 2]
    if not isinstance(verb, Word) or not isinstance(phrase, Phrase) or verb.suffix:
        return False
    return disagrees(verb, phrase, arguments.syntax.lexicon)


def is_of_whoever(arguments: Arguments, position: int) -> bool:
    """Whether nobody is named of whom the verb tells: "all who back X"."""
    before = arguments.syntax.nodes[position - 1] if position else None
    partitive = arguments.syntax.lexicon.pack.words["partitive"]
    counted = isinstance(before, Word) and before.is_a("quantifier") and " " in before.core
    return counted and isinstance(before, Word) and before.core.split()[-1] in partitive


def has_pronoun_subject(arguments: Arguments, position: int) -> bool:
    """Whether "that he" stands before the verb, so that what stands behind it is its object."""
    before = arguments.syntax.nodes[position - 1] if position else None
    that = before if isinstance(before, Word) and before.is_a("complementizer") else None
    return that is not None and that.core.endswith(arguments.syntax.lexicon.pronouns)
