"""Whose word a claim is, once it is known whom the claim is about."""

from __future__ import annotations

from kg.extract.nodes import Phrase
from kg.extract.voices import Voice
from kg.model import Entity


def speaker(name: str) -> Phrase:
    return Phrase(0, 1, Entity(f"urn:{name}", "Person", name, name))


def test_the_innermost_speaker_comes_first() -> None:
    witness, agency = speaker("witness"), speaker("agency")
    assert Voice((witness, agency)).sources(Entity("urn:x", "State", "x", "x")) == (witness, agency)


def test_of_two_who_speak_together_each_speaks_for_himself() -> None:
    one, other = speaker("one"), speaker("other")
    assert other.actor is not None
    assert Voice((one,), (other,)).sources(other.actor) == (other,)


def test_what_somebody_demands_for_himself_is_the_authors_word() -> None:
    who = speaker("who")
    assert who.actor is not None
    voice = Voice((who,), of_others=True)
    assert voice.sources(who.actor) == ()
    assert voice.sources(Entity("urn:x", "State", "x", "x")) == (who,)
