"""People joined to those whose they are by "of": "gunmen of the movement", "dozens of the gunmen of X"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quantity

NO_BODIES = {"State", "Person"}
"""Types of actors that nobody is in as a member."""


def take_members(phrases: list[Node], before: list[Node]) -> None:
    """Joins people to the short form of whose they are: "gunmen of the movement"."""
    body, led, people = (*phrases[:1], None)[0], *(None, *before[-1:])[-1:], *(None, *before[-2:-1])[-1:]
    if (
        not isinstance(body, Phrase)
        or body.how != "short"
        or body.preposition
        or not isinstance(people, Phrase)
    ):
        return
    parted = isinstance(led, Word) and led.is_a("partitive") and not led.conjunction and not led.suffix
    if not parted or not people.generic or not people.words[0].is_a("transparent_actor"):
        return
    del before[-2:]
    body.start, body.conjunction, body.preposition = people.start, people.conjunction, people.preposition
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
