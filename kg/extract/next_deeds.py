"""Where the next noun of action takes over: what stands behind it belongs to that one."""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.coordination import is_unnamed_kin
from kg.extract.nodes import Word
from kg.languages import Frame


def before_next_deed(arguments: Arguments, start: int, positions: list[int], frame: Frame) -> list[int]:
    """Those of ``positions`` before the next noun of action: what stands behind it belongs to that one.

    A preposition of the noun's own object is none, although it says a relation elsewhere: "dead in the ranks of X". Nor
    is what the frame needs: "the smuggling of rockets to X", nor who leads the doer: "a raid of X led by Y on P".
    """
    last = max(positions, default=start)
    deeds = (
        step
        for step, node in enumerate(arguments.syntax.nodes[start:last], start)
        if isinstance(node, Word)
        and (node.has_voice("noun") or (node.has_voice("either") and _is_noun(arguments, step, frame)))
        and not (step == start and node.conjunction)
        and node.core not in frame.noun_object.preps
        and not (frame.needs and node.is_a(frame.needs))
        and not node.is_a("leads_to_person")
        and not is_unnamed_kin(arguments.syntax.nodes, step)
    )
    stop = next(deeds, None)
    later = _another_event(arguments, start, last) if frame.violent else None
    stop = later if later is not None and (stop is None or later < stop) else stop
    return [position for position in positions if stop is None or position < stop]


def _is_noun(arguments: Arguments, position: int, frame: Frame) -> bool:
    word = arguments.syntax.nodes[position]
    joined = isinstance(word, Word) and bool(word.conjunction) and bool(word.suffix)
    if joined and not arguments.syntax.is_verb(position):
        return True  # "Their allegiance to X and their support for Y".
    return _is_led_to(arguments, position, frame)


def _another_event(arguments: Arguments, start: int, last: int) -> int | None:
    """Where "after" leads to an event that no list holds: "the murder of X after a sit-in of Y before Z"."""
    nodes = arguments.syntax.nodes
    for step in range(start + 1, last):
        word, event = nodes[step], nodes[step + 1]
        timed = isinstance(word, Word) and word.is_a("meanwhile") and word.is_a("before_clause")
        if timed and isinstance(event, Word) and event.is_plain and not event.core.isdigit():
            return step
    return None


def _is_led_to(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether the frame's preposition makes a noun of what might be a verb: "his anger at the support of X for Y"."""
    word, before = arguments.syntax.nodes[position], arguments.syntax.nodes[position - 1]
    leads = frame.noun_object.preps
    led = isinstance(before, Word) and before.core in leads and not before.suffix
    return frame.of_deed and isinstance(word, Word) and (led or word.preposition in leads)
