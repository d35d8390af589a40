"""Dashes that open and close a remark, as commas do: "X – which backs Y – shelled P", "X--an ally of Y--met Z"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Node, Word

_DASHES = "-–—"
_LONG = "—"


def as_commas(nodes: list[Node]) -> list[Node]:
    """The nodes with a comma for each dash that stands alone, where the sentence has them in pairs."""
    runs = _runs(nodes)
    if len(runs) == 1 and not _opens_remark(nodes, runs[0][1]):
        return nodes
    if not runs or (len(runs) % 2 and len(runs) > 1):
        return nodes
    result: list[Node] = []
    position = 0
    for start, end in runs:
        dash = nodes[start]
        assert isinstance(dash, Word)
        result.extend(nodes[position:start])
        result.append(replace(dash, end=nodes[end - 1].end, text=",", core=",", written=","))
        position = end
    return [*result, *nodes[position:]]


def _opens_remark(nodes: list[Node], position: int) -> bool:
    """Whether what one dash alone leads says who is named before it: "struck the YPG - a part of the SDF"."""
    node = nodes[position] if position < len(nodes) else None
    return isinstance(node, Word) and node.written.islower() and node.is_a("article", "relative")


def _runs(nodes: list[Node]) -> list[tuple[int, int]]:
    """Where dashes stand that are no hyphens: one or two of them, parted from a word beside them, or long ones."""
    runs: list[tuple[int, int]] = []
    for position, node in enumerate(nodes):
        if not (isinstance(node, Word) and node.mark and node.text in _DASHES):
            continue
        if runs and runs[-1][1] == position:
            runs[-1] = (runs[-1][0], position + 1)
        else:
            runs.append((position, position + 1))
    return [(start, end) for start, end in runs if _is_free(nodes, start, end)]


def _is_free(nodes: list[Node], start: int, end: int) -> bool:
    before, after = nodes[start - 1 : start], nodes[end : end + 1]
    if not before or not after:
        return False
    first = nodes[start]
    assert isinstance(first, Word)
    wide = end - start > 1 or first.written == _LONG
    return wide or (before[0].end < first.start and nodes[end - 1].end < after[0].start)
