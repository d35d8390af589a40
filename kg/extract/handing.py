"""What is handed over: "X handed the town to Y" has X, the town and Y behind its verb."""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.nodes import Phrase


def handed(arguments: Arguments, bare: list[int], target: int | None) -> int | None:
    """The last of the places ``bare`` before the ``target`` that is no state as well: a state hands over."""
    nodes = arguments.syntax.nodes
    places = (step for step in reversed(bare) if target is None or step < target)
    return next((s for s in places if isinstance(p := nodes[s], Phrase) and p.actor is None), None)
