"""Abbreviations that a text gives behind a name: "the Dawn of Liberty Front (DLF)"; from then on they mean it."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.nodes import Node, Phrase, Word
from kg.model import Entity

_SHORTEST = 2
_OPENING, _CLOSING = ("(", "["), (")", "]")


def learned(nodes: list[Node], entities: Entities) -> dict[str, Entity]:
    """Whom the abbreviations in parentheses mean, by how they are written; a name so introduced is a body's."""
    found: dict[str, Entity] = {}
    for position in range(1, len(nodes) - 2):
        name, opening, short, closing = nodes[position - 1 : position + 3]
        if not _is(opening, _OPENING) or not _is(closing, _CLOSING) or not isinstance(name, Phrase):
            continue
        text = short.words[0].written if isinstance(short, Phrase) and len(short.words) == 1 else ""
        known = isinstance(short, Phrase) and short.actor is not None
        if known or len(text) < _SHORTEST or not text.isupper() or not _abbreviates(text, name):
            continue
        if name.actor is None and name.place is None and name.how == "thing" and name.head == "name":
            written = " ".join(word.written for word in name.words)
            name.actor, name.how = entities.unlisted_actor(written, "Organization"), "discovered"
        if name.actor is not None and name.place is None and name.actor.type != "Person":
            found[text] = name.actor
    return found


def taken_out(nodes: list[Node]) -> tuple[list[Node], dict[str, Entity]]:
    """The nodes without abbreviations between a name and its noun, and whom they mean: "the X Front (XF) men"."""
    found: dict[str, Entity] = {}
    idle: set[int] = set()
    for position in range(1, len(nodes) - 3):
        name, opening, short, closing, noun = nodes[position - 1 : position + 4]
        owning = isinstance(name, Word) and name.is_a("possessive") and position > 1
        if owning:
            # "The X Front's (XF) men".
            name = nodes[position - 2]
        if not _is(opening, _OPENING) or not _is(closing, _CLOSING):
            continue
        if not isinstance(name, Phrase) or name.actor is None or not isinstance(noun, Word) or noun.mark:
            continue
        if not owning and not noun.is_a("head", "title", "noun", "target", "branding", "follower"):
            behind = nodes[position + 4] if position + 4 < len(nodes) else None
            if not noun.is_a("epithet") or not isinstance(behind, Word) or not behind.is_a("head"):
                # But "the X Front (XF) paramilitary group".
                continue
        if isinstance(short, Word) and short.written.isupper() and _abbreviates(short.written, name):
            found[short.written] = name.actor
        elif not (isinstance(short, Phrase) and short.actor is not None):
            continue
        idle.update(range(position, position + 3))
    return [node for position, node in enumerate(nodes) if position not in idle] if idle else nodes, found


def _is(node: Node, marks: tuple[str, ...]) -> bool:
    return isinstance(node, Word) and bool(node.mark) and node.text in marks


def _abbreviates(short: str, name: Phrase) -> bool:
    """Whether the letters stand in the name in their order, the first at its beginning."""
    written = [word.written for word in name.words]
    capitals = next((index for index, word in enumerate(written) if word[:1].isupper()), None)
    if capitals is None or written[capitals][0] != short[0]:
        return False
    letters = iter("".join(written[capitals:]).casefold())
    return all(letter in letters for letter in short.casefold())
