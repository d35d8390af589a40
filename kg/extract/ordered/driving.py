"""Who is driven from where: "X drove Y out of P" says something of X and P, and something else of Y and P."""

from __future__ import annotations

from kg.extract.ordered.slots import led, members
from kg.extract.ordered.stating import Found, fitting
from kg.extract.ordered.structure import Structure
from kg.languages import Frame, Slot

_ACTOR = frozenset({"actor"})


def driven_from(structure: Structure, position: int, frame: Frame) -> Found | None:
    """Of whom the frame speaks, and the place behind whoever is driven; None where either is missing.

    Who is driven needs nobody who drives: "Y was driven from P".
    """
    words, group = structure.lexicon.pack.words, structure.group(position)
    agent = led(structure, position, Slot(_ACTOR, words["agent"])) if group.passive else None
    own = fitting(structure.subject(position), Slot(_ACTOR, frozenset()))
    if group.passive:
        driven = own
        driving = members(structure, agent, frame.subject) if agent is not None else []
        last = position
    else:
        step = position + 1
        while step < len(structure.nodes) and structure.governors[step] in ("origin", "owner"):
            step += 1
        bare = step < len(structure.nodes) and structure.governors[step] == "bare"
        driven = members(structure, step, Slot(_ACTOR, frozenset({"bare"}))) if bare else []
        driving, last = own, step
    where = led(structure, last, frame.object)
    whom = driven if frame.driven == "object" else driving
    if where is None or not driven or not whom:
        return None
    return whom, members(structure, where, frame.object), "driven"
