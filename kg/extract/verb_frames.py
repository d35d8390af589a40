"""Finite verbs and participles: subject before or behind, object bare or behind a preposition, passives, lists."""

from __future__ import annotations

from kg.extract import (
    carried_subjects,
    deed_led,
    deed_subjects,
    deeds_before,
    describing,
    dropped_subjects,
    fronted_places,
    handing,
    joined_passives,
    no_subjects,
    own_deeds,
    place_pronouns,
    refused,
    results,
    sent_forces,
    taken_up,
)
from kg.extract.agreement import agrees, is_nominative, is_oblique, is_of_several, is_of_speakers
from kg.extract.arguments import Arguments, Found
from kg.extract.left_subjects import both_behind, is_counted
from kg.extract.meetings import meet_each_other, met_there
from kg.extract.nearness import is_near, is_next, names_holder
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quantity
from kg.extract.own_objects import before_own_object, is_told_of_deed
from kg.extract.unsaid_doers import is_passive_of_thing
from kg.languages import Frame

_PAIR = 2
_WITNESSES = {"DescribedGroup", "MediaOutlet", "Monitor", "Person"}
"""Who tells of the deeds of others rather than of his own."""


def read(arguments: Arguments, position: int, frame: Frame, voice: str) -> Found | None:
    """The arguments of the verb at ``position``, or None where the sentence names no subject or no object."""
    syntax = arguments.syntax
    if deed_led.is_subject(arguments, position, frame) or no_subjects.is_of_whoever(arguments, position):
        return None
    if is_passive_of_thing(syntax, position):
        return None
    if no_subjects.is_of_a_text(arguments, position) or no_subjects.has_noun_subject(arguments, position):
        return None
    verb = syntax.nodes[position]
    if (
        voice in ("active", "future", "either")
        and isinstance(verb, Word)
        and is_of_speakers(verb, syntax.lexicon)
    ):
        return own_deeds.read(arguments, position, frame)
    again = deed_subjects.another(arguments, position, frame) if voice == "active" else None
    if again is not None:
        return again
    behind = syntax.following(_last_joined(arguments, position))
    dropped = dropped_subjects.topic(arguments, position) if voice in ("active", "either") else []
    fresh = (
        bool(dropped)
        or _opens(arguments, position)
        or taken_up.describes(arguments, position)
        or _is_of_owner(arguments, position)
        or both_behind(arguments.syntax, position)
        or _opens_before_both(arguments, position, frame)
        or taken_up.has_subject_behind(arguments, position)
    )
    strange = "bare" not in frame.object.preps and not frame.needs and arguments.names_subject(position)
    strange = strange and not no_subjects.has_pronoun_subject(arguments, position)
    strange = strange and not (isinstance(verb, Word) and is_of_several(verb, syntax.lexicon))
    left = None if fresh or strange else arguments.left(position, frame.subject)
    if voice == "participle":
        about = describing.described(arguments, position, frame.subject)
        if about is None and describing.is_attribute(arguments, position):
            return None
        left = about if about is not None else left
    bare = _subjects_behind(
        arguments, behind, arguments.bare(behind, frame.subject), posts=not frame.violent or bool(dropped)
    )
    if frame.relation == "presentIn" and bare and _is_region(arguments, position, bare[0]):
        bare = []  # "And it reached the region of P, in Q".
    if frame.relation == "presentIn" and bare and syntax.follows(bare[0], "agent"):
        bare = []  # "Was hit by the fire of X in P".
    if strange and bare and _is_within_time(arguments, position, bare[0]):
        bare = []  # "There appeared wounded men after the shelling of X in P".
    if bare and is_oblique(syntax.nodes[bare[0]], syntax.lexicon) and not is_counted(syntax, bare[0]):
        bare = []
    if bare and isinstance(verb, Word) and is_of_several(verb, syntax.lexicon):
        bare = []  # "(They) took P, which the army had left": such a verb stands behind its subject.
    taking = bool(bare) and carried_subjects.opens_with_need(arguments, bare[0], frame)
    if bare and bare[0] == position + 1 and not taking and no_subjects.is_no_subject(arguments, position):
        bare = bare[1:]
    if (
        no_subjects.has_pronoun_subject(arguments, position)
        and carried_subjects.believed(arguments, position - 1, frame) is not None
    ):
        bare = []
    if bare and frame.violent and _is_of_speaker(arguments, position, frame):
        bare = []  # "X said that it killed ten of Y".
    if bare and taking:
        if bare[1:2] == [bare[0] + 1]:
            return _pair(arguments, bare[1], bare[0], frame, position)
        bare = []
    objects = before_own_object(arguments, position, arguments.bare(behind, frame.object))
    if frame.of_deed and frame.relation == "opposes":
        objects = [step for step in objects if not arguments.is_behind_blow(step, position)]
    deed = deed_subjects.of_verb(arguments, position) if deed_subjects.may_be(frame, voice) else None
    if deed is not None and deed.noun > position and _stands_by(frame):
        return None  # "Stopped the raids": no deed stands by anybody.
    if deed is not None and left == position - 1 and deed.noun > position and frame.of_deed:
        deed = None  # "X rejects the accusations": the subject stands right before the verb.
    judges = frame.of_deed and not frame.swapped and not frame.needs and not frame.violent
    if (
        deed is not None
        and judges
        and deed.noun > position
        and not deed_subjects.is_alike(arguments, deed, frame)
    ):
        bare = [step for step in bare if step < deed.noun]
        deed = None  # "And condemned the sending by X of Y": neither the deed nor what is sent judges.
    measure = deed is not None and deed_subjects.is_of_words(arguments, deed)
    if deed is not None and not measure and _is_needed(arguments, deed.noun, frame):
        if left is None or deed.noun < position:
            return None
        deed = None  # "X set fire to P": whose verb it is stands before it.
    if deed is not None and frame.violent and deed_subjects.is_of_words(arguments, deed):
        return None  # "The sanctions hit X": no blow is meant.
    if deed is not None and (not frame.needs or deed_subjects.is_alike(arguments, deed, frame)):
        found = deed_subjects.states(arguments, deed, position, frame)
        if found is not None or deed_subjects.is_alike(arguments, deed, frame):
            return found
    taken = taken_up.antecedent(arguments, position, frame)
    if taken is not None:
        if bare:
            return _pair(arguments, bare[0], taken, frame, position)
        going_on = taken_up.subject_of_clause(arguments, position, taken)
        return Found(going_on, arguments.members(taken, frame.object), "shared-subject") if going_on else None
    if taken_up.is_a_thing(arguments, position):
        return None
    if frame.adjacent and frame.passive and results.opens_within(arguments, position):
        return results.within(arguments, position, frame)
    agent = arguments.agent(behind) if frame.passive else None
    if agent is None and frame.passive and voice in ("passive", "either"):
        agent = joined_passives.agent(arguments, position)
    if agent is not None and (voice == "passive" or not [p for p in bare if p < agent][1:]):
        target = left if left is not None else next((step for step in objects if step < agent), None)
        target = target if target is not None else arguments.left(position, frame.object)
        helped = arguments.syntax.nodes[target] if target is not None else None
        if target is not None and isinstance(helped, Phrase) and helped.place is None and not frame.violent:
            arguments.helped[position] = arguments.members(target, frame.object)
        return _pair(arguments, agent, target, frame, position) if target is not None else None
    if voice == "passive":
        return None
    alone = dropped_subjects.direct_object(arguments, position, frame, bare, objects) if dropped else None
    if alone is not None and arguments.syntax.nodes[alone] not in dropped:
        arguments.subjects[position] = dropped
        return Found(dropped, arguments.members(alone, frame.object), "dropped-subject")
    if bare and "bare" in frame.object.preps and no_subjects.has_others_behind(arguments, bare[0]):
        return None  # "X caught seven others since its battles against Y".
    subject, target = left, arguments.led(_without_towns(arguments, behind, frame), frame.object)
    if target is not None and "bare" in frame.object.preps and _has_unknown_object(arguments, behind, target):
        target = (
            None  # "X shelled the town to which Y had fled after taking P", where nobody can tell which town.
        )
    if target is not None and frame.relation in ("deploysTo", "presentIn"):
        target = None if sent_forces.is_led_by_deed(arguments, target) else target
    if target is not None and frame.violent and _is_given_arms(arguments, position, target):
        return None
    if place_pronouns.is_pronoun(arguments, position + 1, frame.object):
        # "The posts of which X took control": of the places named behind none is meant.
        target, objects = None, []
    if (
        target is not None
        and bare
        and target < bare[0]
        and (
            syntax.follows(bare[0], "announcing", "reporting")
            or no_subjects.has_pronoun_subject(arguments, position)
        )
    ):
        bare = []  # "The assailant belongs to X, as Y announced": Y is who says so.
    if "bare" in frame.object.preps:
        direct = _direct(arguments, left, bare, objects, position, frame)
        if target is not None and frame.reciprocal and bare[:1] == [position + 1] == list(direct[1:]):
            subject = bare[0]  # "He said that there met X with Y": nobody else is left to be the subject.
        elif target is None or (direct[1] is not None and direct[1] < target):
            subject, target = direct
        elif subject is None and bare:
            subject = bare[0]
    elif subject is None and bare:
        subject = bare[0]
    if frame.both_behind:
        subject = handing.handed(arguments, bare, target)
        if subject is None:
            return None
    if target is not None and meet_each_other(arguments, subject, target, frame):
        target = None
    if target is not None and frame.of_deed and deed_led.is_struck_by(arguments, position, target):
        target = None
    planners = deeds_before.planner(arguments, position) if frame.deed_alone else []
    if planners:
        foiling = arguments.members(subject, frame.subject) if subject is not None else []
        foiling = foiling or carried_subjects.speaker(arguments, position, frame)
        foiling = foiling or carried_subjects.shared(arguments, position)
        return Found(foiling, planners, "deed") if foiling else None
    if frame.of_deed and subject is not None and target is not None:
        named = arguments.doer(position) or arguments.owner(position)
        owners = [phrase for phrase in named if phrase.end <= syntax.nodes[target].start]
        word = syntax.nodes[position]
        threat = isinstance(word, Word) and word.is_a("threat")
        done = bool(owners) and target > 0 and syntax.nodes[target - 1] is owners[-1]
        told = bool(owners) and is_told_of_deed(arguments, owners[-1], target)
        if owners and (threat or done or told or syntax.governors[target] != "bare"):
            subjects = arguments.subjects[position] = arguments.members(subject, frame.subject)
            return Found(subjects, owners, "deed")
    if frame.adjacent and subject is not None and target is not None:
        target = target if subject > target or is_next(arguments, subject, target, position, frame) else None
    if (strange and subject is None) or (
        target is not None and deed_led.before(arguments, position, target, frame)
    ):
        return None
    if target is None and bare and subject == bare[0] and frame.relation == "presentIn":
        fronted = fronted_places.before(arguments, position, frame)
        if fronted:
            subjects = arguments.subjects[position] = arguments.members(subject, frame.subject)
            return Found(subjects, fronted, "verb")
    if target is None:
        described = taken_up.describes(arguments, position) or syntax.follows(position, "relative")
        if subject is not None and subject in (*bare[:1], position - 1) and not described:
            # What another sense of the verb found with its object is surer.
            arguments.subjects.setdefault(position, arguments.members(subject, frame.subject))
        sent = sent_forces.sender(arguments, position, frame) if subject is not None else []
        if sent and subject is not None:
            return Found(arguments.members(subject, frame.subject), sent, "sender")
        met = met_there(arguments, subject, frame, position)
        joined = carried_subjects.shared(arguments, position) if subject is None else []
        return (
            met
            or taken_up.pronoun_object(arguments, subject, frame, position)
            or taken_up.joined_object(arguments, joined, frame, position)
            or _without_object(arguments, subject, frame, position)
        )
    if subject is None:
        if frame.adjacent:
            return _joined(arguments, target, position, frame, voice)
        shared = (
            carried_subjects.resumed(arguments, position)
            or carried_subjects.shared(arguments, position)
            or carried_subjects.speaker(arguments, position, frame)
            or carried_subjects.dropped(arguments, position, frame, voice)
        )
        if no_subjects.is_of_two(arguments, position) and len(shared) != _PAIR:
            return None
        if frame.relation == "presentIn" and _reaches_it(arguments, position, target, frame):
            return None
        arguments.subjects[position] = shared
        judged = (arguments.doer(position) or arguments.owner(position)) if frame.of_deed and shared else []
        if judged and judged[0].end <= syntax.nodes[target].start:
            return Found(shared, judged, "deed")  # "… and denounced the coup of X against Y".
        return Found(shared, arguments.members(target, frame.object), "shared-subject") if shared else None
    return _pair(arguments, subject, target, frame, position)


