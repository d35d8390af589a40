"""What somebody only announces: the deeds of the body that he speaks for, and what befell somebody."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.arguments import Arguments
from kg.extract.nodes import SITE, Phrase, Word, is_quantity
from kg.languages import Frame


def befell(arguments: Arguments, position: int) -> bool:
    """Whether it is only told that the deed came upon somebody: "X announced the fall of ten rockets on P"."""
    nodes = arguments.syntax.nodes
    step = position - 1
    while step > 0 and is_quantity(nodes[step]):
        step -= 1
    noun = nodes[step] if step >= 0 else None
    return isinstance(noun, Word) and noun.is_a("befalling") and not noun.suffix


def doers(arguments: Arguments, announcers: list[Phrase], position: int, frame: Frame) -> list[Phrase]:
    """Who did it: "the spokesman of X announced the capture of P" says that X took it."""
    if SITE not in frame.noun_object.kinds:
        return announcers
    told = any(
        isinstance(node, Word)
        and node.is_a("announcing")
        and node.end <= arguments.syntax.nodes[position].start
        for node in arguments.syntax.nodes[:position]
    )
    return [_body(one) if told else one for one in announcers]


def _body(speaker: Phrase) -> Phrase:
    body = speaker.office_of
    armed = body is not None and body.type != "State"
    return replace(speaker, actor=body, meant=speaker.body) if armed else speaker
