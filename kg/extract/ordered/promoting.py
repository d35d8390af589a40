"""Names that nobody has listed, known by where they stand: places behind "in", persons who speak or are met."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.composing import is_body_name, of_origin, origin_actor

_LONGEST_LIST = 24
_NEAR = 5
"""Nodes between a name and the word that takes it."""
_LONGEST_ASIDE = 12
"""Nodes between the commas of an apposition."""
_SHORTEST_NAME = 3
"""Letters of a family name."""
_NAMES = ("name", "single-name")


def promote(nodes: list[Node], lexicon: Lexicon, entities: Entities, definite: Collection[int]) -> None:
    """Makes persons, bodies and places of the unlisted names among ``nodes``, in place; what is undecided stays a name.

    ``definite`` are the identities of phrases with an article that points back.
    """
    for position, node in enumerate(nodes):
        if not isinstance(node, Phrase) or node.how != "thing":
            continue
        if node.head == "nisba":
            _share_noun(node, nodes[position + 1 : position + 2], lexicon, entities)
        elif node.head in _NAMES:
            body = is_body_name(node, lexicon, definite)
            kind = (body and _body_kind(nodes, position, lexicon)) or _kind(
                nodes, position, lexicon, body=body
            )
            if body and kind == "person":
                kind = "body"
            text = " ".join(word.written for word in node.words)
            if kind == "body":
                node.actor, node.how = entities.unlisted_actor(text, "Organization"), "discovered"
            elif kind == "place":
                node.place, node.how = entities.unlisted_place(text, "Area"), "discovered"
            elif kind == "person" and (node.head == "name" or _is_surname(nodes, position, lexicon)):
                node.actor, node.how = entities.unlisted_actor(text, "Person"), "discovered"


def _body_kind(nodes: list[Node], position: int, lexicon: Lexicon) -> str:
    """Whether somebody does something to a body, by the verb or deed before it; empty where it may be a place."""
    node, before = nodes[position], nodes[position - 1] if position else None
    if node.preposition:
        return "body" if _led_kinds(nodes, position, lexicon) & {"actor"} else ""
    if not isinstance(before, Word) or before.part != "verb":
        return ""
    kinds = [frame.object.kinds for frame, _ in before.senses if "bare" in frame.object.preps]
    return "body" if any("actor" in each for each in kinds) else ""


def _led_kinds(nodes: list[Node], position: int, lexicon: Lexicon) -> set[str]:
    """What the verb or deed before a name takes by the preposition of the name."""
    led, words = nodes[position].preposition, lexicon.pack.words
    for step in range(position - 1, max(-1, position - _NEAR - 1), -1):
        node = nodes[step]
        if not isinstance(node, Word) or node.part not in ("verb", "deed"):
            continue
        between = [w for n in nodes[step + 1 : position] for w in (n.words if isinstance(n, Phrase) else [n])]
        frames = [
            f
            for f, _ in node.senses
            if not f.needs or led in words[f.needs] or any(w.is_a(f.needs) for w in between)
        ]
        slots = [f.object if node.part == "verb" else f.noun_object for f in frames]
        kinds = {kind for slot in slots if led in slot.preps for kind in slot.kinds}
        if kinds or node.part == "verb":
            return kinds
    return set()


def _share_noun(phrase: Phrase, following: list[Node], lexicon: Lexicon, entities: Entities) -> None:
    """ "Russian and Syrian jets", where the second is a known name."""
    other = following[0] if following else None
    shared = isinstance(other, Phrase) and other.conjunction and other.actor is not None
    if shared and isinstance(other, Phrase) and other.words[0].is_a("nisba"):
        word, noun = phrase.words[-1], other.words[-1]
        head, entry = lexicon.pack.heads.get(noun.core), lexicon.pack.nisba.get(word.core)
        phrase.actor, phrase.how = origin_actor(word, lexicon, entities), "described"
        if phrase.actor is None and head is not None and entry is not None:
            # "The Kurdish and Iraqi forces".
            text = f"{word.written} {noun.written}"
            phrase.actor = of_origin(head, noun, entry, text, entities, lexicon)


def _goes_on(nodes: list[Node], position: int) -> bool:
    """Whether a list that a conjunction ends goes on here."""
    for node in nodes[position : position + _LONGEST_LIST]:
        if isinstance(node, Phrase):
            if node.conjunction:
                return True
        elif not is_comma(node):
            return False
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


def _takes_only(kind: str, nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether what leads a name leads actors only, or places: "under the command of X", "in full control of P"."""
    led, before = nodes[position].preposition, nodes[position - 1] if position else None
    linking = lexicon.exact(led)
    frames = [frame for frame, _ in linking.senses] if linking is not None else []
    if isinstance(before, Word) and before.part == "verb":
        frames.extend(frame for frame, _ in before.senses if led in frame.object.preps)
    return bool(frames) and all(frame.object.kinds == {kind} for frame in frames)


