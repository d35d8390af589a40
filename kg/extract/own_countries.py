"""Which state "his country" is: that of who speaks, of an office named last, or the last that was named."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.entities import Entities
from kg.extract.groups import origin_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.model import Entity


def state_of_country(actor: Entity, lexicon: Lexicon, entities: Entities) -> Entity | None:
    """The state of the country that an actor is of, by the adjective of origin of that country."""
    if actor.type == "State":
        return actor
    nisba = lexicon.nisba_of(actor.country.rpartition("/")[2]) if actor.country else None
    return entities.known_actor(nisba["actor"]) if nisba is not None and "actor" in nisba else None


def own_country(
    speaker: Phrase | None, before: Sequence[Node], lexicon: Lexicon, entities: Entities
) -> Entity | None:
    """The state of who spoke, where somebody speaks ``before``, else of the office or person named last."""
    speaks = any(isinstance(node, Word) and node.is_a("reporting", "continued") for node in before)
    spoken = _state(speaker, lexicon, entities) if speaks and speaker is not None else None
    if spoken is not None:
        return spoken
    for step in range(len(before) - 1, -1, -1):
        node, title = before[step], before[step - 1] if step else None
        if isinstance(node, Phrase):
            state = _state(node, lexicon, entities)
            if state is not None:
                return state
        elif node.is_a("nisba") and isinstance(title, Word) and title.is_a("title"):
            origin = origin_of(node, lexicon, entities)
            return origin.actor if origin is not None else None
    return None


def last_state(nodes: Sequence[Node]) -> Entity | None:
    """The state that was named last, by itself or by an office in it."""
    named = [node for node in nodes if isinstance(node, Phrase)]
    actors = [actor for node in named for actor in (node.actor, node.office_of) if actor is not None]
    return next((actor for actor in reversed(actors) if actor.type == "State"), None)


def _state(phrase: Phrase, lexicon: Lexicon, entities: Entities) -> Entity | None:
    """The state of a person or of somebody who holds an office in it; None of any other phrase."""
    office, actor = phrase.office_of, phrase.actor
    state = state_of_country(office, lexicon, entities) if office is not None else None
    if state is not None and state.type == "State":
        return state
    named = [word for word in phrase.body.words if word.is_a("nisba")] if phrase.body is not None else []
    origin = origin_of(named[-1], lexicon, entities) if named else None
    if origin is not None and origin.actor is not None and origin.actor.type == "State":
        return origin.actor  # "The spokesman of the Xish foreign ministry".
    person = actor if actor is not None and actor.type == "Person" else None
    state = state_of_country(person, lexicon, entities) if person is not None else None
    return state if state is not None and state.type == "State" else None
