"""Frames where order decides: the subject before the verb, the object right behind it, the rest by prepositions."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.between import sides
from kg.extract.nodes import Phrase, Stated, Word, is_comma
from kg.extract.ordered import deeds
from kg.extract.ordered.slots import led, members
from kg.extract.ordered.structure import Structure
from kg.languages import Frame, Slot

Found = tuple[list[Phrase], list[Phrase], str]
"""Subjects, objects, and how they were found."""


def read(structure: Structure) -> list[Stated]:
    """All relations that the verbs and nouns of action of one sentence state, in text order."""
    stated: list[Stated] = []
    for position, node in enumerate(structure.nodes):
        if isinstance(node, Phrase):
            stated.extend(_linked(structure, position, node) if node.preposition else [])
            continue
        if node.is_a("be"):
            stated.extend(_being(structure, position, node))
        if not node.senses or not node.part:
            continue
        taken: set[str] = set()
        for frame, voice in node.senses:
            participle = voice == "participle" and node.part == "verb" and not frame.passive
            if frame.relation in taken or (participle and not structure.group(position).passive):
                continue
            found = (
                _verb(structure, position, frame)
                if node.part == "verb"
                else _noun(structure, position, frame)
            )
            own = _state(structure, position, node, frame, found) if found is not None else []
            stated.extend(own)
            taken.update({frame.relation} if own else ())
    return stated


def _linked(structure: Structure, position: int, phrase: Phrase) -> list[Stated]:
    """What a preposition says by itself: "in cooperation with X", "with the backing of X"."""
    found = structure.lexicon.exact(phrase.preposition)
    stated: list[Stated] = []
    for frame, _ in found.senses if found is not None else ():
        linking = _group_before(structure, position) if frame.adjacent else _linking(structure, position)
        subjects = _fitting(linking, frame.subject)
        targets = members(structure, position, frame.object)
        if subjects and targets:
            word = Word(phrase.start, phrase.start, "", "", phrase.start)
            stated.extend(_state(structure, position, word, frame, (subjects, targets, "link")))
    return stated


def _being(structure: Structure, position: int, word: Word) -> list[Stated]:
    """What a form of "be" says with a preposition: "X is in Y"; not of a place, which lies there."""
    step = position + 1
    while step < len(structure.nodes) and isinstance(node := structure.nodes[step], Word) and node.is_a("adverb"):
        step += 1
    where = structure.nodes[step] if step < len(structure.nodes) else None
    if not isinstance(where, Phrase) or where.place is None or not where.preposition:
        return []
    subjects = [each for each in structure.being(position) if each.actor is not None and each.place is None]
    return [
        stated
        for frame in structure.lexicon.pack.frames
        if frame.copula and where.preposition in frame.object.preps and subjects
        for stated in _state(structure, position, word, frame, (subjects, members(structure, step, frame.object), "be"))
    ]


def _first_between(structure: Structure, position: int) -> list[Phrase]:
    """The side that "between" names where "against" names the other: "clashes between A against B"."""
    for step in range(position + 1, min(position + 6, len(structure.nodes) - 1)):
        node, following = structure.nodes[step], structure.nodes[step + 1]
        if isinstance(node, Word) and node.is_a("between") and isinstance(following, Phrase):
            return structure.list_at(step + 1)
    return []


def _against(structure: Structure, position: int, frame: Frame, inner: list[Phrase]) -> list[Phrase]:
    """The other side of those between whom it only seems to happen: "clashes between A and B against C"."""
    if not frame.placed or frame.relation != "fights":
        return []
    for step in range(position + 1, min(position + 16, len(structure.nodes))):
        node = structure.nodes[step]
        pitting = isinstance(node, Word) and any(sense.both_behind for sense, _ in node.senses)
        if isinstance(node, Word) and (structure.ends_clause(step) or node.part == "deed" or pitting):
            return []
        if (
            isinstance(node, Phrase)
            and node.start > inner[-1].start
            and node.preposition in frame.object.preps
        ):
            return members(structure, step, frame.object)
    return []


def _group_before(structure: Structure, position: int) -> list[Phrase]:
    """The group or the positions right before a place: "fighters of X in Y"; a name alone may only have acted there."""
    before = structure.nodes[position - 1] if position else None
    if not isinstance(before, Phrase) or before.actor is None or before.actor.type in ("State", "Person"):
        return []
    armed = structure.lexicon.pack.heads.get(before.head, {}).get("armed")
    return (
        [before] if before.via in ("transparent", "target") or (before.how == "described" and armed) else []
    )


def _linking(structure: Structure, position: int) -> list[Phrase]:
    """Of whom a phrase behind such a preposition is said: of the phrase before it, else of the clause's subject."""
    before = structure.nodes[position - 1] if position else None
    if isinstance(before, Phrase) and before.preposition in structure.lexicon.pack.words["genitive"]:
        deed = structure.nodes[position - 2] if position > 1 else None
        if isinstance(deed, Word) and deed.part == "deed":
            doers = structure.doers(position - 2)
            if doers:
                return doers
    if before is not None and is_comma(before) and position > 1:
        named = structure.nodes[position - 2]
        free = isinstance(named, Phrase) and named.actor is not None and structure.governors[position - 2] == "bare"
        after = structure.verb_before(position - 2)
        if free and isinstance(named, Phrase) and (after is None or structure.nodes[after].is_a("reporting")):  # type: ignore[union-attr]
            return [named]
    if isinstance(before, Phrase) and (before.actor is not None or before.place is not None):
        owned = before.preposition in structure.lexicon.pack.words["genitive"]
        if owned or (not before.preposition and structure.verb_before(position - 1) is None):
            return [before]
    return structure.clause_subject(position)


