"""What stands right behind a verb: whom it names, whose things or positions it means, who did a deed it judges."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma, is_joined
from kg.extract.ordered.slots import behind_adverbs, led, members
from kg.extract.ordered.stating import fitting
from kg.extract.ordered.structure import Structure
from kg.languages import Frame, Slot

_NEAR = 4
"""Nodes behind a word within which the thing that its preposition leads begins."""


def direct(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """What stands right behind the verb; of a deed who did it, where the frame is said of deeds."""
    if "bare" not in frame.object.preps:
        return []
    step = position + 1
    while step < len(structure.nodes):
        node = structure.nodes[step]
        if not (isinstance(node, Word) and node.is_a("adverb", "negation", "dual")) and not _is_means(
            structure, step
        ):
            break
        step += 1
    if step >= len(structure.nodes):
        return []
    node = structure.nodes[step]
    if isinstance(node, Word) and node.part == "verb" and _shares_object(structure, position, step):
        return direct(structure, step, frame)
    if isinstance(node, Phrase) and structure.governors[step] == "bare":
        if _is_owned_machine(structure, step):
            return _held(structure, step, frame)
        if _is_nobody(node):
            named = _held(structure, step, frame) or owned(node, frame) or _located(structure, step, frame)
            named = named or (_attempting(structure, step) if frame.of_deed else [])
            if named or node.how != SITE:
                return named
        return _within_relative(structure, position, step, members(structure, step, frame.object))
    while step < len(structure.nodes) and structure.governors[step] in ("origin", "owner"):
        step += 1
    deed = structure.nodes[step] if step < len(structure.nodes) else None
    plain = isinstance(deed, Word) and deed.part == "deed" and not deed.preposition
    # Who backs a war backs who wages it; who supports accusations brings proof.
    weapons = isinstance(deed, Word) and deed.is_a("weapons") and frame.violent
    if weapons and plain and "actor" in frame.object.kinds:
        return fitting(structure.doers(step), frame.object)
    waged = isinstance(deed, Word) and any(sense.violent or sense.reciprocal for sense, _ in deed.senses)
    if frame.of_deed and plain and (waged or not frame.of_men):
        return fitting(structure.doers(step), frame.object)
    return []


def _attempting(structure: Structure, step: int) -> list[Phrase]:
    """Whose attempt is thwarted: "foiled an attempt by X to take P", "foiled X's plot"."""
    thing, agent = (
        structure.nodes[step],
        structure.nodes[step + 1] if step + 1 < len(structure.nodes) else None,
    )
    if not isinstance(thing, Phrase) or not thing.words or not thing.words[-1].is_a("attempt"):
        return []
    if isinstance(agent, Phrase) and agent.preposition in structure.lexicon.pack.words["agent"]:
        return structure.list_at(step + 1)
    return [thing.owner] if thing.owner is not None and thing.owner.actor is not None else []


def _within_relative(structure: Structure, position: int, step: int, found: list[Phrase]) -> list[Phrase]:
    """What a verb within commas takes of a pair that the closing comma parts: "X, which backs A, and B" is of A."""
    opening = structure.group(position).start - 2
    if len(found) != 2 or opening < 0 or not is_comma(structure.nodes[opening]):
        return found
    parted = step + 1 < len(structure.nodes) and is_comma(structure.nodes[step + 1])
    return found[:1] if parted and structure.in_relative(position) else found


def _is_nobody(node: Node) -> bool:
    """Whether a phrase names neither an actor nor a place, but a thing or a site that may be somebody's."""
    if not isinstance(node, Phrase):
        return False
    unnamed = node.place is None or node.how == SITE
    return node.how in ("thing", "short", SITE) and node.actor is None and unnamed


def _is_owned_machine(structure: Structure, step: int) -> bool:
    """Whether a verb that says whose it is follows an aircraft or a ship: "a drone belonging to X"."""
    node, verb = structure.nodes[step], structure.nodes[step + 1] if step + 1 < len(structure.nodes) else None
    machine = isinstance(node, Phrase) and structure.lexicon.pack.heads.get(node.head, {}).get("machine")
    owning = isinstance(verb, Word) and verb.part == "verb" and any(frame.owning for frame, _ in verb.senses)
    return bool(machine) and owning


def indirect(
    structure: Structure, position: int, frame: Frame, slot: Slot, target: int | None
) -> list[Phrase]:
    """What a preposition of ``slot`` leads, which stands at ``target`` where it names somebody or a place."""
    node = structure.nodes[target] if target is not None else None
    if frame.violent and (node is None or (isinstance(node, Phrase) and node.how == SITE)):
        found = _led_thing(structure, position, frame, slot)
        if found or node is None:
            return found
    return members(structure, target, slot) if target is not None else []


