"""Countrysides with their direction, and nouns that stand for a place that was named before."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word


def belongs(node: Node, lexicon: Lexicon) -> bool:
    """Whether a node stands as owner behind a noun: with no preposition, or with the one for "of"."""
    return not node.preposition or node.preposition in lexicon.pack.words["belonging"]


def short(word: Word) -> Phrase:
    """A noun alone that means a place named before: "the town"."""
    return Phrase(
        word.core_start, word.end, None, None, word.conjunction, word.preposition,
        head=word.core, how="short", words=[word],
    )  # fmt: skip


def share_head(
    first: Node, nodes: list[Node], position: int, result: list[Node], lexicon: Lexicon, entities: Entities
) -> int:
    """ "The countrysides of northern X and southern Y": each further name with a direction makes its own."""
    while isinstance(first, Phrase) and position + 1 < len(nodes):
        name, direction = nodes[position], nodes[position + 1]
        joined = (
            isinstance(name, Phrase) and name.place is not None and name.conjunction and not name.preposition
        )
        if not joined or not isinstance(direction, Word) or not direction.is_a("direction"):
            break
        phrase, _ = countryside([first.words[0], name, direction], 0, lexicon, entities, joined=True)
        if isinstance(phrase, Phrase) and isinstance(name, Phrase):
            phrase.start, phrase.conjunction, phrase.preposition = name.start, name.conjunction, ""
        result.append(phrase)
        position += 2
    return position


def _leads_on(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a direction leads to a further place: "the countryside of X, north of Y"."""
    word, place = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    further = isinstance(place, Phrase) and place.place is not None
    plain = further and isinstance(place, Phrase) and not (place.preposition or place.conjunction)
    return plain and isinstance(word, Word) and not lexicon.is_definite(word.core)


def countryside(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities, *, joined: bool = False
) -> tuple[Node, int]:
    """The countryside that opens at ``position``, with its name and direction, and the position behind it."""
    word = nodes[position]
    if not isinstance(word, Word):
        return word, position + 1
    behind = position + 1
    direction = ""
    name: Phrase | None = None
    end = word.end
    parts = [word]
    while behind < len(nodes):
        node = nodes[behind]
        if isinstance(node, Word) and node.is_a("direction") and not direction and not node.conjunction:
            if name is not None and _leads_on(nodes, behind, lexicon):
                break
            direction = lexicon.pack.directions[node.core]
            parts.append(node)
        elif (
            isinstance(node, Phrase)
            and name is None
            and node.place is not None
            and joined is bool(node.conjunction)
        ):
            if not belongs(node, lexicon):
                break
            name = node
            parts.extend(node.words)
        elif not (isinstance(node, Word) and name is None and belongs(node, lexicon) and node.is_a("head")):
            break
        end = node.end
        behind += 1
    if name is None or name.place is None:
        if direction or lexicon.is_definite(word.core):
            phrase = short(word)
            phrase.end, phrase.direction = end, direction
            return phrase, behind
        return word, position + 1
    base = name.place.iri.rpartition("/")[2].removesuffix("-governorate")
    slug = "-".join(filter(None, (direction, base, "countryside")))
    within = name.place.iri if name.place.type == "Governorate" else entities.holder(name.place)
    place = entities.place(slug, "Area", " ".join(part.written for part in parts), within)
    return Phrase(
        word.core_start, end, None, place, word.conjunction, word.preposition,
        head=word.core, how="name", direction=direction, words=parts,
    ), behind  # fmt: skip
