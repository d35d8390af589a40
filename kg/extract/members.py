"""People joined to those whose they are by "of": "gunmen of the movement", "dozens of the gunmen of X"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quantity

NO_BODIES = {"State", "Person"}
"""Types of actors that nobody is in as a member."""


def take_members(phrases: list[Node], before: list[Node], lexicon: Lexicon) -> None:
    """Joins people to whose they are, a short form or a body without a name: "gunmen of the movement"."""
    body, led, people = (*phrases[:1], None)[0], *(None, *before[-1:])[-1:], *(None, *before[-2:-1])[-1:]
    if not isinstance(body, Phrase) or body.preposition or not (body.how == "short" or body.generic):
        return
    parted = isinstance(led, Word) and led.is_a("partitive") and not led.conjunction and not led.suffix
    noun = people.words[0] if isinstance(people, Phrase) and people.generic else people
    if not parted or people is None or not isinstance(noun, Word) or noun.mark or noun.suffix:
        return
    if not noun.is_a("transparent_actor") or (noun is people and body.how == "short"):
        return
    if body.how != "short" and "bare" not in lexicon.pack.heads.get(body.head, {}):
        return  # "A column of vehicles" is whose the vehicles are.
    start = people.start if isinstance(people, Phrase) else noun.core_start
    del before[-2:]
    body.start, body.conjunction, body.preposition = start, people.conjunction, people.preposition
    body.words = [noun, *body.words] if body.how != "short" else body.words
    body.via = "transparent"


def take_counted(phrase: Phrase, before: list[Node], lexicon: Lexicon) -> bool:
    """Joins people with the article behind a number to whose they are: "dozens of the gunmen of X"."""
    people = before[-2] if len(before) > 2 and is_quantity(before[-3]) else None
    if not isinstance(people, Word) or people.preposition or people.conjunction or phrase.actor is None:
        return False
    noun = people.core.removeprefix(lexicon.article)
    if (
        noun == people.core
        or "transparent_actor" not in lexicon.classes(noun)
        or phrase.actor.type in NO_BODIES
    ):
        return False
    del before[-2:]
    phrase.start, phrase.via = people.core_start, phrase.via or "transparent"
    phrase.words = [people, *phrase.words]
    return True


def take_fellows(phrase: Phrase, before: list[Node], lexicon: Lexicon) -> bool:
    """Joins people with the article to the name behind them that describes them: "the Xish fighters"."""
    people, name = before[-1] if before else None, phrase.words[0] if len(phrase.words) == 1 else None
    if not isinstance(people, Word) or name is None or phrase.actor is None or people.mark or people.suffix:
        return False
    attached = phrase.conjunction or phrase.preposition
    alike = lexicon.is_definite(people.core) and lexicon.is_definite(name.core)
    described = "head" in people.classes and lexicon.pack.heads[people.core]["role"] == "described"
    if attached or not (alike and described and name.core.endswith(lexicon.people_endings)):
        return False
    before.pop()
    phrase.start, phrase.conjunction, phrase.preposition = (
        people.core_start,
        people.conjunction,
        people.preposition,
    )
    phrase.words, phrase.via = [people, name], phrase.via or "transparent"
    return True


def take_representatives(phrase: Phrase, before: list[Node]) -> bool:
    """Joins those who act for a body to it: "officials of X met", the preposition before the body aside."""
    people = before[-2] if len(before) > 1 else None
    if (
        not isinstance(people, Word)
        or not people.is_a("representing")
        or people.suffix
        or phrase.actor is None
    ):
        return False
    del before[-2:]
    phrase.start, phrase.via = people.core_start, phrase.via or "transparent"
    phrase.conjunction, phrase.preposition = people.conjunction, people.preposition
    phrase.words = [people, *phrase.words]
    return True
