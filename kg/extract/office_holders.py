"""Who is named behind an office, and which words are ranks that go before a name."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.person_names import personal_name, unlisted_name

FARTHEST = 8
"""Nodes behind a title within which its organisation and person must begin."""
_LONGEST_PURPOSE = 4
"""Nodes behind "for" that say what an office is for."""
_LONGEST_ASIDE = 6
"""Nodes in brackets behind an organisation, with the brackets."""


def is_rank(word: Word, lexicon: Lexicon) -> bool:
    """Whether a title is a rank or a form of address, which no organisation goes with."""
    return not word.conjunction and lexicon.pack.titles[word.core]["relation"] == "none"


def is_another_rank(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word behind an office is a rank or a form of address."""
    return word.is_a("title") and is_rank(word, lexicon)


def meets_another(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether another title with its holder follows the person named at ``position``: "X met the commander Y"."""
    if not opens_person(nodes, position, lexicon, led=False):
        return False
    name = 1 if isinstance(nodes[position], Phrase) else len(personal_name(nodes, position, lexicon))
    title = position + name
    word = nodes[title] if title < len(nodes) else None
    if not isinstance(word, Word) or not word.is_a("title") or word.conjunction or word.preposition:
        return False
    for step in range(title + 1, min(title + FARTHEST, len(nodes))):
        node = nodes[step]
        if isinstance(node, Word) and (node.mark or node.conjunction or node.is_a("preposition")):
            return False
        if opens_person(nodes, step, lexicon, led=False):
            return True
    return False


def is_purpose(word: Word, lexicon: Lexicon) -> bool:
    """Whether "for" opens what an envoy is sent for: "the envoy of X for the peace process"."""
    led = not word.is_a("preposition") and word.preposition in lexicon.pack.words["belonging"]
    return led or word.is_a("office_purpose")


def purpose_before(nodes: list[Node], position: int, lexicon: Lexicon, *, speaks: bool) -> int:
    """How many nodes from "for" on say what an office is for, where its holder is named behind them; else 0.

    "The assistant for the affairs of the Near East, X". Of who ``speaks`` any name will do that has no article.
    """
    for step in range(position + 1, min(position + 1 + _LONGEST_PURPOSE, len(nodes))):
        node = nodes[step]
        led = speaks and isinstance(node, Word) and not lexicon.is_definite(node.core)
        if step > position + 1 and opens_person(nodes, step, lexicon, led=led):
            return step - position
        if isinstance(node, Phrase):
            fits = (node.place is not None or node.how == "short") and not node.preposition
        else:
            fits = not (node.mark or node.preposition) and lexicon.is_definite(node.core)
        if not fits:
            return 0
    return 0


def is_named_apart(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a comma stands here and a name that nobody knows, which a mark ends: "the envoy to P, X Y, said"."""
    if position >= len(nodes) or not is_comma(nodes[position]):
        return False
    name = unlisted_name(nodes, position + 1, lexicon)
    behind = nodes[position + 1 + len(name)] if position + 1 + len(name) < len(nodes) else None
    return len(name) > 1 and isinstance(behind, Word) and (behind.mark or behind.is_a("complementizer"))


def person_follows(nodes: list[Node], position: int, lexicon: Lexicon, *, ranked: bool = False) -> bool:
    """Whether somebody is named from ``position`` on, behind a comma or what says where; ``ranked`` by a rank only."""
    node = nodes[position] if position < len(nodes) else None
    if isinstance(node, Word) and node.is_a("locative", "direction") and position + 1 < len(nodes):
        position, ranked = position + 2, True
    behind = position + (position < len(nodes) and is_comma(nodes[position]))
    step = behind
    while step < len(nodes) and isinstance(rank := nodes[step], Word) and is_another_rank(rank, lexicon):
        step += 1
    if step == behind and (ranked or behind > position):
        return False
    return opens_person(nodes, step, lexicon, led=step > behind)


def opens_person(nodes: list[Node], position: int, lexicon: Lexicon, *, led: bool) -> bool:
    """Whether somebody is named from ``position`` on; ``led`` by a rank, so that an unknown name will do."""
    node = nodes[position] if position < len(nodes) else None
    if isinstance(node, Phrase):
        return node.actor is not None and node.actor.type == "Person"
    return bool(unlisted_name(nodes, position, lexicon) if led else personal_name(nodes, position, lexicon))


def aside_behind(nodes: list[Node], position: int, lexicon: Lexicon) -> int:
    """The nodes in brackets that say more of the organisation, if its head is named behind them; else 0."""
    if not _is_mark(nodes[position], "("):
        return 0
    for step in range(position + 1, min(position + _LONGEST_ASIDE, len(nodes) - 1)):
        if _is_mark(nodes[step], ")"):
            return step + 1 - position if opens_person(nodes, step + 1, lexicon, led=True) else 0
    return 0


def _is_mark(node: Node, mark: str) -> bool:
    return isinstance(node, Word) and node.mark and node.text == mark


def is_named_behind(nodes: list[Node], position: int, lexicon: Lexicon, *, led: bool) -> bool:
    """Whether a holder is named from ``position`` on, or behind where he is sent; ``led`` as with `opens_person`."""
    node = nodes[position] if position < len(nodes) else None
    if isinstance(node, Phrase) and node.place is not None and node.preposition:
        position += 1
    elif isinstance(node, Word) and node.is_a("locative", "sent_to"):
        position += 2
    return opens_person(nodes, position, lexicon, led=led) or is_named_apart(nodes, position, lexicon)
