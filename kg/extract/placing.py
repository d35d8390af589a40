"""Where an event happened: the place named for it in its own clause, the smallest where one is named within another."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.entities import Entities
from kg.extract.nodes import SITE, Node, Phrase, Stated, Word, is_comma

_FARTHEST = 8
"""Nodes between what an event's arguments end with and its place."""


def place_of(stated: Stated, clauses: Clauses, entities: Entities) -> Phrase | None:
    """The phrase that says where ``stated`` happened, or None.

    It stands behind the arguments or between them, led by a word for "in" or "near"; or it opens the clause; or it
    saw the event ("the city witnessed clashes"). Two places with an event between them are no place.
    """
    syntax = clauses.syntax
    nodes = syntax.nodes
    if not nodes:
        return None
    trigger = clauses.position(stated.trigger)
    last = clauses.position(stated.end - 1)
    own = {*clauses.of(trigger).positions, *clauses.of(last).positions}
    places = [p for p in sorted(own) if _may_be(nodes[p], stated)]
    behind = [
        p
        for p in places
        if p > last and p - last <= _FARTHEST and _reached(last, p, clauses) and _is_where(p, clauses)
    ]
    if behind:
        return _smallest(behind, clauses, entities)
    first_word = clauses.position(stated.start)
    between = [
        p
        for p in places
        if first_word < p < last
        and _is_where(p, clauses)
        and not (_goes_on(p, trigger, clauses) or _is_of_affairs(p, trigger, clauses))
    ]
    told = [p for p in between if p > trigger] or between
    if told:
        return _smallest(told, clauses, entities)
    where = _left_by(trigger, clauses)
    if where is not None and _may_be(nodes[where], stated):
        return _smallest([where], clauses, entities)
    first = clauses.first_deed(clauses.of(trigger))
    ahead = [p for p in places if p < trigger and (_saw(p, clauses) or (p < first and _opens(p, clauses)))]
    return _smallest(ahead[:1], clauses, entities)


def _is_of_affairs(position: int, trigger: int, clauses: Clauses) -> bool:
    """Whether the place is where something is of which others talk: "discussed the situation in P with X"."""
    before = clauses.syntax.nodes[position - 1]
    affairs = clauses.syntax.lexicon.pack.words.get("affairs", ())
    if isinstance(before, Phrase):
        return any(word.text in affairs for word in before.words[-1:])
    return before.start != trigger and before.text in affairs


def _may_be(node: Node, stated: Stated) -> bool:
    return (
        isinstance(node, Phrase)
        and node.place is not None
        and node.how != SITE
        and node is not stated.subject
        and node is not stated.object
    )


def _reached(last: int, position: int, clauses: Clauses) -> bool:
    """Whether nothing new begins between the arguments and a place."""
    for step in range(last + 1, position):
        node = clauses.syntax.nodes[step]
        if clauses.syntax.ends_clause(step):
            return False
        if isinstance(node, Word) and node.conjunction and clauses.syntax.is_verb(step):
            return False
    return not clauses.deed_between(last, position)


def _goes_on(position: int, trigger: int, clauses: Clauses) -> bool:
    """Whether a verb behind a comma goes on with another deed than that of the place: "is active in P, and raids X"."""
    nodes = clauses.syntax.nodes
    return any(
        isinstance(node := nodes[step], Word)
        and bool(node.conjunction)
        and (
            (is_comma(nodes[step - 1]) and (clauses.syntax.is_verb(step) or node.is_a("light")))
            or (clauses.syntax.lexicon.pack.grammar.ordered and node.is_a("be", "have", "modal"))
        )
        for step in range(position + 1, trigger + 1)
    )


def _is_where(position: int, clauses: Clauses) -> bool:
    """Whether a word for "in" or "near" leads to the place, by way of its outskirts or a front if need be."""
    syntax = clauses.syntax
    words = syntax.lexicon.pack.words
    if syntax.governors[position].removeprefix("noun:") in words["locative"]:
        return True
    node = syntax.nodes[position]
    step = position - 1
    if isinstance(node, Phrase) and node.preposition and node.preposition not in words["belonging"]:
        return False
    while step >= 0 and clauses.is_a(step, "edge"):
        edge = syntax.nodes[step]
        if isinstance(edge, Word) and edge.preposition:
            return edge.preposition in words["locative"]
        step -= 1
    passed = step < position - 1 or (
        isinstance(node, Phrase) and bool(node.words) and node.words[0].is_a("edge")
    )
    return passed and step >= 0 and clauses.is_a(step, "locative", "edge_prep")


def _left_by(trigger: int, clauses: Clauses) -> int | None:
    """The place right before the "where" that opens the clause of the event."""
    nodes = clauses.syntax.nodes
    for step in range(trigger - 1, max(-1, trigger - _FARTHEST), -1):
        if clauses.is_a(step, "where"):
            before = step - 1 - (step > 0 and is_comma(nodes[step - 1]))
            node = nodes[before] if before >= 0 else None
            return before if isinstance(node, Phrase) and node.place is not None else None
        named = isinstance(nodes[step], Phrase) and not clauses.syntax.lexicon.pack.grammar.ordered
        if clauses.syntax.ends_clause(step) or named:
            return None
    return None


def _opens(position: int, clauses: Clauses) -> bool:
    """Whether a place opens its clause: "in X, A attacked B"; "on the situation in X" only names a subject."""
    before = [clauses.syntax.nodes[step] for step in clauses.of(position).positions if step < position]
    return _is_where(position, clauses) and all(
        node.place is not None
        if isinstance(node, Phrase)
        else node.mark or node.is_a("adverb", "locative", "edge", "edge_prep")
        for node in before
    )


def _saw(position: int, clauses: Clauses) -> bool:
    """Whether a place is what saw the event, before or behind the verb."""
    nodes, behind = clauses.syntax.nodes, position + 1
    while behind < len(nodes) and (is_comma(nodes[behind]) or clauses.is_a(behind, "may", "auxiliary")):
        behind += 1  # "P, in turn, had seen clashes".
    beside = [step for step in (position - 1, behind) if 0 <= step < len(nodes)]
    return clauses.syntax.governors[position] == "bare" and any(
        clauses.is_a(step, "witness") for step in beside
    )


def _smallest(positions: list[int], clauses: Clauses, entities: Entities) -> Phrase | None:
    """The first of the places, or one named right behind it that lies within it."""
    nodes = clauses.syntax.nodes
    found: Phrase | None = None
    for position in positions:
        node = nodes[position]
        if not isinstance(node, Phrase) or node.place is None:
            continue
        if found is None or (found.place is not None and entities.lies_within(node.place, found.place)):
            found = node
        else:
            break
    return found
