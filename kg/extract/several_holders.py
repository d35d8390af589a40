"""Offices of several states with their holders in the same order: "the ministers of X and Y, A and B"."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.groups import origin_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma

_SEVERAL = 2


def find(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """The nodes without such offices, so that their holders stand alone, and whom each of them leads."""
    result: list[Node] = []
    stated: list[Stated] = []
    position = 0
    while position < len(nodes):
        title = nodes[position]
        found = None
        if isinstance(title, Word) and title.is_a("dual_title"):
            found = _pairs(nodes, position, lexicon, entities)
        if found is None or not isinstance(title, Word):
            result.append(title)
            position += 1
            continue
        pairs, position = found
        first = pairs[0][0]
        first.conjunction, first.preposition = title.conjunction, title.preposition
        relation = str(lexicon.pack.titles.get(title.core, {}).get("relation", "commands"))
        for holder, state in pairs:
            holder.office_of = state.actor
            stated.append(
                Stated(
                    holder,
                    relation,
                    state,
                    title.core_start,
                    holder.end,
                    "title",
                    title.start,
                    background=True,
                )
            )
            result.append(holder)
    return result, stated


def _pairs(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[list[tuple[Phrase, Phrase]], int] | None:
    """Each holder with his state, and the position behind them; None where there are not as many of both."""
    states: list[Phrase] = []
    step = position + 1
    while step < len(nodes) and (state := _state(nodes[step], lexicon, entities)) is not None:
        if bool(state.conjunction) is not bool(states):
            break
        states.append(state)
        step += 1
    step += step < len(nodes) and is_comma(nodes[step])
    holders: list[Phrase] = []
    while step < len(nodes) and len(holders) < len(states):
        node = nodes[step]
        if isinstance(node, Word) and node.is_a("title") and not node.suffix:
            step += 1  # A rank or a form of address.
            continue
        person = isinstance(node, Phrase) and node.actor is not None and node.actor.type == "Person"
        if not person or not isinstance(node, Phrase) or node.preposition:
            break
        holders.append(node)
        step += 1
    if len(states) < _SEVERAL or len(holders) != len(states):
        return None
    return list(zip(holders, states, strict=True)), step


def _state(node: Node, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """The state that an adjective of origin or a name stands for."""
    if isinstance(node, Word):
        state = origin_of(node, lexicon, entities) if node.is_a("nisba") and not node.suffix else None
        if state is not None:
            state.conjunction = node.conjunction
        return state
    named = node.actor is not None and node.actor.type == "State" and not node.preposition
    return node if named else None
