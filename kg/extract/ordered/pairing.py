"""Offices and their holders in lists: "his Turkish and Iranian counterparts, X and Y", "the leaders of A, X and Y"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.appositions import as_person
from kg.extract.ordered.noun_phrases import NounPhrases
from kg.extract.ordered.offices import Office, may_own


def paired(nodes: list[Node], reader: NounPhrases) -> list[Node]:
    """Without offices that a list of their holders follows; who holds which is stated."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        offices, behind = _offices(nodes, position, reader)
        comma = behind < len(nodes) and is_comma(nodes[behind])
        holders, end = _persons(nodes, behind + comma, reader) if offices else ([], behind)
        if len(offices) == 1 and offices[0].title.text.endswith("s") and not offices[0].entry.get("peer"):
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


def _offices(nodes: list[Node], position: int, reader: NounPhrases) -> tuple[list[Office], int]:
    """The offices without a name that are listed from ``position`` on, and the position behind them."""
    found: list[Office] = []
    behind = step = position
    while step < len(nodes):
        node = nodes[step]
        office = reader.offices.get(id(node))
        if office is None and found and isinstance(node, Phrase) and found[-1].title.text.endswith("s"):
            # "The ministers of A and B".
            owned = found[-1].organisation is not None and may_own(node, found[-1].entry)
            office = replace(found[-1], organisation=node) if owned else None
        if office is not None:
            found.append(office)
            behind = step = step + 1
        elif found and _joins(node):
            step += 1
        else:
            break
    return found, behind


def _persons(nodes: list[Node], position: int, reader: NounPhrases) -> tuple[list[Phrase], int]:
    found: list[Phrase] = []
    behind = step = position
    while step < len(nodes):
        node = nodes[step]
        if (
            isinstance(node, Phrase)
            and id(node) not in reader.offices
            and as_person(node, reader) is not None
        ):
            found.append(node)
            behind = step = step + 1
        elif found and _joins(node):
            step += 1
        else:
            break
    return found, behind


def _joins(node: Node) -> bool:
    return is_comma(node) or (isinstance(node, Word) and node.is_a("conjunction"))
