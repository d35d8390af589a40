"""Phrases of a noun with what stands before it: groups by origin, bodies of a state, names that nobody has listed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.iri import is_place
from kg.model import Entity

_SHORTEST_ABBREVIATION = 3
_IN_NAMES = {"epithet", "ordinal", "name_link", "body_opening", "place_opening", "battle"}
"""Classes of words that names are made of as well."""
DETERMINERS = ("article", "demonstrative", "possessor", "quantifier", "number")


def is_capital(node: Node, lexicon: Lexicon) -> bool:
    """Whether a word is written as a part of a name and is no other word that the pack knows."""
    if not isinstance(node, Word) or node.mark or not node.written[:1].isupper():
        return False
    return not node.senses and not (node.classes - _IN_NAMES)


def origin_actor(word: Word, lexicon: Lexicon, entities: Entities) -> Entity | None:
    """The actor that an adjective of origin speaks of."""
    slug = lexicon.pack.nisba.get(word.core, {}).get("actor")
    return entities.known_actor(slug) if slug else None


def of_origin(
    head: Mapping[str, Any],
    word: Word,
    nisba: Mapping[str, str],
    text: str,
    entities: Entities,
    lexicon: Lexicon,
) -> Entity | None:
    """The actor that a noun with an adjective of origin names: "Iraqi militias", "the Turkish army"."""
    if head.get("actor") == "state":
        return entities.known_actor(nisba["actor"]) if "actor" in nisba else None
    slug = head.get("slug")
    if not slug:
        return None
    if head.get("one") and word.core in lexicon.pack.words["singular_source"]:
        slug = head["one"]
    whole = entities.named(f"{nisba['adjective']} {word.core}")
    if whole is not None:
        return whole
    known = (entities.known_actor(f"{nisba['slug']}-{other}") for other in head.get("known_as", ()))
    found = next((entity for entity in known if entity is not None), None)
    kind = head.get("with_nisba") or (
        head.get("type", "DescribedGroup") if head["role"] != "described" else "DescribedGroup"
    )
    return found or entities.actor(f"{nisba['slug']}-{slug}", kind, text, nisba.get("place"))


def origin_of_state(entity: Entity, lexicon: Lexicon) -> Mapping[str, str] | None:
    """The entry of the adjective that belongs to a state or country."""
    slug = entity.iri.rpartition("/")[2]
    key = "place" if is_place(entity.iri) else "actor"
    return next((entry for entry in lexicon.pack.nisba.values() if entry.get(key) == slug), None)


def text_of(nodes: list[Node]) -> str:
    """The words of a phrase as they are written."""
    return " ".join(w.written for node in nodes for w in (node.words if isinstance(node, Phrase) else [node]))


def span_of(nodes: list[Node]) -> tuple[int, int]:
    """Where the nodes begin and end."""
    return min(node.start for node in nodes), max(node.end for node in nodes)


def words_of(nodes: list[Node]) -> list[Word]:
    """The words that the nodes consist of."""
    return [word for node in nodes for word in (node.words if isinstance(node, Phrase) else [node])]


def phrase(
    nodes: list[Node],
    actor: Entity | None,
    place: Entity | None = None,
    *,
    how: str,
    via: str = "",
    head: str = "",
) -> Phrase:
    """A phrase over all of ``nodes``."""
    start, end = span_of(nodes)
    return Phrase(start, end, actor, place, how=how, via=via, head=head, words=words_of(nodes))


def thing(nodes: list[Node], head: str = "") -> Phrase:
    """A phrase that names neither an actor nor a place."""
    return phrase(nodes, None, how="thing", head=head)


def is_determiner(node: Node) -> bool:
    """Whether a node opens a noun phrase and says nothing of whom it means: an article, a number."""
    return isinstance(node, Word) and (node.is_a(*DETERMINERS) or node.core[0].isdigit())


def is_body_name(name: Phrase, lexicon: Lexicon, definite: Collection[int]) -> bool:
    """Whether an unlisted name is no person's: it has an article, is an abbreviation, or opens as names of bodies do.

    ``definite`` are the identities of phrases with an article that points back.
    """
    if name.how != "thing" or name.head not in ("name", "single-name"):
        return False
    first, last = name.words[0], name.words[-1]
    short = len(name.words) == 1 and len(last.written) >= _SHORTEST_ABBREVIATION and last.written.isupper()
    opens = lexicon.pack.words["body_opening"]
    return id(name) in definite or short or first.core in opens or first.core.partition("-")[0] in opens


def trailing_capitals(items: list[Node], lexicon: Lexicon) -> list[Node]:
    """The parts of an unlisted name that ``items`` end with."""
    found: list[Node] = []
    for node in reversed(items):
        if not (is_capital(node, lexicon) or (isinstance(node, Word) and node.is_a("name_link") and found)):
            break
        found.insert(0, node)
    return found
