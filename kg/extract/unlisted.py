"""Organisations that nobody has listed: a head noun with a name behind it, quoted or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.extract import group_names, pairs
from kg.extract.entities import Entities
from kg.extract.groups import head_of, take_adjectives, take_heads
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quote
from kg.extract.short_names import ShortNames
from kg.extract.unit_names import aimed
from kg.model import Entity


def discover(nodes: list[Node], lexicon: Lexicon, entities: Entities, short_names: ShortNames) -> list[Node]:
    """Makes an unlisted actor of each head noun that a name follows. A plain noun behind it makes none.

    ``short_names`` learns what each is called without its head noun.
    """
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        if isinstance(node, Word) and node.is_plain:
            result.append(node)
            position += 1
            continue
        dual = pairs.of_two(node, lexicon)
        pair, behind = pairs.take(nodes, position, dual, lexicon, entities) if dual else ([], position)
        if pair:
            result.extend(pair)
            position = behind
            continue
        head = _head(node, lexicon)
        name, behind = _name(nodes, position + 1, node, head, result, lexicon) if head else ([], position)
        ranked = bool(name) and _is_rank(node, nodes[behind] if behind < len(nodes) else None, lexicon)
        if head is None or not name or ranked or all(word.is_a("insult") for word in name):
            result.append(node)
            position += 1
            continue
        if (
            is_quote(nodes[behind - 1])
            and not is_quote(nodes[position + 1])
            and result
            and is_quote(result[-1])
        ):
            result.pop()  # The mark before the noun closes behind the name: "'Movement of X' said".
        first = node if isinstance(node, Word) else node.words[0]
        actor = _actor(first, name, head, lexicon, entities)
        short_names.learn(name, actor)
        phrase = Phrase(
            first.core_start, name[-1].end, actor, None,
            first.conjunction, first.preposition, head=first.core, how="discovered", words=[first, *name],
        )  # fmt: skip
        _open_people(result, lexicon)
        take_heads(phrase, result, lexicon)
        position = take_adjectives(phrase, nodes, behind, lexicon)
        result.append(phrase)
    return result


def _is_rank(node: Node, following: Node | None, lexicon: Lexicon) -> bool:
    """Whether a noun for a body is the rank of the person named behind its adjective: "the retired general X"."""
    person = (
        isinstance(following, Phrase) and following.actor is not None and following.actor.type == "Person"
    )
    free = isinstance(following, Phrase) and not (following.preposition or following.conjunction)
    if not (person and free) or not isinstance(node, Word):
        return False
    return any("title" in lexicon.classes(word) for word in (node.core, lexicon.article + node.core))


def _open_people(before: list[Node], lexicon: Lexicon) -> None:
    """Takes people apart again whom "of" leads to the name: "gunmen of X" are X's; in place."""
    people = before[-2] if len(before) > 1 else None
    partitive = lexicon.pack.words["partitive"]
    led = isinstance(before[-1], Word) and before[-1].core in partitive if before else False
    if not led or not isinstance(people, Phrase) or not people.generic or len(people.words) != 1:
        return
    if people.words[0].is_a("transparent_actor"):
        before[-2] = people.words[0]


def _head(node: Node, lexicon: Lexicon) -> Mapping[str, Any] | None:
    """What the pack says of a noun that opens names of organisations, or of a short form that is only that noun."""
    word = node.words[0] if isinstance(node, Phrase) and _is_only_a_noun(node) else node
    if not isinstance(word, Word):
        return None
    return head_of(word, lexicon, "organisation") or _force(word, lexicon)


def _is_only_a_noun(phrase: Phrase) -> bool:
    return len(phrase.words) == 1 and (phrase.how == "short" or phrase.generic)


def _force(word: Word, lexicon: Lexicon) -> Mapping[str, Any] | None:
    """ "Forces", "a group": a state's own, with an adjective of origin, or anybody's; also the first word of a name."""
    entry = head_of(word, lexicon, "country_body", "described")
    return entry if entry is not None and "discover" in entry else None


def _actor(
    first: Word, name: list[Word], head: Mapping[str, Any], lexicon: Lexicon, entities: Entities
) -> Entity:
    """The actor; its id comes from the usual form of the noun, which may bear the article or be spelled otherwise."""
    identity = lexicon.name_key([str(head["words"][0]), *(word.written for word in name)])
    label = " ".join(word.written for word in (first, *name))
    return entities.unlisted_actor(label, str(head.get("unlisted", head["type"])), identity=identity)


def _name(
    nodes: list[Node],
    position: int,
    node: Node,
    head: Mapping[str, Any],
    before: list[Node],
    lexicon: Lexicon,
) -> tuple[list[Word], int]:
    level, opened = head["discover"], nodes[position] if position < len(nodes) else None
    numbered, behind = (
        group_names.numbered(nodes, position, regional=bool(head.get("regional")))
        if head.get("numbered")
        else ([], position)
    )
    if numbered:
        return numbered, behind
    if level is False or opened is None or _means_else(head, before):
        return [], position
    if is_quote(opened):
        return group_names.quoted(nodes, position + 1)
    if before and is_quote(before[-1]):
        whole, behind = group_names.quoted(nodes, position)
        if whole:
            return whole, behind
    word = node if isinstance(node, Word) else node.words[0]
    called = bool(before) and isinstance(before[-1], Word) and before[-1].is_a("calls_itself")
    if lexicon.is_definite(word.core):
        purpose = aimed(nodes, position, lexicon)
        if purpose[0]:
            return purpose
        if head.get("adjectival"):
            return group_names.adjective(nodes, position, lexicon)
        return group_names.adjectives(nodes, position, lexicon) if level is True else ([], position)
    name, behind = group_names.plain(nodes, position, head, lexicon, called=called)
    if not name and head.get("construct"):
        return group_names.construct(nodes, position, lexicon)
    return name, behind


def _means_else(head: Mapping[str, Any], before: list[Node]) -> bool:
    """Whether the noun stands behind a word with which it means something else: "under the banner of"."""
    last = before[-1] if before else None
    return isinstance(last, Word) and last.text in map(str, head.get("not_behind", ()))
