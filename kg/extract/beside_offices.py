"""Offices beside a name that is not their holder's: of somebody else, who is met, or of a state that is a member."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.offices import Office
from kg.extract.own_countries import state_of_country

_OF_A_STATE = frozenset({"State", "StateForce"})
"""Types of bodies in which nobody of another state holds an office."""
_TO_PERSONS = frozenset({"negotiatesWith", "supports", "opposes"})
"""What verbs say of two persons."""


def is_another(result: list[Node], office: Office, nodes: list[Node], lexicon: Lexicon) -> bool:
    """Whether the office right behind a name is that of somebody else: "X received the minister of Y".

    The verb before the name then says what two do to each other, and nobody else follows.
    """
    verb, name = (result[-2], result[-1]) if len(result) > 1 else (None, None)
    if not isinstance(verb, Word) or not isinstance(name, Phrase) or office.title.conjunction:
        return False
    if verb.is_a("reporting", "announcing", "casualty") or verb.suffix:
        return False
    meets = any(
        voice in ("active", "future") and "bare" in frame.object.preps and frame.relation in _TO_PERSONS
        for frame, voice in verb.senses
    )
    behind = nodes[office.behind] if office.behind < len(nodes) else None
    if isinstance(behind, Word) and is_comma(behind) and office.behind + 1 < len(nodes):
        behind = nodes[office.behind + 1]
    another = (isinstance(behind, Phrase) and not behind.conjunction) or (
        isinstance(behind, Word) and behind.is_a("title", "transparent_actor")
    )
    return meets and not another


def may_hold(person: Phrase, office: Office, lexicon: Lexicon, entities: Entities) -> bool:
    """Whether a person may hold the office: nobody of another state does, nor who is called by another title.

    "The minister of X received the king Y": both are named by an office, and Y is not the minister.
    """
    body = office.organisation
    if body is None or body.actor is None or person.actor is None or body.actor.type not in _OF_A_STATE:
        return True
    own = state_of_country(person.actor, lexicon, entities) if person.actor.known else None
    state = state_of_country(body.actor, lexicon, entities)
    if own is not None and state is not None:
        return own == state
    called = person.words[0] if person.how == "name" and person.words else None
    if called is None or not called.is_a("title") or body.actor.type != "State":
        return True
    ruler = lexicon.pack.titles[called.core].get("of_state") is True
    return not ruler or called.core in (office.title.core, office.entry.get("address"))


def states_before(result: list[Node], office: Office, lexicon: Lexicon) -> list[Phrase]:
    """The states before an office that only says where they belong: "X, a member of the alliance Y"."""
    if office.organisation is None or office.entry["relation"] != "memberOf" or office.title.conjunction:
        return []
    if not lexicon.is_definite(office.title.core):
        return []
    step = len(result) - 1
    step -= step > 0 and is_comma(result[step])
    states: list[Phrase] = []
    while step >= 0 and isinstance(node := result[step], Phrase) and node.actor is not None:
        if node.actor.type != "State" or node.how != "name":
            break
        states.append(node)
        if not node.conjunction or not office.entry.get("several"):
            break
        step -= 1
    return states[::-1]
