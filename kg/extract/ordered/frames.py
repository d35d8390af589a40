"""Frames where order decides: the subject before the verb, the object right behind it, the rest by prepositions."""

from __future__ import annotations

from kg.extract.between import sides
from kg.extract.nodes import Phrase, Stated, Word, is_comma
from kg.extract.ordered import deeds
from kg.extract.ordered.displaced import between_places, led_deed, left_by, told_of
from kg.extract.ordered.driving import driven_from
from kg.extract.ordered.going import did_only, furthers, sends
from kg.extract.ordered.links import being, linked, linked_deed
from kg.extract.ordered.objects import direct, indirect
from kg.extract.ordered.slots import behind_adverbs, led, members
from kg.extract.ordered.stating import CLAIMED, Found, fitting, is_near, state
from kg.extract.ordered.structure import Structure
from kg.languages import Frame, Slot

_LONGEST_GROUP = 5
"""Nodes from an auxiliary to behind its verb."""


def read(structure: Structure) -> list[Stated]:
    """All relations that the verbs and nouns of action of one sentence state, in text order."""
    stated: list[Stated] = []
    for position, node in enumerate(structure.nodes):
        if isinstance(node, Phrase):
            stated.extend(linked(structure, position, node) if node.preposition else [])
            continue
        if node.is_a("be"):
            stated.extend(being(structure, position, node))
        if node.part == "deed" and node.preposition:
            stated.extend(linked_deed(structure, position, node))
        if not node.senses or not node.part or (node.is_a("have") and _is_auxiliary(structure, position)):
            continue
        taken: set[str] = set()
        idiom = False
        for frame, voice in sorted(node.senses, key=lambda sense: not sense[0].needs):
            if idiom and not frame.needs:
                # "Held X responsible" says nothing of holding.
                break
            participle = voice == "participle" and node.part == "verb" and not frame.passive
            group = structure.group(position) if participle else None
            if frame.relation in taken or (group is not None and not (group.passive or group.has("have"))):
                continue
            found = (
                _verb(structure, position, frame)
                if node.part == "verb"
                else _noun(structure, position, frame)
            )
            own = state(structure, position, node, frame, found) if found is not None else []
            stated.extend(own)
            taken.update({frame.relation} if own else ())
            idiom = idiom or (bool(own) and node.part == "verb" and bool(frame.needs))
    return stated


def _is_auxiliary(structure: Structure, position: int) -> bool:
    """Whether a verb behind has the word as its auxiliary: "where soldiers have surrounded X"."""
    following = range(position + 1, min(position + _LONGEST_GROUP, len(structure.nodes)))
    verb = next((step for step in following if structure.is_verb(step)), None)
    return verb is not None and structure.group(verb).start <= position


def _first_between(structure: Structure, position: int) -> list[Phrase]:
    """The side that "between" names where "against" names the other: "clashes between A against B"."""
    for step in range(position + 1, min(position + 6, len(structure.nodes) - 1)):
        node, following = structure.nodes[step], structure.nodes[step + 1]
        if isinstance(node, Word) and node.is_a("between") and isinstance(following, Phrase):
            return structure.list_at(step + 1)
    return []


def _against(structure: Structure, position: int, frame: Frame, inner: list[Phrase]) -> list[Phrase]:
    """The other side of those between whom it only seems to happen: "clashes between A and B against C"."""
    if not frame.against_both:
        return []
    for step in range(position + 1, min(position + 16, len(structure.nodes))):
        node = structure.nodes[step]
        pitting = isinstance(node, Word) and any(sense.both_behind for sense, _ in node.senses)
        if isinstance(node, Word) and (structure.ends_clause(step) or node.part == "deed" or pitting):
            return []
        if (
            isinstance(node, Phrase)
            and node.start > inner[-1].start
            and node.preposition in structure.lexicon.pack.words["against"]
        ):
            return members(structure, step, frame.object)
    return []


