"""What somebody is called besides, in brackets behind a name: "X Y (Abu Z), the leader of W"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.person_names import is_part_of_name

_LONGEST = 6
"""Nodes between the brackets."""


def without(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes without such brackets, which part a name from its office, its verb and its title."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        behind = _closing(nodes, position, lexicon) if _opens(node) and result else None
        if behind is not None and _names_person(result[-1], lexicon):
            position = behind
            continue
        result.append(node)
        position += 1
    return result


def _opens(node: Node) -> bool:
    return isinstance(node, Word) and node.mark and node.text == "("


def _names_person(node: Node, lexicon: Lexicon) -> bool:
    """Whether a node is a person, or a word that may end a person's name."""
    if isinstance(node, Phrase):
        return node.actor is not None and node.actor.type == "Person"
    return is_part_of_name(node, lexicon)


def _closing(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    """The position behind the brackets that open at ``position``, if they hold a name by which somebody is known."""
    inside: list[Node] = []
    for step in range(position + 1, min(position + _LONGEST + 2, len(nodes))):
        node = nodes[step]
        if isinstance(node, Word) and node.mark and node.text == ")":
            return step + 1 if inside and _is_alias(inside, lexicon) else None
        if not (isinstance(node, Word) and node.mark and node.text == '"'):
            inside.append(node)
    return None


def _is_alias(inside: list[Node], lexicon: Lexicon) -> bool:
    first, last = inside[0], inside[-1]
    if isinstance(first, Word) and first.is_a("kunya", "called", "title"):
        return isinstance(last, Phrase) or is_part_of_name(last, lexicon)
    return isinstance(first, Phrase) and first.actor is not None and first.actor.type == "Person"
