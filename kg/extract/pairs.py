"""Two organisations under one noun in the dual, known or not: "the two tribes X and Y"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.folding import fold_text


def take(
    nodes: list[Node], position: int, head: Mapping[str, Any], lexicon: Lexicon, entities: Entities
) -> tuple[list[Node], int]:
    """The two phrases, and the position behind them; nothing where not both are named."""
    noun = nodes[position]
    if isinstance(noun, Phrase):
        second = (
            _named(nodes[position + 1], head, lexicon, entities, joined=True)
            if position + 1 < len(nodes)
            else None
        )
        return ([noun, second], position + 2) if second is not None else ([], position)
    if position + 2 >= len(nodes):
        return [], position
    first = _named(nodes[position + 1], head, lexicon, entities, joined=False)
    second = _named(nodes[position + 2], head, lexicon, entities, joined=True)
    if first is None or second is None:
        return [], position
    first.start, first.conjunction, first.preposition = noun.core_start, noun.conjunction, noun.preposition
    first.words = [noun, *first.words]
    return [first, second], position + 3


def of_two(node: Node, lexicon: Lexicon) -> Mapping[str, Any] | None:
    """What the pack says of the dual noun that the node is, or that opens it; or None."""
    word = node.words[0] if isinstance(node, Phrase) and node.words else node
    entry = lexicon.pack.heads.get(word.core) if isinstance(word, Word) and word.is_a("head") else None
    return entry if entry is not None and "pair" in entry else None


def _named(
    node: Node, head: Mapping[str, Any], lexicon: Lexicon, entities: Entities, *, joined: bool
) -> Phrase | None:
    """One of the two: who is known, or a definite word that nobody knows."""
    if isinstance(node, Phrase):
        if node.actor is None and node.place is None:
            known = entities.named(
                " ".join((fold_text(str(head["pair"])), *(word.core for word in node.words)))
            )
            node = replace(
                node, actor=known, how="name"
            )  # "The two organisations X and Y": the noun makes it a name.
        fits = node.actor is not None and bool(node.conjunction) is joined and not node.preposition
        return replace(node) if fits else None
    if node.mark or node.classes or node.has_voice("active", "passive", "future") or node.preposition:
        return None
    for reading in lexicon.splits(node.text):
        if (
            bool(reading.conjunction) is joined
            and not reading.preposition
            and lexicon.is_definite(reading.core)
        ):
            start, written = node.behind(reading.skipped)
            identity = lexicon.name_key([str(head["pair"]), written])
            actor = entities.unlisted_actor(f"{head['pair']} {written}", str(head["type"]), identity=identity)
            return Phrase(
                start, node.end, actor, None, reading.conjunction, "", how="discovered",
                words=[replace(node, core=reading.core, core_start=start, written=written)],
            )  # fmt: skip
    return None