def _verb(structure: Structure, position: int, frame: Frame) -> Found | None:
    group = structure.group(position)
    if frame.driven:
        return driven_from(structure, position, frame)
    if group.passive and frame.passive:
        last = structure.last_joined(position)
        agent = led(structure, last, Slot(frame.subject.kinds, structure.lexicon.pack.words["agent"]))
        patient = fitting(structure.subject(position), frame.object)
        if agent is not None:
            targets = patient or _described_place(structure, group.start, frame.object)
            agents = members(structure, agent, frame.subject)
            if len(agents) > 1 and _is_first_side(structure, group.start):
                # "Between A backed by B and C": C is the other side.
                agents = agents[:-1]
            return (agents, targets, "passive") if targets else None
        doers = _through_deed(structure, position) or _through_clause(structure, position)
        doers = doers or _within(structure, group.start, frame)
        if not doers and frame.violent:
            structure.unclaimed.extend(patient)
        return (doers, patient, "passive") if doers and patient else None
    if group.passive and "bare" not in frame.object.preps and not frame.both_behind and not frame.in_person:
        given = _given(structure, position, frame)
        if given is not None:
            return given
        if frame.of_men and frame.needs and not _is_participle_only(structure, position, frame):
            # "A force with tanks was sent to P": it gave nobody anything.
            return None
    if frame.between:
        pair = sides(structure, position, lambda suffix, step: [])
        return (*pair, "between") if pair is not None else None
    if frame.both_behind:
        return _behind(structure, position, frame)
    subjects = fitting(structure.subject(position), frame.subject)
    if frame.moved and not group.passive:
        # "X withdrew its men from P": it is they who were there.
        subjects = _bare_behind(structure, position, frame.subject) or subjects
    if frame.relation == "attacks" and _are_sides(structure, group.start, subjects):
        return None  # "Clashes between A and B killed 18 soldiers": which of them did, nobody says.
    if not subjects:
        if frame.violent and not frame.needs and _is_of_blow(structure, group.start):
            # "A car bomb targeting X killed Y": whose it was may be told later.
            structure.unclaimed.extend(direct(structure, position, frame))
        if frame.violent and frame.needs and is_near(structure, position, frame.needs):
            # "A car bomb went off outside X".
            where = led(structure, position, frame.object)
            structure.unclaimed.extend(members(structure, where, frame.object) if where is not None else [])
        return None
    if frame.of_last_blow:
        struck = [*structure.blow.unclaimed, *structure.blow.by_nameless]
        return (subjects, struck, CLAIMED) if struck else None
    finite = group.form == "finite"
    if furthers(structure, position, frame):
        return None
    if frame.in_person and (_lies_there(structure, position) or _acts_on_thing(structure, position, frame)):
        return None
    if frame.in_person and group.has("have") and not group.passive and sends(structure, position, frame):
        return None
    if finite and frame.in_person and any(did_only(structure, each) for each in subjects):
        return None
    suffers = group.passive and not _is_participle_only(structure, position, frame)
    if frame.of_clause:
        targets = told_of(structure, position, frame)
        targets = [each for each in targets if all(each.actor != subject.actor for subject in subjects)]
        return (subjects, targets, "clause") if targets and not group.passive else None
    targets = [] if suffers else direct(structure, position, frame)
    if not targets:
        other = led(structure, position, frame.object)
        targets = indirect(structure, position, frame, frame.object, other)
    if not targets and "place" in frame.object.kinds:
        targets = between_places(structure, position, frame)
    if not targets and frame.object.kinds == {"place"} and not (group.passive and frame.passive):
        found = left_by(structure, group.start, frame) if not _has_place(structure, position) else []
        if found:
            return subjects, found, "where"
    if not targets and frame.of_deed:
        targets = led_deed(structure, position, frame)
    if not targets and "bare" in frame.object.preps:
        targets = fitting(structure.taken_up(position), frame.object)
        subjects = [subject for subject in subjects if all(subject is not target for target in targets)]
    if len(targets) > 1 and group.form in ("reduced", "gerund") and _is_first_side(structure, group.start):
        # "Between A loyal to B and C": C is the other side.
        targets = targets[:-1]
    dealt = bool(frame.needs) or not (_has_thing(structure, position) or _is_beside(structure, position))
    dealt = dealt and not _is_with_them(structure, position, frame)
    if not targets and frame.reciprocal and len(subjects) > 1 and dealt:
        return subjects[:1], subjects[1:], "reciprocal"
    if frame.relation == "negotiatesWith":
        targets = [each for each in targets if not _is_thing_meant(each)]  # "Called it a step".
    return (subjects, targets, "verb") if targets else None


