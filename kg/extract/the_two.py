""" "The two sides", "both countries": two phrases in the place of one noun, for the two whom the text just named.

Their states may stand behind it instead: "the Xish and the Yish side".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.antecedents import whole_list
from kg.extract.entities import Entities
from kg.extract.groups import origin_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_PAIR = 2
KINDS = {
    "two_states": {"State"},
    "two_persons": {"Person"},
    "two_bodies": {"ArmedGroup", "Party", "Coalition", "Organization", "StateForce"},
    "two_sides": {
        "State",
        "Person",
        "ArmedGroup",
        "Party",
        "Coalition",
        "Organization",
        "StateForce",
        "DescribedGroup",
    },
}
"""Types of actors that the nouns of each class take up."""
_OF_STATES = ("two_sides", "two_states", "two_persons")
"""Classes of nouns that with two adjectives of origin stand for two states. Bodies are bodies of theirs."""


def by_origin(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """The nodes with two states for a noun in the dual and the adjectives of origin behind it."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        states = _states(nodes, position, lexicon, entities)
        result.extend(states or [nodes[position]])
        position += 3 if states else 1
    return result


def taken_up(nodes: list[Node], said: Sequence[Phrase], lexicon: Lexicon) -> list[Node]:
    """The nodes with such nouns as two phrases, where just two of their kind were named before them.

    They are looked for in the sentence, else among those ``said`` in the one before.
    """
    nouns = [_dual(node) for node in nodes]
    if not any(nouns):
        return nodes
    result: list[Node] = []
    for node, noun in zip(nodes, nouns, strict=True):
        pair = _pair(noun, result, said, lexicon) if noun is not None else None
        result.extend([node] if pair is None or noun is None else _phrases(noun, *pair, lexicon))
    return result


def _dual(node: Node) -> Word | None:
    """The noun that a node is, alone or as a group that nothing names."""
    if isinstance(node, Phrase):
        alone = len(node.words) == 1 and (node.generic or node.how == "short")
        return node.words[0] if alone and node.words[0].is_a(*KINDS) else None
    return node if node.classes and node.is_a(*KINDS) and not node.suffix else None


def _states(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> list[Node]:
    noun = nodes[position]
    if not isinstance(noun, Word) or not noun.is_a(*_OF_STATES) or position + _PAIR >= len(nodes):
        return []
    one, other = nodes[position + 1 : position + 1 + _PAIR]
    if not isinstance(one, Word) or not isinstance(other, Word):
        return []
    first, second = origin_of(one, lexicon, entities), origin_of(other, lexicon, entities)
    if first is None or second is None or first.actor is None or second.actor is None:
        return []
    joined = other.conjunction and not one.conjunction
    following = nodes[position + 1 + _PAIR] if position + 1 + _PAIR < len(nodes) else None
    named = isinstance(following, Phrase) and following.actor is not None and following.actor.type == "Person"
    if not joined or (named and isinstance(following, Phrase) and not following.preposition):
        return []
    side = replace(first, start=noun.core_start, conjunction=noun.conjunction, preposition=noun.preposition)
    side.words, side.how = [noun, *first.words], "described"
    return [side, replace(second, conjunction=other.conjunction, how="described")]


def _pair(
    noun: Word, before: list[Node], said: Sequence[Phrase], lexicon: Lexicon
) -> tuple[Phrase, Phrase] | None:
    """The two whom the noun takes up: the only two of its kind, or the last two that "and" joins."""
    types = set().union(*(KINDS[name] for name in KINDS if noun.is_a(name)))
    here = [one for one in parties(before) if _fits(one, types, lexicon)]
    joined = _joined(before, here)
    for named in (here, [one for one in said if _fits(one, types, lexicon)]):
        if any(one.actor is None for one in named):
            return joined if named is here else None
        different = list({one.actor.iri: one for one in named if one.actor is not None}.values())
        if len(different) == _PAIR:
            return different[0], different[1]
        if different:
            return joined if named is here else None
    return None


def _joined(nodes: list[Node], named: list[Phrase]) -> tuple[Phrase, Phrase] | None:
    """The last two in a list of two."""
    for last in reversed(named):
        listed = whole_list(nodes, last) if last.conjunction else []
        if len(listed) == _PAIR and all(any(one is other for other in named) for one in listed):
            return listed[0], listed[1]
    return None


def _fits(phrase: Phrase, types: set[str], lexicon: Lexicon) -> bool:
    source = lexicon.pack.heads.get(phrase.head, {}).get("source")
    named = (
        phrase.actor.type in types if phrase.actor is not None else phrase.how == "short" and not phrase.place
    )
    return named and phrase.how not in ("origin", "pronoun") and not source


def parties(nodes: list[Node]) -> list[Phrase]:
    """The actors that a sentence names, without who only tells it and those that say where something is."""
    return [
        node
        for step, node in enumerate(nodes)
        if isinstance(node, Phrase)
        and (node.actor is not None or node.how == "short")
        and not _is_aside(nodes, step)
    ]


def _is_aside(nodes: list[Node], position: int) -> bool:
    """Whether a phrase only says where something is, or who says so: "talks in X", "said X"."""
    node, before = nodes[position], nodes[position - 1] if position else None
    if isinstance(before, Word) and before.is_a("reporting", "continued", "according") and not before.suffix:
        return not before.is_a("announcing")
    led = isinstance(before, Word) and before.is_a("locative") and not before.suffix
    return led and isinstance(node, Phrase) and node.place is not None


def _phrases(noun: Word, one: Phrase, other: Phrase, lexicon: Lexicon) -> list[Node]:
    both = str(next(iter(lexicon.pack.clitics["conjunctions"])))
    half = noun.core_start + (noun.end - noun.core_start) // _PAIR
    spans = (
        (noun.core_start, half, noun.conjunction, noun.preposition),
        (half, noun.end, both, noun.preposition),
    )
    return [
        Phrase(
            start,
            end,
            named.actor,
            None,
            conjunction,
            preposition,
            how="pronoun",
            words=[noun],
            meant=named.meant or named,
        )
        for (start, end, conjunction, preposition), named in zip(spans, (one, other), strict=True)
    ]
