"""Names of bodies that small words hold together: "the Union of Free Forces", "the Council for the Unity of X"."""

from __future__ import annotations

from typing import Any

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.ordered.composing import text_of
from kg.extract.ordered.unlisted import named_body

_BODY = "organisation"
_CHAMBER: dict[str, Any] = {"role": _BODY, "type": "Organization"}
"""What a noun is that names a body only where "of" goes on: "the House of Elders"."""


def joined(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """The nodes with those of each such name made one phrase; names that the registry knows are phrases before."""
    if not lexicon.pack.grammar.capitals:
        return nodes
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        end = _end(nodes, position, lexicon)
        if end is None:
            result.append(nodes[position])
            position += 1
            continue
        first = position
        while result and _modifies(result[-1]):
            result.pop()
            first -= 1
        word = nodes[position]
        assert isinstance(word, Word)
        named = named_body(nodes[first:end], lexicon.pack.heads.get(word.core, _CHAMBER), entities)
        known = entities.named(text_of(nodes[first:end]))
        named.actor, named.head = known or named.actor, word.core
        result.append(named)
        position = end
    return result


def _end(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    """The position behind the name that the noun for a body at ``position`` opens; None where it opens none."""
    head = nodes[position]
    if not isinstance(head, Word) or not head.is_a("head", "chamber") or not head.written[:1].isupper():
        return None
    entry = lexicon.pack.heads.get(head.core, _CHAMBER)
    state = entry.get("actor") == "state"
    if not state and (entry["role"] != _BODY or entry.get("type") in ("StateForce", "MediaOutlet")):
        return None
    words = lexicon.pack.words
    end: int | None = None
    step = position + 1
    while step < len(nodes):
        link = nodes[step]
        if not isinstance(link, Word) or not link.is_a("name_joiner"):
            break
        step += 1
        if step < len(nodes) and isinstance(article := nodes[step], Word) and article.is_a("article"):
            if link.is_a("conjunction"):
                # "The Front and the Army" are two.
                break
            step += 1
        opened = step
        while step < len(nodes) and _is_part(nodes[step]):
            step += 1
        if step == opened or (link.is_a("conjunction") and isinstance(nodes[opened], Phrase)):
            break
        if _is_whole(nodes[opened]) or (state and isinstance(nodes[opened], Phrase)):
            # "The Hamza Division of the Lebanese Army" is a part of it.
            break
        named = _modifies_name(nodes, position)
        two = step - opened > 1 and all(_is_plain(node) for node in nodes[opened:step])
        if link.core in words["genitive"] and named and two:
            # "The Dawn Movement of X" is whose it is.
            break
        plain = link.core in words["genitive"] and end is None and not named
        if plain and step == opened + 1 and isinstance(nodes[opened], Phrase):
            # "The Brigade of X" may be X's.
            break
        end = step
        placed = nodes[step : step + 2]
        if len(placed) == 2 and _leads_place(link, placed[0]) and isinstance(placed[1], Phrase):
            # "The Party for a Free Life in Kurdistan".
            end = step = step + 2
    return end


def _is_whole(node: Node) -> bool:
    """Whether a known body stands there, which the name before it belongs to."""
    return isinstance(node, Phrase) and node.actor is not None and node.actor.type not in ("State", "Country")


def _is_part(node: Node) -> bool:
    """Whether a word is written as a part of a name."""
    if isinstance(node, Phrase):
        return node.actor is None or node.actor.type != "Person"
    many = node.is_a("title") and node.core.endswith("s")  # "The Council of Ministers".
    return not node.mark and node.written[:1].isupper() and (many or not node.is_a("title", "date", "month"))


def _leads_place(link: Word, node: Node) -> bool:
    """Whether a small word leads the place where a body stands for something: "the Movement for Unity in P"."""
    return (
        isinstance(node, Word)
        and node.is_a("inside")
        and node.is_a("locative")
        and not link.is_a("genitive", "conjunction")
    )


def _is_plain(node: Node) -> bool:
    """Whether the pack knows nothing of a word: it may be a person's name."""
    return isinstance(node, Word) and not node.classes and not node.senses


def _modifies(node: Node) -> bool:
    """Whether an adjective before the noun belongs to the name: "the High Council"."""
    if isinstance(node, Phrase):
        return False
    capital = not node.mark and node.written[:1].isupper()
    return capital and not node.is_a("article", "demonstrative", "possessor", "preposition", "conjunction")


def _modifies_name(nodes: list[Node], position: int) -> bool:
    return position > 0 and _modifies(nodes[position - 1])