def _lies_there(structure: Structure, position: int) -> bool:
    """Whether a participle behind a comma says where the place before it lies: "bombed P, located north of Q"."""
    start = structure.group(position).start
    place = structure.nodes[start - 2] if start > 1 and is_comma(structure.nodes[start - 1]) else None
    reduced = structure.group(position).form == "reduced" and structure.group(position).passive
    return reduced and isinstance(place, Phrase) and bool(place.preposition) and place.place is not None


def _acts_on_thing(structure: Structure, position: int, frame: Frame) -> bool:
    """Whether a verb of whereabouts has a thing for its object, which is there: "set up a council in P"."""
    if (
        frame.moved
        or frame.violent
        or frame.needs
        or "bare" in frame.object.preps
        or structure.is_violent(position)
    ):
        return False
    after = structure.nodes[position + 1] if position + 1 < len(structure.nodes) else None
    if not isinstance(after, Phrase) or structure.governors[position + 1] != "bare" or not after.words:
        return False
    lasting = structure.is_verb(position, "becoming")
    # But "X remains the strongest group in P".
    return after.place is None and not lasting and not after.words[-1].is_a("duration")


def _is_thing_meant(phrase: Phrase) -> bool:
    """Whether a pronoun stands there that means no person."""
    return phrase.how == "pronoun" and any(word.is_a("neuter") for word in phrase.words[:1])


def _are_sides(structure: Structure, start: int, subjects: list[Phrase]) -> bool:
    """Whether the subjects of the verb whose group begins at ``start`` are the two sides of a battle before it."""
    if len(subjects) < 2:
        return False
    nodes = structure.nodes
    first = next((step for step in range(start) if nodes[step] is subjects[0]), None)
    if first is None or first < 2:
        return False
    between, battle = nodes[first - 1], nodes[first - 2]
    led = isinstance(between, Word) and between.is_a("between")
    return led and isinstance(battle, Word) and battle.part == "deed"


def _is_first_side(structure: Structure, start: int) -> bool:
    """Whether the participle whose group begins at ``start`` describes what stands right behind "between"."""
    step = start - 1 - (start > 0 and is_comma(structure.nodes[start - 1]))
    link = structure.nodes[step - 1] if step > 0 else None
    return isinstance(structure.nodes[step], Phrase) and isinstance(link, Word) and link.is_a("between")


def _is_with_them(structure: Structure, position: int, frame: Frame) -> bool:
    """Whether it is done with others whom only a pronoun tells: "X and Y clashed with them"."""
    step = behind_adverbs(structure, position)
    node = structure.nodes[step] if step < len(structure.nodes) else None
    return (
        isinstance(node, Phrase)
        and node.how == "pronoun"
        and node.preposition in frame.object.preps - {"bare"}
    )


def _is_beside(structure: Structure, position: int) -> bool:
    """Whether those who do it do it at the side of others: "X and Y are fighting alongside Z"."""
    step = behind_adverbs(structure, position)
    node = structure.nodes[step] if step < len(structure.nodes) else None
    found = (
        structure.lexicon.exact(node.preposition) if isinstance(node, Phrase) and node.preposition else None
    )
    return found is not None and any(frame.relation == "alliedWith" for frame, _ in found.senses)


def _has_place(structure: Structure, position: int) -> bool:
    """Whether a place stands right behind the verb, which another sense of it takes: "where X entered P"."""
    step = behind_adverbs(structure, position)
    node = structure.nodes[step] if step < len(structure.nodes) else None
    return isinstance(node, Phrase) and node.place is not None


def _is_of_blow(structure: Structure, start: int) -> bool:
    """Whether a deed stands right before the verb whose group begins at ``start``: "a blast that killed X"."""
    before = structure.nodes[max(0, start - 2) : start]
    return any(isinstance(node, Word) and node.part == "deed" for node in before)


