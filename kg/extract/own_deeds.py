"""What those who speak say of themselves: "we shelled P", "we condemn the raid by X"."""

from __future__ import annotations

from kg.extract.arguments import Arguments, Found
from kg.languages import Frame


def read(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """What the verb at ``position``, in the first person, says of who speaks; None where nobody does."""
    speakers = arguments.discourse.speakers()
    if not speakers:
        return None
    arguments.subjects[position] = speakers
    behind = arguments.syntax.following(position)
    objects = arguments.bare(behind, frame.object) if "bare" in frame.object.preps else []
    target = objects[0] if objects else arguments.led(behind, frame.object)
    if target is not None:
        return Found(speakers, arguments.members(target, frame.object), "speakers")
    doers = (arguments.doer(position) or arguments.owner(position)) if frame.of_deed else []
    return Found(speakers, doers, "deed") if doers else None
