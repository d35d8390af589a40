"""Where somebody holds an office or is sent, before his name: "the envoy to P, X", "a leader in P, called X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.offices import Office


def behind_where(nodes: list[Node], office: Office) -> Iterator[int]:
    """The positions at which the holder of ``office`` may be named behind "called", or behind a place and a comma."""
    if office.organisation is None:
        return
    step = position = office.behind
    led = nodes[step] if step < len(nodes) else None
    step += isinstance(led, Word) and led.is_a("inside", "sent_to") and not led.suffix
    place = nodes[step] if step < len(nodes) else None
    where = isinstance(place, Phrase) and (place.place is not None or place.how in ("name", "discovered"))
    where = where and (step > position or bool(place is not None and place.preposition))
    step = step + 1 if where else position
    comma = step < len(nodes) and is_comma(nodes[step])
    word = nodes[step + comma] if step + comma < len(nodes) else None
    if isinstance(word, Word) and word.is_a("called"):
        yield step + comma + 1
    elif where and (comma or office.title.conjunction):
        yield step