def _given(structure: Structure, position: int, frame: Frame) -> Found | None:
    """Who gives what to whom in the passive: "arms are supplied to X by Y"; None where either is not named."""
    agent = led(structure, position, Slot(frame.subject.kinds, structure.lexicon.pack.words["agent"]))
    target = led(structure, position, frame.object)
    if agent is None or target is None:
        return None
    return members(structure, agent, frame.subject), members(structure, target, frame.object), "passive"


def _is_participle_only(structure: Structure, position: int, frame: Frame) -> bool:
    """Whether the word is no passive but says what somebody is: "X, part of Y"."""
    verb = structure.nodes[position]
    own = {voice for sense, voice in verb.senses if sense is frame} if isinstance(verb, Word) else set()
    return own == {"participle"} and not frame.passive


def _behind(structure: Structure, position: int, frame: Frame) -> Found | None:
    """Both arguments behind the verb, or one of them its subject in the passive: "lost X to Y", "X was lost to Y"."""
    passive = structure.group(position).passive
    bare = fitting(structure.subject(position), Slot(frame.object.kinds | frame.subject.kinds, frozenset()))
    found: list[list[Phrase]] = []
    for slot in (frame.subject, frame.object):
        if "bare" in slot.preps:
            found.append(fitting(bare, slot) if passive else _bare_behind(structure, position, slot))
        else:
            step = led(structure, position, slot)
            found.append(members(structure, step, slot) if step is not None else [])
    subjects, targets = found
    return (subjects, targets, "behind") if subjects and targets else None


def _bare_behind(structure: Structure, position: int, slot: Slot) -> list[Phrase]:
    step = behind_adverbs(structure, position)
    if step >= len(structure.nodes) or structure.governors[step] != "bare":
        return []
    return members(structure, step, slot)


def _through_deed(structure: Structure, position: int) -> list[Phrase]:
    """Whose deed is the agent or the means: "backed by Russian air strikes", "hit with shells fired by X"."""
    words = structure.lexicon.pack.words
    reach = 5
    for step in range(position + 1, min(position + 2 * reach, len(structure.nodes))):
        node = structure.nodes[step]
        if structure.is_further_harm(step):
            reach += step - position
            continue
        if structure.blocks(step) or step >= position + reach:
            break
        deed = isinstance(node, Word) and node.part == "deed"
        if deed and node.preposition in (*words["agent"], *words["with"], *words["in_deed"]):
            return structure.doers(step)
    return []


def _through_clause(structure: Structure, position: int) -> list[Phrase]:
    """Who struck in the clause that tells when: "two soldiers were killed when X ambushed their patrol"."""
    step = position + 1
    while step < min(position + 6, len(structure.nodes)) and not structure.ends_clause(step):
        step += 1
    word = structure.nodes[step] if step < len(structure.nodes) else None
    if not isinstance(word, Word) or not word.is_a("struck_when") or not structure.is_violent(position):
        return []
    for behind in range(step + 1, min(step + 8, len(structure.nodes))):
        if structure.ends_clause(behind):
            break
        if structure.is_verb(behind):
            if structure.group(behind).passive and structure.is_violent(behind):
                # "Were killed when their car was hit by X", "… hit in an X raid".
                return structure.agents(behind) or _through_deed(structure, behind)
            struck = structure.is_violent(behind) and not structure.group(behind).passive
            return structure.subject(behind) if struck else []
    return []


def _within(structure: Structure, start: int, frame: Frame) -> list[Phrase]:
    """Who did the deed within which the verb group at ``start`` tells of harm: "a raid by X in which Y was killed"."""
    for step in range(start - 1, max(-1, start - _LONGEST_GROUP), -1):
        node = structure.nodes[step]
        if (
            isinstance(node, Word)
            and node.text in structure.lexicon.pack.words["within_it"]
            and frame.violent
        ):
            before = step - 1 - (step > 0 and is_comma(structure.nodes[step - 1]))
            while (
                before > 0
                and isinstance(structure.nodes[before], Phrase)
                and structure.nodes[before].preposition
            ):
                before -= 1
            deed = structure.nodes[before] if before >= 0 else None
            struck = isinstance(deed, Word) and deed.part == "deed" and structure.is_violent(before)
            return structure.doers(before) if struck else []
        if structure.ends_clause(step) or structure.is_verb(step):
            break
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
