"""Relative clauses behind an office that tell of its organisation: "a leader of the movement that holds P"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.offices import Office

_OF_OFFICE = "office"
"""What governs an organisation that stands within an office: it is an argument of no verb but those of its clause."""


def told_of_body(office: Office, nodes: list[Node], lexicon: Lexicon) -> list[Phrase]:
    """The organisation of ``office``, where "which" in the feminine behind it can only mean that; else nothing.

    An office held by a woman may be meant as well.
    """
    step = office.behind
    step += step < len(nodes) and is_comma(nodes[step])
    which = nodes[step] if step < len(nodes) else None
    body = office.organisation
    if not isinstance(which, Word) or body is None:
        return []
    if not which.is_a("relative_feminine") and not _is_led(nodes, step):
        return []
    if (
        _is_of_woman(office.title.core, lexicon)
        or which.conjunction
        or not body.words
        or body.how == "pronoun"
    ):
        return []
    return [replace(body, preposition=_OF_OFFICE, conjunction="")]


def _is_led(nodes: list[Node], which: int) -> bool:
    """Whether the clause that opens at ``which`` tells who leads somebody: a body, and hardly who speaks for it."""
    verb = nodes[which + 1] if which + 1 < len(nodes) else None
    if "relative_masculine" not in nodes[which].classes or not isinstance(verb, Word) or not verb.suffix:
        return False
    return any(frame.relation == "commands" and voice == "active" for frame, voice in verb.senses)


def _is_of_woman(title: str, lexicon: Lexicon) -> bool:
    """Whether a title has a feminine ending without which it is a title too: "spokeswoman", but not "leaders"."""
    first, space, rest = title.partition(" ")
    men = (first.removesuffix(ending) for ending in lexicon.feminine_endings if first.endswith(ending))
    return any(f"{man}{space}{rest}" in lexicon.pack.titles for man in men)