def _is_subject(nodes: list[Node], position: int) -> bool:
    """Whether a verb follows a name, a list, adverbs or what stands between commas passed over."""
    step = _behind_adverbs(nodes, position + 1)
    while step < len(nodes) and isinstance(node := nodes[step], Phrase) and node.conjunction:
        step += 1
    apposed = position > 0 and is_comma(nodes[position - 1])
    if apposed and step < len(nodes) and is_comma(nodes[step]) and _is_finite(nodes[step + 1 : step + 2]):
        # "His successor, X, joined Y".
        return True
    if step < len(nodes) and is_comma(nodes[step]):
        behind = range(step + 1, min(step + _LONGEST_ASIDE, len(nodes)))
        closing = next((s for s in behind if is_comma(nodes[s])), 0)
        step = closing + 1 if closing and _is_aside(nodes[step + 1 : closing]) else len(nodes)
        step = _behind_adverbs(nodes, step)
    return _is_finite(nodes[step : step + 1])


def _is_finite(nodes: list[Node]) -> bool:
    return any(
        isinstance(n, Word) and (n.part == "verb" or n.is_a("have", "be", "modal", "do")) for n in nodes
    )


def _is_aside(inner: list[Node]) -> bool:
    """Whether what stands between commas only describes: it has no verb, or a participle opens it ("backed by X")."""
    verbs = [node for node in inner if isinstance(node, Word) and node.part == "verb"]
    opening = inner[0] if inner else None
    return bool(inner) and (
        not verbs or (verbs[0] is opening and verbs[0].has_voice("past", "participle", "gerund"))
    )


def _behind_adverbs(nodes: list[Node], position: int) -> int:
    while position < len(nodes) and isinstance(word := nodes[position], Word):
        if word.mark or not word.is_a("adverb", "date", "hedge"):
            break
        position += 1
    return position


def _kind(nodes: list[Node], position: int, lexicon: Lexicon, *, body: bool) -> str:
    node = nodes[position]
    before = nodes[position - 1] if position else None
    after = nodes[position + 1] if position + 1 < len(nodes) else None
    assert isinstance(node, Phrase)
    words = lexicon.pack.words
    if before is not None and is_comma(before) and position > 1 and _goes_on(nodes, position + 1):
        before = nodes[position - 2]
        placed = isinstance(before, Phrase) and (before.place is not None or before.via == "place")
        return "place" if placed and isinstance(before, Phrase) and before.actor is None else ""
    if node.conjunction and isinstance(before, Phrase):
        if (before.place is not None or before.via == "place") and before.actor is None:
            return "place"
        if before.actor is not None and before.how != "office":
            person = before.actor.type == "Person"
            if (body and not person) or (person and not body and node.head == "name"):
                return "person" if person else "body"
    if body and isinstance(before, Word) and before.is_a("between"):
        return "body"
    if node.preposition:
        if node.preposition in words["locative"]:
            return "place"
        if node.preposition in words["as"] and _is_subject(nodes, position):
            # "As X entered the town".
            return "person"
        if _takes_only("place", nodes, position, lexicon):
            return "place"
        agent = node.preposition in (*words["agent"], *words["with"])
        if (
            agent
            or _takes_only("actor", nodes, position, lexicon)
            or _led_kinds(nodes, position, lexicon) == {"actor"}
        ):
            return "person"
        led = _led_kinds(nodes, position, lexicon)
        placed = (
            node.head == "single-name" or "actor" not in led or node.words[0].core in words["place_opening"]
        )
        return "place" if "place" in led and placed else ""
    if isinstance(before, Word) and before.part == "verb":
        if before.is_a("reporting"):
            return "person"
        kinds = [frame.object.kinds for frame, _ in before.senses if "bare" in frame.object.preps]
        if any("place" in each for each in kinds):
            return "place"
        return "person" if kinds else ""
    relative = nodes[position + 2 : position + 3] if after is not None and is_comma(after) else [after]
    opened = relative[0] if relative else None
    if isinstance(opened, Word) and opened.is_a("relative") and (node.head == "name" or body):
        return "person" if opened.is_a("personal_relative") else "body"
    return "person" if _is_subject(nodes, position) else ""
