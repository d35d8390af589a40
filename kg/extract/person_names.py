"""Names of persons whom nobody has listed: behind a title or rank, or as "father of" somebody."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_LONGEST_NAME = 3
_CLOSING = frozenset((",", ":", '"'))


def fighter(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """Somebody known as "father of" somebody, with or without the name of an origin behind it."""
    opening = nodes[position]
    child = nodes[position + 1] if position + 1 < len(nodes) else None
    if (
        not isinstance(opening, Word)
        or not opening.is_a("kunya")
        or not isinstance(child, Word)
        or child.mark
    ):
        return None
    if child.senses or child.conjunction or not child.text.isalpha():
        return None
    words = [opening, child]
    origin = nodes[position + 2] if position + 2 < len(nodes) else None
    named = isinstance(origin, Word) and not origin.mark and not origin.senses
    if named and isinstance(origin, Word) and lexicon.is_definite(origin.text):
        words.append(origin)
    name = " ".join(word.written for word in words)
    return Phrase(
        opening.core_start, words[-1].end, entities.unlisted_actor(name, "Person"), None,
        opening.conjunction, opening.preposition, how="discovered", words=words,
    )  # fmt: skip


def unlisted_name(nodes: list[Node], position: int, lexicon: Lexicon) -> list[Word]:
    """The words of a name from ``position`` on that no list holds: two, or three where the third is surely one."""
    name: list[Word] = []
    links = 0
    for node in nodes[position : position + _LONGEST_NAME + 1]:
        if not isinstance(node, Word) or node.mark or not node.text.isalpha():
            break
        link = node.core in lexicon.pack.words["name_link"]
        if not link and not _may_be_name(node, nodes, position + len(name) + 1, lexicon):
            break
        whole = len(name) - links >= 2
        if (
            whole
            and not lexicon.is_definite(node.text)
            and not _closes(node, nodes, position + len(name) + 1, lexicon)
        ):
            break
        links += link
        name.append(node)
    while name and name[-1].core in lexicon.pack.words["name_link"]:
        name.pop()
    return name[: _LONGEST_NAME + links]


def _may_be_name(word: Word, nodes: list[Node], following: int, lexicon: Lexicon) -> bool:
    """Whether a word can be part of a name; one that is also a verb only before a family name with the article."""
    if word.classes or word.suffix or word.preposition or word.conjunction:
        return False
    if not word.senses:
        return True
    family = nodes[following] if following < len(nodes) else None
    unknown = isinstance(family, Word) and not family.classes and not family.senses
    return unknown and lexicon.is_definite(family.text) if isinstance(family, Word) else False


def _closes(word: Word, nodes: list[Node], following: int, lexicon: Lexicon) -> bool:
    """Whether ``word`` is the last of a name: "that", a comma, a colon or a quotation mark follows.

    A preposition may follow too, where the word does not begin as a verb does.
    """
    node = nodes[following] if following < len(nodes) else None
    if not isinstance(node, Word):
        return False
    verbal = word.text.startswith(tuple(lexicon.pack.words["verb_openings"]))
    return node.text in _CLOSING or node.is_a("complementizer") or (node.is_a("preposition") and not verbal)
