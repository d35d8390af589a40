"""Names that nobody has listed, known by where they stand: places behind "in", persons who speak or are met."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.composing import origin_actor

_LONGEST_LIST = 24
_NEAR = 5
"""Nodes between a name and the word that takes it."""
_SHORTEST_NAME = 3
"""Letters of a family name."""
_NAMES = ("name", "single-name")


def promote(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> None:
    """Makes persons and places of the unlisted names among ``nodes``, in place; what is undecided stays a name."""
    for position, node in enumerate(nodes):
        if not isinstance(node, Phrase) or node.how != "thing":
            continue
        if node.head == "nisba":
            _share_noun(node, nodes[position + 1 : position + 2], lexicon, entities)
        elif node.head in _NAMES:
            kind = _kind(nodes, position, lexicon)
            text = " ".join(word.written for word in node.words)
            if kind == "body":
                node.actor, node.how = entities.unlisted_actor(text, "Organization"), "discovered"
            elif kind == "place":
                node.place, node.how = entities.unlisted_place(text, "Area"), "discovered"
            elif kind == "person" and (node.head == "name" or _is_surname(nodes, position, lexicon)):
                node.actor, node.how = entities.unlisted_actor(text, "Person"), "discovered"


def _share_noun(phrase: Phrase, following: list[Node], lexicon: Lexicon, entities: Entities) -> None:
    """ "Russian and Syrian jets", where the second is a known name."""
    other = following[0] if following else None
    shared = isinstance(other, Phrase) and other.conjunction and other.actor is not None
    if shared and isinstance(other, Phrase) and other.words[0].is_a("nisba"):
        phrase.actor, phrase.how = origin_actor(phrase.words[-1], lexicon, entities), "described"


def _goes_on(nodes: list[Node], position: int) -> bool:
    """Whether a list that a conjunction ends goes on here."""
    for node in nodes[position : position + _LONGEST_LIST]:
        if isinstance(node, Phrase):
            if node.conjunction:
                return True
        elif not is_comma(node):
            return False
    return False


def _takes_place(nodes: list[Node], position: int) -> bool:
    """Whether the verb or deed before a name takes places by the preposition of the name: "sent men to X"."""
    led = nodes[position].preposition
    for node in reversed(nodes[max(0, position - _NEAR) : position]):
        if isinstance(node, Word) and node.part in ("verb", "deed"):
            slots = [f.object if node.part == "verb" else f.noun_object for f, _ in node.senses]
            return any(led in slot.preps and "place" in slot.kinds for slot in slots)
    return False


def _is_surname(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a single word with a capital is surely a name: within a sentence, or before a verb that tells a deed."""
    name = nodes[position]
    word = name.words[-1] if isinstance(name, Phrase) else None
    if word is None or len(word.core) < _SHORTEST_NAME:
        return False
    if position:
        return True
    verb = nodes[position + 1] if len(nodes) > 1 else None
    plural = word.core.endswith(lexicon.pack.grammar.third_endings)
    deed = isinstance(verb, Word) and verb.part == "verb" and (bool(verb.senses) or verb.is_a("reporting"))
    return deed and not plural


def _takes_actor(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether what leads a name leads actors only: "under the command of X", "loyal to X"."""
    led, before = nodes[position].preposition, nodes[position - 1] if position else None
    linking = lexicon.exact(led)
    frames = [frame for frame, _ in linking.senses] if linking is not None else []
    if isinstance(before, Word) and before.part == "verb":
        frames.extend(frame for frame, _ in before.senses if led in frame.object.preps)
    return bool(frames) and all(frame.object.kinds == {"actor"} for frame in frames)


def _is_subject(nodes: list[Node], position: int) -> bool:
    """Whether a verb follows a name, a list or what stands between commas passed over."""
    step = position + 1
    while step < len(nodes) and isinstance(node := nodes[step], Phrase) and node.conjunction:
        step += 1
    if step < len(nodes) and is_comma(nodes[step]):
        closing = next(
            (s for s in range(step + 1, min(step + _NEAR + 3, len(nodes))) if is_comma(nodes[s])), 0
        )
        inner = nodes[step + 1 : closing]
        plain = bool(inner) and not any(isinstance(n, Word) and n.part == "verb" for n in inner)
        step = closing + 1 if plain else len(nodes)
    verb = nodes[step] if step < len(nodes) else None
    return isinstance(verb, Word) and (verb.part == "verb" or verb.is_a("have", "be", "modal"))


def _kind(nodes: list[Node], position: int, lexicon: Lexicon) -> str:
    node = nodes[position]
    before = nodes[position - 1] if position else None
    after = nodes[position + 1] if position + 1 < len(nodes) else None
    assert isinstance(node, Phrase)
    words = lexicon.pack.words
    if before is not None and is_comma(before) and position > 1 and _goes_on(nodes, position + 1):
        before = nodes[position - 2]
        return (
            "place"
            if isinstance(before, Phrase) and before.place is not None and before.actor is None
            else ""
        )
    if node.conjunction and isinstance(before, Phrase) and before.place is not None and before.actor is None:
        return "place"
    if node.preposition:
        if node.preposition in words["locative"]:
            return "place"
        if node.preposition in (*words["agent"], *words["with"]) or _takes_actor(nodes, position, lexicon):
            return "person"
        return "place" if node.head == "single-name" and _takes_place(nodes, position) else ""
    if isinstance(before, Word) and before.part == "verb":
        if before.is_a("reporting"):
            return "person"
        kinds = [frame.object.kinds for frame, _ in before.senses if "bare" in frame.object.preps]
        if any("place" in each for each in kinds):
            return "place"
        return "person" if kinds else ""
    relative = nodes[position + 2 : position + 3] if after is not None and is_comma(after) else [after]
    opened = relative[0] if relative else None
    if isinstance(opened, Word) and opened.is_a("relative") and node.head == "name":
        return "person" if opened.is_a("personal_relative") else "body"
    return "person" if _is_subject(nodes, position) else ""
