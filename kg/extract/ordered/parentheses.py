"""What stands in parentheses or between commas only to give another name: "X (FP)", "X, or FP,"."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_comma


def _alias(nodes: list[Node], start: int) -> range:
    """The positions of another name between commas from ``start`` on: "the Free Party, or FP, has fought X"."""
    window = nodes[start : start + 4]
    if len(window) < 4 or not (is_comma(window[0]) and is_comma(window[3])):
        return range(0)
    link, name = window[1:3]
    other = isinstance(name, Phrase) and (
        name.how in ("name", "discovered") or name.head in ("name", "single-name")
    )
    named = isinstance(link, Word) and link.is_a("alias_link") and other
    return range(start, start + 4) if named else range(0)


def removed(nodes: list[Node]) -> list[Node]:
    """Without what stands in parentheses, and other names behind "or"."""
    result: list[Node] = []
    opened: int | None = None
    aliases = {step for start in range(len(nodes)) for step in _alias(nodes, start)}
    for position, node in enumerate(nodes):
        if position in aliases:
            continue
        text = node.text if isinstance(node, Word) and node.mark else ""
        if text in "([" and text:
            opened = len(result) if opened is None else opened
        elif text in ")]" and text and opened is not None:
            opened = None
        elif opened is None:
            result.append(node)
    return result
