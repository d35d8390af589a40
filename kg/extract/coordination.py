"""Lists: phrases joined by a conjunction or by commas that a conjunction ends."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word


def is_comma(node: Node) -> bool:
    """Whether a node is a comma."""
    return isinstance(node, Word) and node.mark and node.text == ","


def collect(nodes: list[Node], position: int, kind: str) -> tuple[list[Phrase], int]:
    """The coordinated phrases of ``kind`` from ``position`` on, and the position behind the last.

    ``nodes[position]`` must be a phrase. A member may repeat the preposition of the first, and no other.
    """
    first = nodes[position]
    if not isinstance(first, Phrase):
        return [], position
    members = [first]
    behind = position + 1
    while behind < len(nodes):
        step = behind + 1 if is_comma(nodes[behind]) else behind
        if step >= len(nodes):
            break
        node = nodes[step]
        joined = isinstance(node, Phrase) and (
            node.conjunction or _list_goes_on(nodes, step, comma=step > behind)
        )
        if not joined or not isinstance(node, Phrase) or not _same_kind(node, first, kind):
            break
        members.append(node)
        behind = step + 1
    return members, behind


def _same_kind(node: Phrase, first: Phrase, kind: str) -> bool:
    return node.entity(kind) is not None and node.preposition in ("", first.preposition)


def _list_goes_on(nodes: list[Node], position: int, *, comma: bool) -> bool:
    """Whether a bare phrase behind a comma belongs to a list that a conjunction ends."""
    if not comma:
        return False
    for step in range(position + 1, min(position + 6, len(nodes))):
        node = nodes[step]
        if isinstance(node, Phrase):
            return bool(node.conjunction)
        if not is_comma(node):
            return False
    return False
