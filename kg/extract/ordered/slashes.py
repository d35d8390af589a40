"""Two names of one body with a slash between: "YPG/PKK militants", "ISIS/Daesh"; the first stands for both."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Node, Phrase, Word


def joined(nodes: list[Node]) -> list[Node]:
    """The nodes with such names made one phrase."""
    result: list[Node] = []
    for node in nodes:
        slash = result[-1] if result else None
        first = result[-2] if len(result) > 1 else None
        close = isinstance(slash, Word) and slash.mark and slash.text == "/"
        if close and isinstance(first, Phrase) and isinstance(node, Phrase) and _is_one(first, node):
            result[-2:] = [replace(first, end=node.end)]
        else:
            result.append(node)
    return result


def _is_one(first: Phrase, second: Phrase) -> bool:
    """Whether both name bodies, and nothing but the slash stands between them."""
    bodies = first.actor is not None and second.actor is not None
    return bodies and first.place is None and second.place is None and second.start - first.end == 1