def _is_of_speaker(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether the subject of the verb is a pronoun that means who speaks, as the form of the verb bears out."""
    verb = arguments.syntax.nodes[position]
    endings = arguments.syntax.lexicon.past_agreement.get("feminine", ((), ()))[1]
    if not isinstance(verb, Word) or not verb.core.endswith(endings):
        return False
    if not no_subjects.has_pronoun_subject(arguments, position):
        return False
    speakers = carried_subjects.speaker(arguments, position, frame)
    return any(one.actor is not None and one.actor.type not in _WITNESSES for one in speakers)


def _subjects_behind(arguments: Arguments, behind: list[int], bare: list[int], *, posts: bool) -> list[int]:
    """The phrases but the first ones that are struck: posts of somebody, and whom "and" joins to another phrase."""
    while bare:
        first = arguments.syntax.nodes[bare[0]]
        listed = behind[0] < bare[0] and bool(first.conjunction)
        if not listed and (posts or not _is_of_posts(first)):
            break
        bare = bare[1:]
    return bare


def _is_region(arguments: Arguments, position: int, subject: int) -> bool:
    """Whether a place right behind "and" and a verb is where the subject of the verb before got."""
    verb, place = arguments.syntax.nodes[position], arguments.syntax.nodes[subject]
    if (
        subject != position + 1
        or not verb.conjunction
        or not isinstance(place, Phrase)
        or place.place is None
    ):
        return False
    return bool(carried_subjects.shared(arguments, position))


def _reaches_it(arguments: Arguments, position: int, target: int, frame: Frame) -> bool:
    """Whether a thing nobody knows stands behind the place as what gets there: "and there reached P aid"."""
    behind = arguments.syntax.nodes[target + 1] if target + 1 < len(arguments.syntax.nodes) else None
    if "bare" not in frame.object.preps or target != position + 1 or not isinstance(behind, Word):
        return False
    thing = behind.is_plain or behind.is_a("relief", "weapon", "arms_load", "moved", "military")
    return thing and not (behind.preposition or behind.conjunction or behind.suffix)


def _is_within_time(arguments: Arguments, position: int, subject: int) -> bool:
    """Whether "after" and a noun stand before a phrase, so that the noun is of it."""
    words = arguments.syntax.nodes[position + 1 : subject - 1]
    return any(isinstance(word, Word) and word.is_a("before_clause") and not word.suffix for word in words)


def _is_of_posts(node: Node) -> bool:
    """Whether somebody is named by way of indefinite posts of his, which strike nobody: "advanced positions of X"."""
    if not isinstance(node, Phrase) or node.via != "transparent" or not node.words:
        return False
    noun = node.words[0]
    return noun.is_a("target") and noun.is_a("place_filler", "base") and not noun.is_a("military", "movable")


def _without_towns(arguments: Arguments, behind: list[int], frame: Frame) -> list[int]:
    """The phrases but the towns that somebody meets another in: "met in P the ambassador of X"."""
    if frame.relation != "negotiatesWith":
        return behind
    nodes, locative = arguments.syntax.nodes, arguments.syntax.lexicon.pack.words["locative"]
    towns = (
        step
        for step in behind
        if isinstance(node := nodes[step], Phrase)
        and node.place is not None
        and node.place.type == "City"
        and arguments.syntax.governors[step] in locative
    )
    left = set(behind).difference(towns)
    return [step for step in behind if step in left]


def _is_given_arms(arguments: Arguments, position: int, target: int) -> bool:
    """Whether the verb has arms as its object and "to" leads to who gets them, or something that hurts nobody: "dropped
    weapons to X", "dropped leaflets on P"."""
    syntax = arguments.syntax
    led = syntax.governors[target] in syntax.lexicon.pack.words["belonging"]
    thrown = (
        node
        for node in syntax.nodes[position + 1 : target]
        if not isinstance(node, Phrase) and not is_quantity(node)
    )
    first = next((node for node in thrown if not node.is_plain), None)
    if first is not None and first.is_a("relief") and not first.preposition:
        return True
    return led and any(
        isinstance(node, Word) and node.is_a("arms_load", "weapon") and not node.preposition
        for node in syntax.nodes[position + 1 : target]
    )


def _has_unknown_object(arguments: Arguments, behind: list[int], target: int) -> bool:
    """Whether a short form that nobody can resolve stands before ``target`` as what the verb is done to."""
    nodes = arguments.syntax.nodes
    short = (step for step in behind if step < target and arguments.syntax.governors[step] == "bare")
    return any(
        isinstance(node := nodes[step], Phrase) and node.how == "short" and not (node.actor or node.place)
        and arguments.syntax.lexicon.pack.heads.get(node.head, {}).get("role") == "place"
        for step in short
    )  # fmt: skip


def _opens_before_both(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether a verb opens a clause behind a comma with its subject and its object behind it: ", X accuses Y of it"."""
    nodes, verb = arguments.syntax.nodes, arguments.syntax.nodes[position]
    pair = nodes[position + 1 : position + 3]
    opens = position > 0 and is_comma(nodes[position - 1]) and isinstance(verb, Word) and not verb.suffix
    if not opens or len(pair) < _PAIR or "bare" not in frame.object.preps:
        return False
    governors = arguments.syntax.governors[position + 1 : position + 3]
    if not all(isinstance(node, Phrase) for node in pair) or any(each != "bare" for each in governors):
        return False
    fits = arguments.fits(position + 1, frame.subject) and arguments.fits(position + 2, frame.object)
    return fits and not pair[1].conjunction and not names_holder(nodes, position + 1, position + 2)


def _stands_by(frame: Frame) -> bool:
    return frame.relation == "supports" and "bare" not in frame.object.preps


def _is_needed(arguments: Arguments, noun: int, frame: Frame) -> bool:
    """Whether a noun only names what the verb is said of: "American arms were handed to X"."""
    word = arguments.syntax.nodes[noun]
    return bool(frame.needs) and isinstance(word, Word) and word.is_a(frame.needs)


def _joined(arguments: Arguments, target: int, position: int, frame: Frame, voice: str) -> Found | None:
    """What a verb that is as often passive says in an active form, of the subject of the verb before it."""
    verb = arguments.syntax.nodes[position]
    told = voice == "either" and no_subjects.has_pronoun_subject(arguments, position)
    shared = (
        (carried_subjects.shared(arguments, position) or carried_subjects.speaker(arguments, position, frame))
        if voice == "active" or told
        else []
    )
    if told and any(one.actor is None or one.actor.type in _WITNESSES for one in shared):
        return None  # "A source said that there were killed …": the source killed nobody.
    if not isinstance(verb, Word) or not shared or not agrees(verb, shared, arguments.syntax.lexicon):
        return None
    if not is_near(arguments, position + 1, target):
        return None
    arguments.subjects[position] = shared
    return Found(shared, arguments.members(target, frame.object), "shared-subject")


def _last_joined(arguments: Arguments, position: int) -> int:
    """The last of verbs joined to one another with nothing between: "funded and armed X"."""
    nodes = arguments.syntax.nodes
    first = nodes[position]
    if isinstance(first, Word) and first.suffix:
        return position  # "And armed it and trained Y": the pronoun is all that the first verb has.
    step = position + 1
    while step < len(nodes):
        node = nodes[step]
        if not isinstance(node, Word) or not node.conjunction or not arguments.syntax.is_verb(step):
            break
        step += 1
    return step - 1


def _opens(arguments: Arguments, position: int) -> bool:
    """Whether a conjunction on the verb opens a new clause, so that what stands before is not its subject."""
    word = arguments.syntax.nodes[position]
    opened = isinstance(word, Word) and bool(word.conjunction or word.preposition)
    return opened and not arguments.syntax.follows(position, "relative")


def _is_of_owner(arguments: Arguments, position: int) -> bool:
    """Whether the subject of a relative clause is what its antecedent owns: "X, whose forces shell Y"."""
    nodes = arguments.syntax.nodes
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    owned = isinstance(following, Phrase) and following.how == "pronoun" and not following.preposition
    return owned and arguments.syntax.follows(position, "relative")


def _direct(
    arguments: Arguments, left: int | None, bare: list[int], objects: list[int], position: int, frame: Frame
) -> tuple[int | None, int | None]:
    """Subject and object of a verb whose object needs no preposition."""
    verb = arguments.syntax.nodes[position]
    if left is not None and isinstance(verb, Word) and verb.suffix:
        return left, None  # "The forces pursue him, and X and Y …": the pronoun is the object.
    if left is not None:
        return left, next((p for p in objects if p != left), None) if not no_subjects.has_object_behind(
            arguments, position
        ) else None
    word = arguments.syntax.nodes[position]
    if bare and isinstance(word, Word) and word.suffix:
        return bare[0], None  # The pronoun is the object: "and Y arms it".
    if bare:
        rest = [p for p in objects if p > bare[0] and not names_holder(arguments.syntax.nodes, bare[0], p)]
        if rest:
            return bare[0], rest[0]
        if is_nominative(arguments.syntax.nodes[bare[0]], arguments.syntax.lexicon):
            return bare[0], None
    judges = bool(bare) and frame.of_deed and no_subjects.has_deed_behind(arguments, bare[0])
    if (
        objects
        and not judges
        and (
            carried_subjects.shared(arguments, position)
            or carried_subjects.speaker(arguments, position, frame)
        )
    ):
        return None, objects[0]
    if objects and not bare and carried_subjects.dropped(arguments, position, frame, "active"):
        return None, objects[0]
    if len(bare) == 1 == len(objects) and carried_subjects.resumed(arguments, position):
        return None, objects[0]
    if objects and carried_subjects.opens_with_need(arguments, objects[0], frame):
        return None, objects[0]
    return (bare[0] if bare else None), None


def _without_object(arguments: Arguments, subject: int | None, frame: Frame, position: int) -> Found | None:
    """What a verb says that has no object: of a deed ("condemned the raid by X"), or of each other ("A and B met")."""
    if subject is not None:
        members = arguments.members(subject, frame.subject)
    elif frame.of_deed:
        members = carried_subjects.speaker(arguments, position, frame) or carried_subjects.shared(
            arguments, position
        )
    else:
        return None
    if not members:
        return None
    judged = frame.of_deed and deed_led.leads(arguments, position, frame)
    doers = (arguments.doer(position) or arguments.owner(position)) if judged else []
    if not doers and judged and frame.relation == "fights":
        doers = deeds_before.doers(arguments, position, members)
    if doers and refused.is_own(arguments, position, doers[0]):
        return None  # "X refused to condemn Y": it is nothing that Y has done.
    if doers:
        arguments.subjects[position] = members
        return Found(members, doers, "deed")
    return Found(members[:1], members[1:], "reciprocal") if frame.reciprocal and len(members) > 1 else None


def _pair(arguments: Arguments, subject: int, target: int, frame: Frame, position: int) -> Found:
    subjects = arguments.members(subject, frame.subject)
    arguments.subjects[position] = subjects
    return Found(subjects, arguments.members(target, frame.object), "verb")
