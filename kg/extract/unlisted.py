"""Organisations that nobody has listed: a head noun with a name behind it, quoted or not."""

from __future__ import annotations

from typing import Any

from kg.extract.entities import Entities
from kg.extract.groups import head_of, take_adjectives
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quote

_LONGEST_QUOTED = 4


def discover(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """Makes an unlisted actor of each head noun that a name follows. A plain noun behind it makes none."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        head = head_of(node, lexicon, "organisation") or _short_head(node, lexicon)
        quoted = bool(result) and is_quote(result[-1])
        name, behind = _name(nodes, position + 1, head, lexicon, quoted=quoted) if head else ([], position)
        if head is None or not name:
            result.append(node)
            position += 1
            continue
        first = node if isinstance(node, Word) else node.words[0]
        words = " ".join(word.written for word in (first, *name))
        phrase = Phrase(
            first.core_start, name[-1].end, entities.unlisted_actor(words, str(head["type"])), None,
            first.conjunction, first.preposition, head=first.core, how="discovered", words=[first, *name],
        )  # fmt: skip
        position = take_adjectives(phrase, nodes, behind, lexicon)
        result.append(phrase)
    return result


def _short_head(node: Node, lexicon: Lexicon) -> dict[str, Any] | None:
    if isinstance(node, Phrase) and node.how == "short" and len(node.words) == 1:
        return head_of(node.words[0], lexicon, "organisation")
    return None


def _name(
    nodes: list[Node], position: int, head: dict[str, Any], lexicon: Lexicon, *, quoted: bool
) -> tuple[list[Word], int]:
    opened = nodes[position] if position < len(nodes) else None
    if (
        head.get("numbered")
        and isinstance(opened, Word)
        and (opened.core.isdecimal() or opened.is_a("ordinal"))
    ):
        return [opened], position + 1
    if head["discover"] is not False and opened is not None and is_quote(opened):
        return _quoted(nodes, position + 1)
    if head["discover"] is not False and quoted:
        whole, behind = _quoted(nodes, position)
        if whole:
            return whole, behind
    if head["discover"] is not True:
        return [], position
    name: list[Word] = []
    while position < len(nodes) and len(name) < 2:
        word = nodes[position]
        if not isinstance(word, Word) or not _fits(word, lexicon, first=not name):
            break
        name.append(word)
        position += 1
    return name, position


def _fits(word: Word, lexicon: Lexicon, *, first: bool) -> bool:
    plain = not word.mark and not word.conjunction and not word.preposition and word.text.isalpha()
    unknown = not word.senses and not (word.classes - {"epithet"})
    return plain and unknown and lexicon.is_definite(word.text) and (first or not word.classes)


def _quoted(nodes: list[Node], position: int) -> tuple[list[Word], int]:
    name: list[Word] = []
    while position < len(nodes) and len(name) <= _LONGEST_QUOTED:
        node = nodes[position]
        position += 1
        if isinstance(node, Word) and node.mark:
            return (name, position) if node.text == '"' and name else ([], position)
        words = node.words if isinstance(node, Phrase) else [node]
        spoken = not name and any(word.has_voice("active") for word in words)
        if spoken or any(word.is_a("reporting", "complementizer", "preposition") for word in words):
            break
        name.extend(words)
    return [], position
