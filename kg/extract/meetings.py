"""Who meets whom where no object stands behind the verb: each other, or whom somebody came to."""

from __future__ import annotations

from kg.extract.arguments import Arguments, Found
from kg.languages import Frame


def meet_each_other(arguments: Arguments, subject: int | None, target: int, frame: Frame) -> bool:
    """Whether several subjects need no object, since "with" does not lead to it: "X and Y met on a visit to P"."""
    if not frame.reciprocal or subject is None or subject > target:
        return False
    governor = arguments.syntax.governors[target].removeprefix("noun:")
    led = governor != "bare" and governor not in arguments.syntax.lexicon.pack.words["with_whom"]
    return led and len(arguments.members(subject, frame.subject)) > 1


def met_there(arguments: Arguments, subject: int | None, frame: Frame, position: int) -> Found | None:
    """Whom the clause is about, and whom he met where it took him: "X came to P, where he met Y"."""
    if not frame.reciprocal or subject is None or subject < position:
        return None
    met = arguments.members(subject, frame.subject)
    topic = arguments.topics.subject(position)
    there = arguments.syntax.follows(position, "where") and "bare" in frame.object.preps
    apart = bool(topic) and all(one.actor != other.actor for one in topic for other in met)
    return Found(topic, met, "shared-subject") if there and apart else None
