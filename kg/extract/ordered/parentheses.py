"""What stands in parentheses or between commas only to give another name: "X (FP)", "X, or FP,"."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_comma

_LONGEST_ASIDE = 6
"""Nodes from the comma behind a conjunction to the one that ends what is said in passing."""


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


def _aside(nodes: list[Node], start: int) -> range:
    """The positions of an adverb between commas behind a conjunction: "A, B and, more openly, C"."""
    if start == 0 or not is_comma(nodes[start]) or not _is(nodes[start - 1], "conjunction"):
        return range(0)
    step = start + 1
    while step < min(start + _LONGEST_ASIDE, len(nodes)) and _is_no_name(nodes[step]):
        step += 1
    closed = step > start + 1 and step < len(nodes) and is_comma(nodes[step])
    return range(start, step + 1) if closed else range(0)


def _is_no_name(node: Node) -> bool:
    if isinstance(node, Phrase):
        return node.actor is None and node.place is None and node.head not in ("name", "single-name")
    return not node.mark and not node.part


def _is(node: Node, *names: str) -> bool:
    return isinstance(node, Word) and not node.mark and node.is_a(*names)


def removed(nodes: list[Node]) -> list[Node]:
    """Without what stands in parentheses, and other names behind "or"."""
    result: list[Node] = []
    opened: int | None = None
    aliases = {
        step
        for start in range(len(nodes))
        for found in (_alias(nodes, start), _aside(nodes, start))
        for step in found
    }
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
