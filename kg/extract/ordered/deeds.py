"""Nouns of action: who did it by origin, owner, agent or the verb that carries it out; to whom by prepositions."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word
from kg.extract.ordered.objects import direct, indirect
from kg.extract.ordered.slots import behind_adverbs, led, members
from kg.extract.ordered.stating import CLAIMED, fitting
from kg.extract.ordered.structure import Structure
from kg.languages import Frame, Slot

_NEAR = 6


def read(structure: Structure, position: int, frame: Frame) -> tuple[list[Phrase], list[Phrase], str] | None:
    """The arguments of the noun at ``position``, or None where the sentence does not name both."""
    slot = frame.noun_object
    word = structure.nodes[position]
    assert isinstance(word, Word)
    if _is_told_beside(structure, position, word) or _is_talked_of(structure, position, frame):
        return None
    target = led(structure, position, slot, past_deeds=False)
    aim = _aim(structure, position, frame) if target is None else []
    if target is None and _is_joined_deed(structure, position + 1):
        # "Its bombardment and invasion of P".
        target = led(structure, position + 1, slot, past_deeds=False)
    carrier = structure.carrier_behind(position) if target is None else None
    if carrier is not None:
        target = led(structure, carrier, slot, past_deeds=False)
    if frame.undergone:
        sufferer = _sufferer(structure, position, word)
        supplied = (
            word.preposition not in structure.lexicon.pack.words["with"]
            or _given_by(structure, position, frame)
            or _is_of_origin(structure, position)
        )
        if sufferer and supplied:
            doers = _doers(structure, position, frame)
            doers = doers or (members(structure, target, slot) if target is not None else [])
            sufferer = [
                each for each in sufferer if any(each.entity(kind) is not None for kind in slot.kinds)
            ]
            if not doers and structure.is_violent(position):
                structure.unclaimed.extend(sufferer)
            return (doers, sufferer, "undergone") if doers and sufferer else None
    named = _doers(structure, position, frame) or _partner(structure, position)
    doers = named or _carrier(structure, position, frame)
    behind = word.preposition in structure.lexicon.pack.words["behind"]
    opening = _opening(structure, position, word)
    if not doers and frame.reciprocal and opening is not None:
        doers = structure.clause_subject(opening)
        verb = structure.verb_before(opening)
        if verb is not None and structure.group(verb).passive:
            # "P was taken by X after battles with Y".
            doers = structure.agents(verb) or doers
    visiting = frame.in_person and word.preposition in structure.lexicon.pack.words["on_journey"]
    engaged = bool(doers)
    if not doers and word.preposition and (frame.reciprocal or behind or visiting):
        doers = (
            _helped(structure, position) or _fallen(structure, position) or structure.clause_subject(position)
        )
    if (frame.violent or frame.against_both) and not named:
        # Who tells of the fighting does not fight.
        doers = [each for each in doers if not (each.how == "described" and _is_source(structure, each))]
    doers = [phrase for phrase in doers if phrase.actor is not None]
    if aim and doers:
        return doers, aim, "aim"
    struck = indirect(structure, carrier or position, frame, slot, target)
    if target is None and struck and doers:
        return doers, struck, "noun"
    taken_up = structure.is_definite(position) and not _is_told_apart(structure, position)
    if target is None and doers and structure.is_violent(position) and taken_up:
        struck = list(structure.blow.unclaimed)
        # "Drones hit US forces. Iraq condemned the US strikes."
        own = any(_is_of(each, doer) for each in struck for doer in doers)
        return (doers, struck, CLAIMED) if struck and not own else None
    if target is None and doers and not frame.violent and not frame.reciprocal:
        # "Support for X's war": who wages it is backed.
        struck = fitting(_of_led_deed(structure, position, slot), slot)
        return (doers, struck, "noun") if struck else None
    if target is not None:
        if not doers and frame.violent:
            structure.unclaimed.extend(struck)
        objects = [o for o in struck if all(o is not doer for doer in doers)]
        return (doers, objects, "noun") if doers and objects else None
    # Who does something else "in the war" may do it on one side.
    if engaged and frame.reciprocal and len(doers) > 1 and not _is_called_for(structure, position):
        return doers[:1], doers[1:], "reciprocal"
    return None


def _of_led_deed(structure: Structure, position: int, slot: Slot) -> list[Phrase]:
    """Whose deed a preposition of the slot leads to right behind the noun at ``position``."""
    step = position + 1
    while step < len(structure.nodes) and structure.governors[step] in ("origin", "owner"):
        step += 1
    deed = structure.nodes[step] if step < len(structure.nodes) else None
    led = isinstance(deed, Word) and deed.part == "deed" and deed.preposition in slot.preps - {"bare"}
    return structure.doers(step) if led and structure.is_violent(step) else []


def _is_told_apart(structure: Structure, position: int) -> bool:
    """Whether a place or a date before the deed tells it from the one just told of: "the 1997 Luxor massacre"."""
    before = structure.nodes[position - 1] if position else None
    placed = isinstance(before, Phrase) and before.how == "origin" and before.actor is None
    return placed and isinstance(before, Phrase) and before.place is not None


def _is_source(structure: Structure, phrase: Phrase) -> bool:
    return bool(structure.lexicon.pack.heads.get(phrase.head, {}).get("source"))


def _is_told_beside(structure: Structure, position: int, word: Word) -> bool:
    """Whether a noun before the deed says something of it, and nobody is named who did it: "victims of the raid"."""
    before = structure.nodes[position - 1] if position else None
    if not isinstance(before, Phrase) or word.preposition not in structure.lexicon.pack.words["genitive"]:
        return False
    heads = (each.text for each in before.words[-1:])
    if not any(head in structure.lexicon.pack.words["beside_deed"] for head in heads):
        return False
    return all(one.start < before.start for one in structure.doers(position))


def _is_talked_of(structure: Structure, position: int, frame: Frame) -> bool:
    """Whether two talk of the deed, so that "with" leads to whom somebody talks: "discussed the war with X"."""
    verb = structure.nodes[position - 1] if position else None
    if not frame.reciprocal or not isinstance(verb, Word) or not structure.is_verb(position - 1):
        return False
    return any(other.reciprocal and other.relation != frame.relation for other, _ in verb.senses)


def _is_joined_deed(structure: Structure, position: int) -> bool:
    """Whether a deed stands at ``position`` that a conjunction joins to the one before it."""
    node = structure.nodes[position] if position < len(structure.nodes) else None
    joined = isinstance(node, Word) and node.part == "deed" and bool(node.conjunction)
    return joined and node is not None and not node.preposition


def _helped(structure: Structure, position: int) -> list[Phrase]:
    """Who is helped in what the noun at ``position`` names: "backed X in the fight against Y"."""
    verb = structure.verb_before(position)
    if verb is None or not isinstance(helping := structure.nodes[verb], Word):
        return []
    frames = [frame for frame, _ in helping.senses if frame.served]
    if structure.nodes[position].preposition not in structure.lexicon.pack.words["in_deed"]:
        return []
    return direct(structure, verb, frames[0]) if frames and not structure.group(verb).passive else []


def _partner(structure: Structure, position: int) -> list[Phrase]:
    """Whose ally in the deed somebody is called: "attacked a key ally in the war against X": the ally wages it."""
    before, preps = (
        structure.nodes[position - 1] if position else None,
        structure.lexicon.pack.words["in_deed"],
    )
    if not isinstance(before, Phrase) or structure.nodes[position].preposition not in preps:
        return []
    entry = structure.lexicon.pack.titles.get(before.words[-1].core if before.words else "", {})
    allied = before.how == "office" and entry.get("relation") in ("alliedWith", "supports")
    return [before] if allied else []


def _fallen(structure: Structure, position: int) -> list[Phrase]:
    """Who fell in the fighting at ``position``: "the death of X in clashes", "X were killed, ten hurt in clashes"."""
    words, word = structure.lexicon.pack.words, structure.nodes[position]
    if word.preposition not in words["in_deed"] or not position:
        return []
    first = position - 1
    while first and isinstance(word := structure.nodes[first], Word) and word.is_a("adverb"):
        first -= 1
    whose = structure.nodes[first]
    if isinstance(whose, Phrase) and whose.owner is not None and whose.words[-1].is_a("harm_noun"):
        # "After X's death in a battle with Y".
        return [whose.owner]
    while first and isinstance(node := structure.nodes[first], Phrase) and node.conjunction:
        first -= 1
    before = structure.nodes[first - 1] if first else None
    fallen = isinstance(before, Word) and before.part == "deed" and structure.is_violent(first - 1)
    dead = isinstance(before, Phrase) and bool(before.words) and before.words[-1].is_a("harm_noun")
    if (fallen or dead) and structure.nodes[first].preposition in words["genitive"]:
        return structure.list_at(first)
    verb = structure.verb_before(position)
    while verb is not None and structure.is_violent(verb) and structure.group(verb).passive:
        found = [each for each in structure.subject(verb) if each.actor is not None]
        if found:
            return found
        earlier = structure.verb_before(structure.group(verb).start)
        verb = earlier
    return []


def _aim(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """The place that an attack is meant to take: "launched an offensive to capture X"."""
    step = position + 1
    if not frame.aimed or step >= len(structure.nodes):
        return []
    while step < len(structure.nodes) and not structure.is_verb(step):
        node = structure.nodes[step]
        if isinstance(node, Phrase) or not node.is_a("to", "adverb", "aiming"):
            return []
        step += 1
    if _is_beside_gerund(structure, position, step):
        return []
    if step < len(structure.nodes) and structure.is_verb(step, "aiming"):
        step += 1
    if step + 1 >= len(structure.nodes) or not structure.is_verb(step):
        return []
    if structure.group(step).form not in ("infinitive", "gerund"):
        return []
    behind = behind_adverbs(structure, step)
    taken = structure.is_violent(step) and structure.governors[behind : behind + 1] == ["bare"]
    return members(structure, behind, frame.noun_object) if taken else []


def _opening(structure: Structure, position: int, word: Word) -> int | None:
    """Where the word stands that tells when the deed was: "after talks", "after days of fighting"; or None."""
    step = position - 1
    before = structure.nodes[step] if position else None
    if word.preposition in structure.lexicon.pack.words["genitive"] and isinstance(before, Phrase):
        if not (before.words and before.words[-1].is_a("duration")):
            return None
        step -= 1
        before = structure.nodes[step] if step >= 0 else None
    elif word.preposition in structure.lexicon.pack.words["genitive"] and isinstance(before, Word):
        # "After two days of fighting".
        dated = (
            before.is_a("date") and before.text.partition(" ")[0] in structure.lexicon.pack.words["temporal"]
        )
        return step if dated else None
    elif word.preposition:
        return None
    after = isinstance(before, Word) and before.is_a("clause") and not before.is_a("conditional")
    return step if after else None


def _doers(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    # Who "announced the withdrawal of X" need not be X.
    found = (_given_by(structure, position, frame) if frame.in_person else []) or structure.doers(position)
    if found:
        return found
    blamed = structure.blamed(position) or _involved(structure, position)
    if blamed:
        return blamed
    return _given_by(structure, position, frame)


def _involved(structure: Structure, position: int) -> list[Phrase]:
    """Whose part in a deed is told of: "X denied any role in the attack", "Y accused X of involvement in it"."""
    role = structure.nodes[position - 1] if position else None
    if not isinstance(role, Phrase) or role.how != "thing" or not role.words[-1].is_a("involvement"):
        return []
    if role.owner is not None:
        return [role.owner]
    verb = structure.verb_before(position - 1)
    return structure.responsible(verb) if verb is not None else []


def _given_by(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """Who is named for the deed behind it: "support from X", "a raid by X"."""
    preps = frame.subject.preps - {"bare"}
    step = led(structure, position, Slot(frame.subject.kinds, preps), past_deeds=False) if preps else None
    if (
        step is not None
        and frame.violent
        and _is_way_out(structure, step)
        and _carrier(structure, position, frame)
    ):
        return []
    return members(structure, step, frame.subject) if step is not None else []


def _is_beside_gerund(structure: Structure, position: int, step: int) -> bool:
    """Whether a gerund only tells what the deed did, and no aim: "shells killing four"."""
    if step != position + 1 or not structure.is_verb(step) or structure.is_verb(step, "aiming"):
        return False
    return structure.group(step).start == step and structure.group(step).form == "gerund"


def _is_way_out(structure: Structure, step: int) -> bool:
    """Whether the country at ``step`` is only where somebody else fires from: "X's rocket fire from P on Q"."""
    node = structure.nodes[step]
    state = isinstance(node, Phrase) and node.actor is not None and node.place is not None
    return state and node.preposition not in structure.lexicon.pack.words["agent"]


def _is_called_for(structure: Structure, position: int) -> bool:
    """Whether the deed is only called for, perhaps by others than those who would do it: "called for a truce"."""
    verb = structure.verb_before(position)
    return verb is not None and structure.is_verb(verb, "calling")


def _carrier(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """The subject of the verb that carries the deed out: "X launched an attack", "X began talks"."""
    words, word = structure.lexicon.pack.words, structure.nodes[position]
    if word.preposition and word.preposition not in (*words["carried_prep"], *words["in_deed"]):
        return []
    started = _started(structure, position)
    if started is not None:
        return started
    for step in range(position - 1, max(-1, position - _NEAR), -1):
        node = structure.nodes[step]
        if structure.ends_clause(step):
            return []
        if isinstance(node, Word) and node.is_a("have") and frame.reciprocal:
            return structure.being(step)
        if isinstance(node, Word) and node.part == "verb":
            within = structure.is_violent(step) and word.preposition in words["in_deed"]
            wanted = frame.reciprocal and node.is_a("declining", "calling")
            active = not structure.group(step).passive or node.is_a("guilty", "engaged")
            if within and structure.group(step).passive:
                return structure.agents(step)
            own = node.is_a("own_deed_verb") and step == position - 1 and not structure.is_violent(position)
            carries = (
                (node.is_a("light") or own or within or wanted)
                and active
                and not structure.is_sought(position, step)
            )
            return structure.subject(step) if carries else []
    return []


def _started(structure: Structure, position: int) -> list[Phrase] | None:
    """Whose deed it is of which the beginning is told: "X announced the launch of a raid"."""
    before = structure.nodes[position - 1] if position else None
    if structure.nodes[position].preposition not in structure.lexicon.pack.words["genitive"]:
        return None
    if not isinstance(before, Phrase) or before.how != "thing" or not before.words[-1].is_a("starting"):
        return None
    if before.owner is not None:
        return [before.owner] if before.owner.actor is not None else []
    verb = structure.verb_before(position - 1)
    telling = verb is not None and structure.is_verb(verb, "reporting", "light") and verb == position - 2
    return (
        structure.subject(verb)
        if telling and verb is not None and not structure.group(verb).passive
        else None
    )


def _is_of_origin(structure: Structure, position: int) -> bool:
    """Whether an adjective or an owner before a deed says whose it is: "with Russian air support"."""
    return position > 0 and structure.governors[position - 1] in ("origin", "owner")


def _sufferer(structure: Structure, position: int, word: Word) -> list[Phrase]:
    """Who undergoes the deed: "X came under attack", "X received support", "with support from Y, X …"."""
    for step in range(position - 1, max(-1, position - _NEAR), -1):
        node = structure.nodes[step]
        if structure.ends_clause(step):
            break
        if isinstance(node, Word) and node.part == "verb":
            if node.is_a("suffer") or (node.is_a("receive") and not structure.group(step).passive):
                return structure.subject(step)
            break
    if word.preposition in structure.lexicon.pack.words["under"]:
        own = position > 0 and structure.governors[position - 1] in ("origin", "owner")
        step = position - 2 if own else position - 1
        before = structure.nodes[step] if step >= 0 else None
        if isinstance(before, Phrase) and before.via == "place" and before.place is None:
            # "A town under attack by X", but "P is the only town under attack".
            link = structure.nodes[step - 1] if step else None
            predicate = isinstance(link, Word) and link.is_a("be")
            return structure.clause_subject(position) if predicate else []
        named = isinstance(before, Phrase) and (before.place is not None or before.actor is not None)
        return [before] if named and isinstance(before, Phrase) else structure.clause_subject(position)
    if word.preposition not in structure.lexicon.pack.words["with"]:
        return []
    return structure.clause_subject(position)


def _is_of(force: Phrase, state: Phrase) -> bool:
    """Whether the name of a force opens with whose it is: "US forces" and "US"."""
    return bool(force.words and state.words) and force.words[0].text == state.words[0].text
