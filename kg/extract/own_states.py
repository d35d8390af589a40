"""A person and the state of his own: what is said of both is not what he does to it."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase


def is_own_state(person: Phrase, state: Node) -> bool:
    """Whether somebody who holds an office of a state, or is of its country, is named beside it."""
    if person.actor is None or person.actor.type != "Person" or not isinstance(state, Phrase):
        return False
    if state.actor is None or state.actor.type not in ("State", "Government"):
        return False
    return state.actor.country is not None and person.actor.country == state.actor.country
