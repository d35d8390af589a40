"""Who owns an office by a pronoun: "its leader X", "X, its minister of defence"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.agreement import agrees
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Phrase, Word

_PERSONS = frozenset(("Person", "MediaOutlet", "DescribedGroup"))
"""Types of actor that a pronoun on an office hardly means."""


def pronoun_of(word: Word) -> Phrase:
    """A phrase for whoever the pronoun on ``word`` means; nobody, until it is known who was named before."""
    return Phrase(word.core_start, word.end, None, None, how="pronoun", words=[word])


def possessor(phrase: Phrase, named: Iterable[Phrase], lexicon: Lexicon) -> Phrase | None:
    """The first of ``named`` that the pronoun of ``phrase`` can mean: an organisation that agrees with it.

    Of a state only where the office is one that states have: none has a secretary general.
    """
    word = phrase.words[0]
    entries = (lexicon.pack.titles.get(core, {}) for core in (word.core, word.core.partition(" ")[0]))
    of_state = any(entry.get("of_state") for entry in entries)
    owners = [one for one in named if _may_own(one, word, lexicon)]
    bodies = [one for one in owners if of_state or one.place is None]
    return next(iter(bodies), None)


def _may_own(phrase: Phrase, word: Word, lexicon: Lexicon) -> bool:
    if phrase.actor is None or phrase.actor.type in _PERSONS or not phrase.words or phrase.how == "pronoun":
        return False
    # "The leadership of X" has the gender of X.
    own = phrase.words[1:] if phrase.via == "transparent" else phrase.words
    if not agrees(word, [replace(phrase, words=own or phrase.words)], lexicon):
        return False
    # Names of states are feminine, but for a few.
    gender = lexicon.pack.clitics["pronouns"].get(word.suffix, {}).get("gender", "")
    return phrase.actor.type != "State" or gender != "masculine" or phrase.words[0].is_a("masculine_noun")