def _verb(structure: Structure, position: int, frame: Frame) -> Found | None:
    group = structure.group(position)
    if group.passive and frame.passive:
        agent = led(structure, position, Slot(frame.subject.kinds, structure.lexicon.pack.words["agent"]))
        patient = _fitting(structure.subject(position), frame.object)
        if agent is not None:
            targets = patient or _described_place(structure, group.start, frame.object)
            return (members(structure, agent, frame.subject), targets, "passive") if targets else None
        doers = _through_deed(structure, position)
        return (doers, patient, "passive") if doers and patient else None
    if frame.both_behind:
        return _behind(structure, position, frame)
    subjects = _fitting(structure.subject(position), frame.subject)
    if not subjects:
        return None
    targets = [] if group.passive else direct(structure, position, frame)
    if not targets:
        other = led(structure, position, frame.object)
        targets = members(structure, other, frame.object) if other is not None else []
    if not targets and "bare" in frame.object.preps:
        targets = _fitting(structure.taken_up(position), frame.object)
        subjects = [subject for subject in subjects if all(subject is not target for target in targets)]
    if not targets and frame.reciprocal and len(subjects) > 1 and not _has_thing(structure, position):
        return subjects[:1], subjects[1:], "reciprocal"
    return (subjects, targets, "verb") if targets else None


def _behind(structure: Structure, position: int, frame: Frame) -> Found | None:
    """Both arguments behind the verb, or one of them its subject in the passive: "lost X to Y", "X was lost to Y"."""
    passive = structure.group(position).passive
    bare = _fitting(structure.subject(position), Slot(frame.object.kinds | frame.subject.kinds, frozenset()))
    found: list[list[Phrase]] = []
    for slot in (frame.subject, frame.object):
        if "bare" in slot.preps:
            found.append(_fitting(bare, slot) if passive else _bare_behind(structure, position, slot))
        else:
            step = led(structure, position, slot)
            found.append(members(structure, step, slot) if step is not None else [])
    subjects, targets = found
    return (subjects, targets, "behind") if subjects and targets else None


def _bare_behind(structure: Structure, position: int, slot: Slot) -> list[Phrase]:
    step = position + 1
    while step < len(structure.nodes) and isinstance(node := structure.nodes[step], Word) and node.is_a("adverb"):
        step += 1
    if step >= len(structure.nodes) or structure.governors[step] != "bare":
        return []
    return members(structure, step, slot)


def _through_deed(structure: Structure, position: int) -> list[Phrase]:
    """Whose deed is the agent or the means: "backed by Russian air strikes", "hit with shells fired by X"."""
    words = structure.lexicon.pack.words
    for step in range(position + 1, min(position + 5, len(structure.nodes))):
        node = structure.nodes[step]
        if structure.blocks(step):
            break
        deed = isinstance(node, Word) and node.part == "deed"
        if deed and (node.preposition in words["agent"] or node.preposition in words["with"]):
            return structure.doers(step)
    return []


def _has_thing(structure: Structure, position: int) -> bool:
    """Whether a verb has an object that is nobody: "fought their way"; "each other" is no such object."""
    after = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    if isinstance(after, Word) and after.part == "deed" and not after.preposition:
        return True
    thing = isinstance(after, Phrase) and after.how == "thing" and not after.preposition
    return thing and isinstance(after, Phrase) and not after.words[-1].is_a("quantifier")


def _described_place(structure: Structure, start: int, slot: Slot) -> list[Phrase]:
    """The place that a participle describes: "areas of X held by Y"."""
    before = structure.nodes[start - 1] if start else None
    fits = isinstance(before, Phrase) and "place" in slot.kinds and before.place is not None
    return [before] if fits and isinstance(before, Phrase) else []