def _led_thing(structure: Structure, position: int, frame: Frame, slot: Slot) -> list[Phrase]:
    """Whose or where the thing is that a preposition of ``slot`` leads: "opened fire on a bakery in P"."""
    for step in range(position + 1, min(position + _NEAR, len(structure.nodes))):
        node = structure.nodes[step]
        if structure.blocks(step) or (isinstance(node, Word) and node.part == "deed"):
            break
        if isinstance(node, Phrase) and node.preposition in slot.preps and node.preposition:
            if not _is_nobody(node):
                break
            return _held(structure, step, frame) or owned(node, frame) or _located(structure, step, frame)
    return []


def _shares_object(structure: Structure, position: int, following: int) -> bool:
    """Whether the verb at ``following`` is joined to the one at ``position``: "hit and took X"."""
    verb = structure.nodes[following]
    own, other = structure.group(position), structure.group(following)
    return bool(verb.conjunction) and own.form == other.form and not own.passive and not other.passive


def _is_means(structure: Structure, position: int) -> bool:
    """Whether a phrase only says with what, before the object: "targeted with rockets the village"."""
    node, words = structure.nodes[position], structure.lexicon.pack.words
    led = node.preposition in (*words["with"], *words["in_deed"])
    nobody = (isinstance(node, Word) and node.part == "deed") or (
        isinstance(node, Phrase) and node.how == "thing"
    )
    following = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    bare = isinstance(following, Phrase) or (isinstance(following, Word) and following.part == "deed")
    return led and nobody and bare and following is not None and not following.preposition


def _held(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """Whose the positions are that something is done to: "positions held by X"."""
    node = structure.nodes[position]
    while _is_joined(structure.nodes[position + 1 : position + 2]):
        position += 1
    verb = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    named = node.words[-1] if isinstance(node, Phrase) and node.words else None
    machine = named is not None and structure.lexicon.pack.heads.get(named.core, {}).get("machine")
    target = named is not None and (machine or named.is_a("target", "noun"))
    vehicle = target or (named is not None and named.is_a("site"))
    if not vehicle or not isinstance(verb, Word) or verb.part != "verb" or verb.is_a("escorting"):
        return []
    if verb.is_a("transporting") and not structure.group(position + 1).passive:
        # Who strikes a bus that carries soldiers strikes them.
        aboard = behind_adverbs(structure, position + 1)
        bare = aboard < len(structure.nodes) and structure.governors[aboard] == "bare"
        return members(structure, aboard, frame.object) if bare else []
    if not target:
        return []
    for owning, _ in verb.senses:
        if owning.owning:
            owner = led(structure, position + 1, owning.object)
            return members(structure, owner, frame.object) if owner is not None else []
    if not structure.group(position + 1).passive:
        return []
    holds = [frame for frame, _ in verb.senses if "place" in frame.object.kinds]
    if verb.senses and not holds:
        # "A hospital supported by X" is not his.
        return []
    agent = led(structure, position + 1, Slot(frozenset({"actor"}), structure.lexicon.pack.words["agent"]))
    return members(structure, agent, frame.object) if agent is not None else []


def _is_joined(following: list[Node]) -> bool:
    """Whether a further target is joined by a conjunction: "camps and depots belonging to X"."""
    return bool(following) and is_joined(following[0]) and not following[0].preposition


def owned(thing: Phrase, frame: Frame) -> list[Phrase]:
    """Who is struck when what he owns is: "bombed X's refineries", not for what a person owns; or judged by it."""
    owner = thing.owner
    if owner is None or owner.actor is None or "actor" not in frame.object.kinds:
        return []
    judged = frame.of_deed and not frame.violent and not frame.of_men
    struck = frame.violent and owner.how != "origin" and owner.actor.type != "Person"
    if not judged and not struck:
        return []
    if thing.words and thing.words[-1].is_a("person"):
        return []
    return [replace(owner, end=thing.end, preposition="", how="name", via="target")]


def _located(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """What stands in a place, as the place: "a bakery in X"; not persons who are there."""
    thing = structure.nodes[position]
    while _is_joined(structure.nodes[position + 1 : position + 2]) and _is_nobody(
        structure.nodes[position + 1]
    ):
        position += 1
    where = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    if not isinstance(thing, Phrase) or not isinstance(where, Phrase) or where.place is None:
        return []
    led = where.preposition in structure.lexicon.pack.words["locative"]
    if not led or "place" not in frame.object.kinds or "actor" not in frame.object.kinds or not thing.words:
        return []
    if thing.words[-1].is_a("person") or thing.head in ("name", "nisba"):
        return []
    return [replace(where, start=thing.start, actor=None, preposition="", how="name")]
