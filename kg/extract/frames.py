"""Frames: from a word that says a relation to its subject and object, found by scanning between barriers."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import (
    branding,
    circumstances,
    claiming,
    deed_subjects,
    delegations,
    denied_charges,
    describing,
    driving,
    noun_frames,
    occasions,
    opponents,
    place_pronouns,
    refused,
    results,
    stances,
    standing,
    undergone,
    verb_frames,
)
from kg.extract.arguments import FAR, Arguments, Found
from kg.extract.between import sides
from kg.extract.deed_clauses import relative_verb
from kg.extract.nodes import SITE, Phrase, Stated, Word, is_comma
from kg.extract.own_states import is_of_its_army
from kg.languages import Frame

_SPEAKERS = {"Person", "Party", "MediaOutlet", "Monitor"}
"""Who attacks with words, unless the frame says otherwise."""
_RIVALS = {"Person", "Party", "State"}
"""Who is attacked with words as often as with arms."""
_DEEDS = {"deploysTo", "fights", "controls"}
"""What papers and those who are cited by trade do not do."""
_HOSTILE = {"opposes", "attacks", "fights"}
_LAUNCHED = "launching"
"""What blows need that are said to be somewhere, unless it is said whose they are."""
_NEAR = 2
"""Nodes before a verb among which stands what it is said of: "reinforcements sent by X"."""


def read(arguments: Arguments) -> list[Stated]:
    """All relations that the words of one sentence state, in text order; a word says a relation once."""
    stated: list[Stated] = []
    attached = arguments.syntax.lexicon.attached_frames
    blow = next(
        (frame for frame in arguments.syntax.lexicon.pack.frames if frame.violent and frame.doer_of), None
    )
    for position, node in enumerate(arguments.syntax.nodes):
        killed = undergone.by_means(arguments, position) if node.preposition and blow is not None else None
        if killed is not None and blow is not None:
            stated.extend(_state(arguments, killed[0], blow, "active", killed[1]))
        if isinstance(node, Phrase):
            stated.extend(standing.read(arguments, position, attached))
            stated.extend(opponents.read(arguments, position))
            stated.extend(occasions.opening(arguments, position, attached))
            stated.extend(occasions.spoken_from(arguments, position, attached))
            continue
        if node.mark or node.is_plain:
            continue
        taken: set[str] = set()
        left: frozenset[str] = frozenset()
        stated.extend(branding.read(arguments, position))
        stated.extend(standing.where(arguments, position, attached))
        claimed = claiming.taken_up(arguments, position)
        if claimed is not None:
            stated.extend(_state(arguments, position, claimed[0], "active", claimed[1]))
        for frame, voice in node.senses:
            onward = frame.relation == "presentIn" and bool(left) and left.isdisjoint(frame.object.preps)
            again = frame.relation in taken and not onward
            found = None if again else _find(arguments, position, frame, voice)
            found = _of_those_named(frame, found) if found is not None else None
            found = delegations.alone(arguments, frame, found) if found is not None else None
            allowed = found is not None and _is_allowed(arguments, position, frame, found)
            own = _state(arguments, position, frame, voice, found) if found is not None and allowed else []
            if own and found is not None and not frame.of_result:
                arguments.done.setdefault(frame.relation, []).append((position, found.subjects))
                struck = [one for one in found.objects if not one.generic or found.rule != "undergone"]
                arguments.discourse.struck[frame.relation] = struck
                if frame.violent or frame.relation not in arguments.discourse.doers:
                    arguments.discourse.doers[frame.relation] = (node.start, found.subjects)
            elif frame.violent and frame.doer_of and voice == "noun":
                launched = deed_subjects.launched(arguments, position)
                if launched:
                    arguments.discourse.doers[frame.relation] = (node.start, launched)
                    arguments.discourse.struck[frame.relation] = []
            stated.extend(own)
            taken.update({frame.relation} if own else ())
            if own and frame.relation == "presentIn":
                left |= frame.object.preps  # "Withdrew from P to Q": from one place to another.
            if own and (frame.sole or (frame.needs and node.preposition and voice == "noun")):
                break  # "Demanded the driving out of X": nobody does it yet, and it is not whoever demands it.
    return stated


def _find(arguments: Arguments, position: int, frame: Frame, voice: str) -> Found | None:
    syntax, discourse = arguments.syntax, arguments.discourse
    if frame.between:
        pair = sides(syntax, position, lambda suffix, step: discourse.pronoun(suffix, syntax.nodes, step))
        if pair is not None:
            return Found(*pair, "between")
    if voice == circumstances.CIRCUMSTANCE:
        return circumstances.read(arguments, position, frame)
    if frame.of_result:
        return results.read(arguments, position, frame)
    verb = syntax.is_verb(position)
    if frame.occasion:
        return None if verb else occasions.read(arguments, position, frame)
    if frame.driven:
        return driving.read(arguments, position, frame, voice)
    if voice == "participle" or (verb and voice != "noun"):
        found = verb_frames.read(arguments, position, frame, voice)
        said = voice not in {"participle", "passive"}
        return found or (place_pronouns.read(arguments, position, frame, verb=True) if said else None)
    if (verb and voice == "noun") or voice not in {"noun", "either"}:
        return None
    return (
        noun_frames.read(arguments, position, frame)
        or claiming.read(arguments, position, frame)
        or place_pronouns.read(arguments, position, frame, verb=False)
    )


def _of_those_named(frame: Frame, found: Found) -> Found:
    """Without the kind of those who are in a body, where they are named: "consists of factions, among them X and Y".

    Of forces that somebody named leads, other forces are no leaders: "led by X, and forces of Y".
    """
    if frame.swapped and frame.predicate and frame.relation == "commands":
        first, rest = found.objects[:1], found.objects[1:]
        led = any(one.how == "described" for one in first)
        return found if led else replace(found, objects=[*first, *(o for o in rest if o.how != "described")])
    if not frame.swapped or frame.relation != "partOf":
        return found
    named = [one for one in found.objects if not one.generic]
    return replace(found, objects=named) if named else found


def _is_allowed(arguments: Arguments, position: int, frame: Frame, found: Found) -> bool:
    """Whether a frame that needs more than its arguments has it: forces to send, an object with a name."""
    groups = [o for o in found.objects if o.actor is not None and o.actor.type == "DescribedGroup"]
    if (frame.named and groups) or (frame.of_somebody and any(group.generic for group in groups)):
        return False
    if frame.of_persons and not all(map(_are_people, found.objects)):
        return False
    if frame.done_by_persons and any(o.actor is None or o.actor.type != "Person" for o in found.subjects):
        return False
    if frame.relation == "opposes" and refused.is_of_others(arguments, position, found):
        return False
    if frame.deed_alone and found.rule != "deed" and not _is_owner(arguments, position, found.objects[0]):
        return False
    led = found.subjects if frame.swapped else found.objects
    if frame.relation == "commands" and any(map(_is_town, led)):
        return (
            False  # "The talks in P, presided by X": nobody commands a town, nor the state whose seat it is.
        )
    if frame.relation == "controls" and any(_moves(one) for one in found.objects):
        return False  # "Recovered a vehicle".
    if frame.relation == "presentIn" and arguments.syntax.follows(position, "sequel"):
        return False  # "…, which came after the shelling of P".
    if frame.through and not all(_is_reached_through(one, frame.through) for one in found.objects):
        return False
    if frame.relation == "partOf" and any(
        _is_reached_through(one, class_) for one in found.objects for class_ in ("target", "stronghold")
    ):
        return False  # "The area holds posts of X".
    if (
        frame.relation == "alliedWith"
        and found.rule == "noun"
        and _is_tie_of_another(arguments, position, found)
    ):
        return False  # "X shelled two targets with ties to Y".
    if frame.violent and _is_of_text(arguments, position):
        return False  # "Brought down the draft that …".
    if frame.founders and (frame.founders == "several") is not _are_several_bodies(found.subjects):
        return False
    if frame.needs == _LAUNCHED and _is_on_something(arguments, position, found):
        return False
    deed = found.rule in ("deed-subject", deed_subjects.CHARGED) and not frame.swapped
    if not frame.needs or deed or (frame.needs == _LAUNCHED and _names_doer(arguments, position, found)):
        return True
    ahead = arguments.syntax.nodes[_start_of_need(arguments, position) : _end_of_need(arguments, position)]
    words = (word for node in ahead for word in ([node] if isinstance(node, Word) else _described_by(node)))
    return any(word.is_a(frame.needs) for word in words)


def _are_people(phrase: Phrase) -> bool:
    """Whether a phrase names a person, or people by a noun of their own: "gunmen", "two members of X"."""
    if phrase.actor is not None and phrase.actor.type == "Person":
        return True
    return any(word.is_a("arrested") for word in phrase.words[:1])


def _is_tie_of_another(arguments: Arguments, position: int, found: Found) -> bool:
    """Whether "with ties to Y" describes a noun that nobody knows, right before it."""
    nodes = arguments.syntax.nodes
    tied = position > 1 and arguments.syntax.follows(position, "tied")
    return tied and not any(nodes[position - 2] is one for one in found.subjects)


def _is_on_something(arguments: Arguments, position: int, found: Found) -> bool:
    """Whether "on" leads from a blow to whom it hit, so that a place behind is only where: "a raid on X in P"."""
    on = arguments.syntax.lexicon.pack.words["obliging"]
    first = min(one.start for one in found.objects)
    between = [node for node in arguments.syntax.nodes[position + 1 :] if node.start < first]
    hit = any(isinstance(node, Phrase) and node.actor is not None and node.place is None for node in between)
    return hit and any(isinstance(node, Word) and node.core in on for node in between)


def _start_of_need(arguments: Arguments, position: int) -> int:
    """The position from which on what a frame needs may stand before its word; a list of subjects counts as one."""
    nodes, start = arguments.syntax.nodes, max(0, position - _NEAR)
    while start and isinstance(nodes[start], Phrase) and isinstance(nodes[start + 1], Phrase):
        start -= 1
    return start


def _end_of_need(arguments: Arguments, position: int) -> int:
    """The position before which what a frame needs must stand; papers too "publish" what shows the forces of X."""
    word, end = arguments.syntax.nodes[position], min(position + 1 + FAR, len(arguments.syntax.nodes))
    if not isinstance(word, Word) or not word.is_a("covering"):
        return end
    return next((step for step in range(position + 1, end) if arguments.syntax.blocks(step)), end)


def _names_doer(arguments: Arguments, position: int, found: Found) -> bool:
    """Whether who strikes is named with the noun for the blow, before where it was: "a raid of X in P"."""
    nodes = arguments.syntax.nodes
    word, owner = nodes[position], nodes[min(position + 1, len(nodes) - 1)]
    owned = any(one is owner for one in found.subjects) and arguments.syntax.governors[position + 1] == "of"
    if owned and isinstance(word, Word) and not word.is_a("own_blow"):
        return False  # "The bombing of the embassy of X in P".
    last, first = max(one.end for one in found.subjects), min(one.start for one in found.objects)
    if any(one.start < nodes[position].end for one in found.subjects) or last > first:
        return False
    between = (node for node in nodes[position + 1 :] if last <= node.start < first)
    return all(isinstance(node, Word) and node.is_a("locative", "adverb", "epithet") for node in between)


def _is_owner(arguments: Arguments, position: int, phrase: Phrase) -> bool:
    """Whether a noun that nobody made a deed of stands before whose it is: "thwarted the attempt of X"."""
    nodes = arguments.syntax.nodes
    step = next((at for at in range(position + 2, len(nodes)) if nodes[at] is phrase), None)
    if step is None:
        return False
    noun = nodes[step - 1]
    return isinstance(noun, Word) and not noun.mark and not arguments.syntax.is_verb(step - 1)


def _is_reached_through(phrase: Phrase, class_: str) -> bool:
    """Whether somebody is named by way of a noun of the class ``class_``: by his posts."""
    noun = phrase.words[0] if phrase.words and phrase.via == "transparent" else None
    return noun is not None and noun.is_a(class_) and not noun.is_a("military")


def _is_of_text(arguments: Arguments, position: int) -> bool:
    """Whether the object of a verb is a draft or a decision, right behind the verb and its subject."""
    nodes, step = arguments.syntax.nodes, position + 1
    if not arguments.syntax.is_verb(position):
        return False
    while (
        step < len(nodes) and isinstance(nodes[step], Phrase) and arguments.syntax.governors[step] == "bare"
    ):
        step += 1
    word = nodes[step] if step < len(nodes) else None
    alone = isinstance(word, Word) and word.stands_alone
    if not alone or not isinstance(word, Word) or word.is_a("preposition", "adverb"):
        return False
    following = nodes[step + 1] if step + 1 < len(nodes) else None
    named = (each.text for each in (word, following) if isinstance(each, Word))
    return any("text_noun" in arguments.syntax.lexicon.nouns(text) for text in named)


def _described_by(phrase: Phrase) -> list[Word]:
    """The words of a phrase that say what it names; those of a town only look like words: "Baquba", "by a fine"."""
    return phrase.words if phrase.actor is not None or phrase.how != "name" else phrase.words[:-1]


def _is_town(phrase: Phrase) -> bool:
    return phrase.place is not None and phrase.place.type == "City"


def _moves(phrase: Phrase) -> bool:
    return phrase.how == SITE and any(word.is_a("movable") for word in phrase.words[:1])


def _are_several_bodies(subjects: list[Phrase]) -> bool:
    persons = any(one.actor is not None and one.actor.type == "Person" for one in subjects)
    return len(subjects) > 1 and not persons


def _state(arguments: Arguments, position: int, frame: Frame, voice: str, found: Found) -> list[Stated]:
    word = arguments.syntax.nodes[position]
    assert isinstance(word, Word)
    described = _described(arguments, position) if frame.lasting else None
    if described is not None and described.body is not None and described.body in found.subjects:
        described = described.body  # "The leaders of X, the wing of Y".
    modality = frame.default_modality or ("hypothetical" if voice == "future" else None)
    modality = "unconfirmed" if found.rule == deed_subjects.CHARGED else modality
    modality = "asserted" if found.rule == denied_charges.DENIED else modality
    attribute = voice == "participle" and describing.is_attribute(arguments, position)
    stated = []
    for subject, target in ((s, o) for s in found.subjects for o in found.objects if s is not o):
        here = [phrase for phrase in (subject, target) if _is_here(arguments, phrase)]
        start = min(word.core_start, *(phrase.start for phrase in here), word.end)
        end = max(word.end, *(phrase.end for phrase in here), word.end)
        one, other = (target, subject) if frame.swapped else (subject, target)
        if frame.relation == "presentIn" and (arguments.is_bystander(one) or _is_press(arguments, one)):
            continue
        if frame.relation == "negotiatesWith" and (_is_press(arguments, one) or _is_press(arguments, other)):
            continue
        if _is_press(arguments, other) and other.preposition and frame.relation == "attacks":
            continue  # "The search of his house, as he told the agency X".
        if frame.relation == "attacks" and is_of_its_army(one, other):
            continue  # "The army shelled camps behind rockets on the state".
        if frame.relation == "opposes" and _are_own_forces(arguments, one, other):
            continue  # "X asked of Y the withdrawal of its forces".
        if frame.relation in _HOSTILE and _is_own_country(one, other):
            continue  # "X met the pressure on his country".
        if frame.relation in _DEEDS and (_is_press(arguments, one) or arguments.is_source(one)):
            continue
        if frame.violent and arguments.is_impersonal(one):
            continue
        person = one.actor is not None and one.actor.type in _SPEAKERS and other.actor is not None
        person = person and not _are_men_of(arguments, one) and not _is_blow(found)
        person = person or (bool(frame.by_person) and _is_of_words(arguments, other))
        stated.append(
            Stated(
                one,
                frame.by_person if person and frame.by_person else frame.relation,
                other,
                start,
                end,
                f"{frame.id}.{found.rule}",
                stances.taken_at(arguments.syntax, word, position, frame),
                frame.confidence,
                modality=modality,
                background=attribute or (described is not None and (described is one or described is other)),
                own_word=found.rule == claiming.CLAIMED or claiming.claims(arguments, position),
                placed=frame.placed,
                present=_present(arguments, frame, one, other, found)
                if _is_seen(frame, found)
                else frozenset(),
                told=_told_at(arguments, position, found),
            )
        )
    return stated


def _told_at(arguments: Arguments, position: int, found: Found) -> int | None:
    """The verb of the relative clause that tells of a deed, which is done although the deed is named in a doubt."""
    if found.rule != "relative":
        return None
    verb = relative_verb(arguments.syntax, arguments.behind_adjectives(position)[0])
    start = arguments.syntax.nodes[verb].start if verb is not None else None
    return start if start is not None and found.subjects[0].start > start else None


def _are_own_forces(arguments: Arguments, subject: Phrase, target: Phrase) -> bool:
    """Whether a pronoun says whose the target is, and nobody is named between the subject and that."""
    nodes = arguments.syntax.nodes
    if target.how != "pronoun" or target.via != "transparent":
        return False
    at = next((step for step, node in enumerate(nodes) if node is target), 0)
    before = (node for node in reversed(nodes[:at]) if isinstance(node, Phrase) and node.actor is not None)
    return next(before, None) is subject


def _is_own_country(subject: Phrase, target: Phrase) -> bool:
    """Whether a person would do it to "his country"."""
    person = subject.actor is not None and subject.actor.type == "Person"
    noun = target.words[0] if target.words else None
    return person and noun is not None and noun.is_a("own_country") and bool(noun.suffix)


def _is_blow(found: Found) -> bool:
    """Whether it was done with arms: somebody suffered it, or fighters did it together with a person or a party."""
    armed = any(one.actor is not None and one.actor.type not in _SPEAKERS for one in found.subjects)
    struck = any(one.actor is None or one.actor.type not in _RIVALS for one in found.objects)
    return (found.rule == "undergone" and struck) or (armed and len(found.subjects) > 1)


def _is_press(arguments: Arguments, phrase: Phrase) -> bool:
    """Whether a channel, a paper or its reporter is named: who calls or meets them talks to their readers."""
    if phrase.actor is not None and phrase.actor.type == "MediaOutlet":
        return True
    return "observers" in str(arguments.syntax.lexicon.pack.heads.get(phrase.head, {}).get("slug"))


def _are_men_of(arguments: Arguments, phrase: Phrase) -> bool:
    """Whether a phrase names somebody by the forces that are his: "the militia of X" attacks with arms."""
    noun = phrase.words[0] if phrase.words and phrase.actor is not None else None
    forces = noun is not None and noun.is_a("military", "transparent_actor")
    return phrase.via == "affiliated" or (
        forces and phrase.actor is not None and phrase.actor.type == "Person"
    )


def _is_of_words(arguments: Arguments, target: Phrase) -> bool:
    """Whether it is done to what somebody says or plans, so that it is done with words: "attacked the policy of X"."""
    nodes = arguments.syntax.nodes
    step = next((i for i, node in enumerate(nodes) if node is target), 0)
    noun = nodes[step - 1] if step else None
    return isinstance(noun, Word) and "stance" in arguments.syntax.lexicon.nouns(noun.text)


def _described(arguments: Arguments, position: int) -> Phrase | None:
    """The name right before ``position``, a comma aside, unless it stands in a denial: "X is not the wing of Y"."""
    nodes = arguments.syntax.nodes
    for step in range(position - 1, max(-1, position - _NEAR - 1), -1):
        node = nodes[step]
        if isinstance(node, Phrase):
            return node if not arguments.syntax.follows(step, "negation") else None
        if not (is_comma(node) or node.is_a("being")):
            return None
    return None


def _is_seen(frame: Frame, found: Found) -> bool:
    """Whether the words say where the parties were: who was killed in a raid on P need not be there."""
    if found.rule == "deed":
        return False  # "Repelled an attack of X on P".
    if found.rule in ("undergone", "result"):
        return "subject" in frame.present and not frame.violent
    return True


def _present(
    arguments: Arguments, frame: Frame, subject: Phrase, target: Phrase, found: Found
) -> frozenset[str]:
    """Who is where it happens. To say that somebody stormed a place says enough of where he was."""
    if target.actor is None:
        return frozenset()
    parties = {"subject": subject, "object": target}
    sides = found.rule == "between"
    kept = set(frame.present)
    if target.actor.type == "State" and target.place is not None and frame.relation == "attacks":
        kept.discard("object")  # A state that is struck is where it always is.
    if frame.violent and target.via == "transparent" and any(w.is_a("movable") for w in target.words[:1]):
        kept.discard("object")  # Nor is a state where its ship is.
    return frozenset(
        role
        for role in kept
        if not (arguments.is_bystander(parties[role]) or (sides and _has_own_place(arguments, parties[role])))
    )


def _has_own_place(arguments: Arguments, phrase: Phrase) -> bool:
    """Whether it is said where one of two sides is, before the other is named: "between X in P and Y in Q"."""
    nodes = arguments.syntax.nodes
    at = next((step for step, node in enumerate(nodes) if node is phrase), len(nodes))
    around = nodes[at + 1 : at + 4]
    if len(around) < 3 or not isinstance(around[0], Word) or not around[0].is_a("inside"):
        return False
    place, other = around[1:]
    named = isinstance(place, Phrase) and place.place is not None and not place.conjunction
    return named and isinstance(other, Phrase) and other.actor is not None and bool(other.conjunction)


def _is_here(arguments: Arguments, phrase: Phrase) -> bool:
    """Whether the phrase stands in this sentence: a pronoun's antecedent may stand in another."""
    first, last = arguments.syntax.nodes[0], arguments.syntax.nodes[-1]
    return first.start <= phrase.start and phrase.end <= last.end
