"""A person or an army and the state of its own: what is said of both is not what the one does to the other."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase


def is_own_state(person: Phrase, state: Node) -> bool:
    """Whether somebody who holds an office of a state, or is of its country, is named beside it."""
    if person.actor is None or person.actor.type != "Person" or not isinstance(state, Phrase):
        return False
    if state.actor is None or state.actor.type not in ("State", "Government"):
        return False
    return state.actor.country is not None and person.actor.country == state.actor.country


def is_of_its_army(force: Phrase, state: Phrase) -> bool:
    """Whether a state is named beside an army of its own: whoever shells it, its army does not."""
    army, body = force.actor, state.actor
    if army is None or body is None or army.type != "StateForce" or body.type != "State":
        return False
    return body.country is not None and army.country == body.country
