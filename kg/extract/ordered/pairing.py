"""Offices and their holders in lists: "his Turkish and Iranian counterparts, X and Y", "the leaders of A, X and Y"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.appositions import as_person
from kg.extract.ordered.noun_phrases import NounPhrases
from kg.extract.ordered.offices import Office, may_own

T = TypeVar("T")


def paired(nodes: list[Node], reader: NounPhrases) -> list[Node]:
    """Without offices that a list of their holders follows; who holds which is stated."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        person = _of_same(nodes, position, reader)
        if person is not None:
            person.conjunction, person.preposition = nodes[position].conjunction, nodes[position].preposition
            position += 2
            continue
        offices, behind = _offices(nodes, position, reader)
        named = _namely(nodes, behind, offices)
        if named is not None:
            own, end = named
            for holder in own:
                reader.stated.extend(offices[0].of(holder, listed=True))
            own[0].conjunction, own[0].preposition = nodes[position].conjunction, nodes[position].preposition
            if not offices[0].entry.get("any"):
                # "Killed five commanders, including X": the others too.
                others = nodes[position]
                assert isinstance(others, Phrase)
                others.how = "described"
                del reader.offices[id(others)]
                result.append(others)
                own[0].conjunction = "and"
            result.extend(nodes[behind + 2 : end])
            position = end + (end < len(nodes) and is_comma(nodes[end]))
            continue
        comma = behind < len(nodes) and is_comma(nodes[behind])
        holders, end = _persons(nodes, behind + comma, reader) if offices else ([], behind)
        if len(offices) == 1 and offices[0].several and not offices[0].entry.get("peer"):
            offices = offices * len(holders)
        if len(holders) < 2 or len(holders) != len(offices):
            result.append(nodes[position])
            position += 1
            continue
        for office, holder in zip(offices, holders, strict=True):
            person = as_person(holder, reader)
            if person is not None:
                holder.actor, holder.how = person.actor, person.how
                reader.stated.extend(office.of(holder, listed=True))
        first = nodes[position]
        holders[0].conjunction, holders[0].preposition = first.conjunction, first.preposition
        result.extend(nodes[behind + comma : end])
        position = end
    return result


def _of_same(nodes: list[Node], position: int, reader: NounPhrases) -> Phrase | None:
    """Who holds the office without a name at ``position`` and the one joined to it: "negotiator and Hamas chief X"."""
    first, link, person = [*nodes[position : position + 3], None, None, None][:3]
    office = reader.offices.get(id(first))
    if office is None or not isinstance(first, Phrase) or not isinstance(person, Phrase):
        return None
    joined = isinstance(link, Word) and link.is_a("conjunction") and not link.mark
    bare = first.words and first.start == first.words[0].start and not office.several
    named = person.actor is not None and person.actor.type == "Person" and person.how != "office"
    titled = isinstance(link, Word) and person.start > link.end + 1
    if not (joined and bare and named and titled) or office.entry.get("any"):
        return None
    reader.stated.extend(office.of(person))
    del reader.offices[id(first)]
    return person


def _offices(nodes: list[Node], position: int, reader: NounPhrases) -> tuple[list[Office], int]:
    """The offices without a name that are listed from ``position`` on, and the position behind them."""

    def office_of(node: Node, before: list[Office]) -> Office | None:
        office = reader.offices.get(id(node))
        if office is None and before and isinstance(node, Phrase) and before[-1].several:
            # "The ministers of A and B".
            owned = before[-1].organisation is not None and may_own(node, before[-1].entry)
            office = replace(before[-1], organisation=node) if owned else None
        return office

    return _listed(nodes, position, office_of)


def _namely(nodes: list[Node], position: int, offices: list[Office]) -> tuple[list[Phrase], int] | None:
    """Who are named as examples, and the position behind them: "X's backers, notably Y and Z,"; they are all meant."""
    several = len(offices) == 1 and offices[0].several and not offices[0].entry.get("peer")
    comma, link = [*nodes[position : position + 2], None, None][:2]
    if (
        not several
        or comma is None
        or not is_comma(comma)
        or not isinstance(link, Word)
        or not link.is_a("namely")
    ):
        return None

    def actor_of(node: Node, _: list[Phrase]) -> Phrase | None:
        return node if isinstance(node, Phrase) and node.actor is not None else None

    found, behind = _listed(nodes, position + 2, actor_of)
    return (found, behind) if found else None


def _persons(nodes: list[Node], position: int, reader: NounPhrases) -> tuple[list[Phrase], int]:
    def person_of(node: Node, _: list[Phrase]) -> Phrase | None:
        if not isinstance(node, Phrase) or id(node) in reader.offices:
            return None
        return node if as_person(node, reader) is not None else None

    return _listed(nodes, position, person_of)


def _listed(
    nodes: list[Node], position: int, taken: Callable[[Node, list[T]], T | None]
) -> tuple[list[T], int]:
    """What is ``taken`` of the members of a list, each with those before it in view, and the position behind them."""
    found: list[T] = []
    behind = position
    for step in range(position, len(nodes)):
        member = taken(nodes[step], found)
        if member is not None:
            found.append(member)
            behind = step + 1
        elif not (found and _joins(nodes[step])):
            break
    return found, behind


def _joins(node: Node) -> bool:
    return is_comma(node) or (isinstance(node, Word) and node.is_a("conjunction"))
