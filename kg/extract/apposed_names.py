"""Names that a relative clause parts from the office: "the commander of X, who leads Y in P, A B, said"."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma
from kg.extract.person_names import person, unlisted_name

_LONGEST = 16
"""Nodes of the relative clause."""


def join(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """The nodes with who holds an office by his name, where it stands between commas behind what is told of him; and
    what his title says."""
    taken: set[int] = set()
    stated: list[Stated] = []
    for position, node in enumerate(nodes):
        if not isinstance(node, Phrase) or node.how != "office" or node.actor is None:
            continue
        bearer = _bearer(nodes, position)
        if bearer is not None:
            stated.extend(_titled(node, bearer, lexicon))
            bearer.conjunction, bearer.preposition = node.conjunction, node.preposition
            taken.add(position)
            continue
        comma = _comma(nodes, position)
        name, behind = _name(nodes, comma + 1, lexicon, entities) if comma is not None else (None, 0)
        if name is None or comma is None or behind >= len(nodes) or not is_comma(nodes[behind]):
            continue
        stated.extend(_titled(node, name, lexicon))
        node.actor, node.how, node.meant = name.actor, "name", name
        taken.update(range(comma, behind))
    left = [node for position, node in enumerate(nodes) if position not in taken] if taken else nodes
    return left, stated


def _bearer(nodes: list[Node], office: int) -> Phrase | None:
    """Who bears the office and another, named right behind it: "the president of X, (the) commander of Y, A B"."""
    name = nodes[office + 1] if office + 1 < len(nodes) else None
    if not isinstance(name, Phrase) or name.actor is None or name.actor.type != "Person" or name.apart:
        return None
    verb = nodes[office - 1] if office else None
    if not isinstance(verb, Word) or not verb.is_a("reporting", "announcing") or verb.is_a("telling"):
        return None  # Behind "received" the second is another person.
    return name if name.title and not (name.conjunction or name.preposition) else None


def _titled(office: Phrase, name: Phrase, lexicon: Lexicon) -> list[Stated]:
    title = office.words[0] if office.words else None
    entry = lexicon.pack.titles.get(title.core, {}) if title is not None else {}
    if title is None or office.body is None or entry.get("relation", "none") == "none":
        return []
    relation = str(entry["relation"])
    return [
        Stated(name, relation, office.body, office.start, name.end, "title", title.start, background=True)
    ]


def _comma(nodes: list[Node], office: int) -> int | None:
    """The comma that closes the relative clause behind an office; None where none opens."""
    which = nodes[office + 1] if office + 1 < len(nodes) else None
    if not isinstance(which, Word) or not which.is_a("relative_masculine"):
        return None
    behind = range(office + 2, min(office + _LONGEST, len(nodes)))
    return next((step for step in behind if is_comma(nodes[step])), None)


def _name(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase | None, int]:
    """The person named at ``position``, listed or not, and the position behind the name."""
    node = nodes[position] if position < len(nodes) else None
    if isinstance(node, Phrase):
        listed = node.actor is not None and node.actor.type == "Person"
        alone = listed and not (node.preposition or node.conjunction or node.office_of)
        return (node if alone else None), position + 1
    words = unlisted_name(nodes, position, lexicon)
    return (person(words, lexicon, entities) if len(words) > 1 else None), position + len(words)
