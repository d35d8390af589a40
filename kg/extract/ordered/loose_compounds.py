"""Compounds whose hyphen is left out: "Iranian backed militias", "US led forces", "al-Qaeda linked fighters"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_DESCRIBED = ("head", "nisba", "epithet", "title", "noun", "direction")
"""Classes of words of which a compound before them may say something."""


def tied(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes with each such participle read as the second part of a compound."""
    result = list(nodes)
    for position in range(1, len(nodes) - 1):
        word, after = nodes[position], nodes[position + 1]
        if not isinstance(word, Word) or word.mark or not word.has_voice("past", "participle"):
            continue
        if not (isinstance(after, Phrase) or after.is_a(*_DESCRIBED)) or not _is_first_part(
            nodes, position, word
        ):
            continue
        if word.is_a("tail"):
            # "Al-Qaeda linked X": it does not say how.
            result[position] = replace(word, classes=frozenset({"tail"}), senses=())
            continue
        found = lexicon.exact(f"-{word.core}")
        if found is not None and any(voice == "compound" for _, voice in found.senses):
            result[position] = replace(word, classes=found.classes, senses=found.senses)
    return result


def shared(nodes: list[Node]) -> list[Node]:
    """The nodes with the second part of a compound behind each first that shares it: "Saudi and UAE-led forces"."""
    result: list[Node] = []
    for position, node in enumerate(nodes):
        result.append(node)
        if not isinstance(node, Word) or not node.has_voice("compound") or position < 2:
            continue
        step = len(result) - 2
        while step >= 2:
            joint, first = result[step - 1], result[step - 2]
            hanging = isinstance(first, Word) and bool(first.mark) and first.text == "-"
            if hanging and step >= 3:
                # "Saudi- and UAE-led forces".
                first = result[step - 3]
            joins = isinstance(joint, Word) and (
                joint.is_a("conjunction") or (joint.mark and joint.text == ",")
            )
            if not joins or not _is_origin(first) or not _is_origin(result[step]):
                break
            result[step - 1 - hanging : step] = [replace(node)]
            step -= 2 + hanging
    return result


def leading(nodes: list[Node]) -> list[Node]:
    """The nodes with "parts of" before the compound that it stands behind: "rebel-held parts of P" as of P."""
    result = list(nodes)
    for position in range(2, len(result) - 1):
        part, compound = result[position], result[position - 1]
        if not isinstance(part, Word) or not isinstance(compound, Word) or not compound.has_voice("compound"):
            continue
        if not part.is_a("quantifier") or not part.core.endswith(" of"):
            continue
        opening = result[position + 1]
        article = [opening] if isinstance(opening, Word) and opening.is_a("article") else []
        end = position + 1 + len(article)
        result[position - 2 : end] = [part, *article, result[position - 2], compound]
    return result


def _is_origin(node: Node) -> bool:
    """Whether a node may be the first part of such a compound: an adjective of origin, or a state or body by name."""
    if isinstance(node, Phrase):
        return node.actor is not None and node.actor.type in ("State", "Organization") and len(node.words) < 3
    return node.is_a("nisba") and not node.core.endswith("s")


def _is_first_part(nodes: list[Node], position: int, word: Word) -> bool:
    """Whether what stands before can only be the first part: an adjective, a bare abbreviation, or who is "linked"."""
    first, opening = nodes[position - 1], nodes[position - 2] if position > 1 else None
    if isinstance(first, Word):
        return first.is_a("nisba") and not first.core.endswith("s")
    bare = not (isinstance(opening, Word) and opening.is_a("article"))
    abbreviated = len(first.words) == 1 and first.words[0].written.replace(".", "").isupper()
    return first.actor is not None and ((bare and abbreviated) or word.is_a("tying"))
