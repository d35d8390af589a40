"""What is given, sent or sold: it may look like somebody, as aircraft do, and is nobody there."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase
from kg.languages import Frame


def is_load(phrase: Node, frame: Frame) -> bool:
    """Whether a phrase names what the frame needs, and so nobody: "the sale to X of fighters"."""
    return (
        bool(frame.needs)
        and isinstance(phrase, Phrase)
        and any(w.is_a(frame.needs) for w in phrase.words[:1])
    )