def direct(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """What stands right behind the verb; of a deed who did it, where the frame is said of deeds."""
    if "bare" not in frame.object.preps:
        return []
    step = position + 1
    while step < len(structure.nodes):
        node = structure.nodes[step]
        if not (isinstance(node, Word) and node.is_a("adverb", "negation")) and not _is_means(
            structure, step
        ):
            break
        step += 1
    if step >= len(structure.nodes):
        return []
    node = structure.nodes[step]
    if isinstance(node, Phrase) and structure.governors[step] == "bare":
        if node.how in ("thing", "short") and node.actor is None and node.place is None:
            return _held(structure, step, frame) or _located(structure, step, frame)
        return members(structure, step, frame.object)
    while step < len(structure.nodes) and structure.governors[step] in ("origin", "owner"):
        step += 1
    deed = structure.nodes[step] if step < len(structure.nodes) else None
    if frame.of_deed and isinstance(deed, Word) and deed.part == "deed" and not deed.preposition:
        return _fitting(structure.doers(step), frame.object)
    return []


def _is_means(structure: Structure, position: int) -> bool:
    """Whether a phrase only says with what, before the object: "targeted with rockets the village"."""
    node = structure.nodes[position]
    led = node.preposition in structure.lexicon.pack.words["with"]
    nobody = (isinstance(node, Word) and node.part == "deed") or (
        isinstance(node, Phrase) and node.how == "thing"
    )
    following = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    return led and nobody and isinstance(following, Phrase) and not following.preposition


def _held(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """Whose the positions are that something is done to: "positions held by X"."""
    node = structure.nodes[position]
    verb = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    target = isinstance(node, Phrase) and bool(node.words) and node.words[-1].is_a("target", "noun")
    if not target or not isinstance(verb, Word) or verb.part != "verb":
        return []
    for owning, _ in verb.senses:
        if owning.relation == "partOf" and not structure.group(position + 1).passive:
            owner = led(structure, position + 1, owning.object)
            return members(structure, owner, frame.object) if owner is not None else []
    if not structure.group(position + 1).passive:
        return []
    agent = led(structure, position + 1, Slot(frozenset({"actor"}), structure.lexicon.pack.words["agent"]))
    return members(structure, agent, frame.object) if agent is not None else []


def _located(structure: Structure, position: int, frame: Frame) -> list[Phrase]:
    """What stands in a place, as the place: "a bakery in X"; not persons who are there."""
    thing = structure.nodes[position]
    where = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    if not isinstance(thing, Phrase) or not isinstance(where, Phrase) or where.place is None:
        return []
    led = where.preposition in structure.lexicon.pack.words["locative"]
    if not led or "place" not in frame.object.kinds or "actor" not in frame.object.kinds or not thing.words:
        return []
    if thing.words[-1].is_a("person") or thing.head in ("name", "nisba"):
        return []
    return [replace(where, start=thing.start, actor=None, preposition="", how="name")]


def _noun(structure: Structure, position: int, frame: Frame) -> Found | None:
    if frame.between:
        pair = sides(structure, position, lambda suffix, step: [])
        if pair is not None:
            against = _against(structure, position, frame, pair[1])
            return ([*pair[0], *pair[1]], against, "against") if against else (*pair, "between")
        one = _first_between(structure, position)
        against = _against(structure, position, frame, one) if one else []
        if against:
            return one, against, "against"
    return deeds.read(structure, position, frame)


def _fitting(phrases: list[Phrase], slot: Slot) -> list[Phrase]:
    return [phrase for phrase in phrases if any(phrase.entity(kind) is not None for kind in slot.kinds)]


def _state(structure: Structure, position: int, word: Word, frame: Frame, found: Found) -> list[Stated]:
    subjects, targets, rule = found
    if frame.named and any(t.actor is not None and t.actor.type == "DescribedGroup" for t in targets):
        return []
    if frame.needs and not _is_near(structure, position, frame.needs):
        return []
    stated = []
    first, last = structure.nodes[0].start, structure.nodes[-1].end
    for subject, target in ((s, t) for s in subjects for t in targets if s is not t):
        here = [phrase for phrase in (subject, target) if first <= phrase.start and phrase.end <= last]
        one, other = (target, subject) if frame.swapped else (subject, target)
        stated.append(
            Stated(
                one,
                frame.relation,
                other,
                min([word.start, *(phrase.start for phrase in here)]),
                max([word.end, *(phrase.end for phrase in here)]),
                f"{frame.id}.{rule}",
                word.start,
                frame.confidence,
                modality=frame.default_modality,
                placed=frame.placed and not _is_of_next(structure, position),
                present=frame.present,
            )
        )
    return stated


def _is_of_next(structure: Structure, position: int) -> bool:
    """Whether another deed stands before the next place, so that it happens there and not this."""
    locative = structure.lexicon.pack.words["locative"]
    for step in range(position + 1, len(structure.nodes)):
        node = structure.nodes[step]
        if isinstance(node, Word) and node.part == "deed":
            return True
        if isinstance(node, Phrase) and node.place is not None and node.preposition in locative:
            return False
    return False


def _is_near(structure: Structure, position: int, name: str) -> bool:
    around = structure.nodes[max(0, position - 3) : position + 5]
    words = (word for node in around for word in ([node] if isinstance(node, Word) else node.words))
    heads = (node.head for node in around if isinstance(node, Phrase))
    known = structure.lexicon.pack.words[name]
    return any(word.is_a(name) for word in words) or any(head in known for head in heads)
