"""Nouns of action: their doer as owner, origin, agent or subject of the verb round them; what they were done to."""

from __future__ import annotations

from kg.extract import (
    accusations,
    addressed,
    deeds_before,
    denied_charges,
    fronted_objects,
    gathered,
    noun_subjects,
    place_pronouns,
    predicates,
    scenes,
    undergone,
)
from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.coordination import is_unnamed_kin
from kg.extract.deed_clauses import relative_verb
from kg.extract.loads import is_load
from kg.extract.next_deeds import before_next_deed
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quantity
from kg.extract.own_states import is_own_state
from kg.extract.reasons import is_reason
from kg.languages import Frame, Slot

_NEXT = 2
"""Nodes behind who did a deed within which it is told to whom: "the warning of X to Y"."""
_NEAR = 5
"""Nodes behind a verb within which a pronoun may say to whom."""


def read(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """The arguments of the noun at ``position``, or None where the sentence does not name both."""
    syntax, slot = arguments.syntax, frame.noun_object
    if is_unnamed_kin(syntax.nodes, position):
        return None
    start, origin = arguments.behind_adjectives(position)
    start = _behind_titles(arguments, start)
    behind = syntax.following(start - 1)
    if "actor" in slot.kinds:
        behind = before_next_deed(arguments, start, behind, frame)
    undergoes = frame.undergone and not (
        is_reason(arguments, position) or _is_own(arguments, position, behind)
    )
    sufferers = undergone.sufferers(arguments, position, frame) if undergoes else []
    if sufferers:
        struck = [one for one in sufferers if not one.generic]
        arguments.discourse.struck[frame.relation] = struck  # Who did it may be told later.
        return undergone.read(arguments, position, sufferers, behind, frame)
    together = gathered.read(arguments, position, start, frame)
    if together is not None:
        return together
    with_him = _with_pronoun(arguments, position, frame) or fronted_objects.read(arguments, position, frame)
    if with_him is not None:
        return with_him
    relative = relative_verb(syntax, start)
    if relative is not None:
        return _relative(arguments, relative, slot, position, frame)
    agent = arguments.agent(behind, of_noun=True) if not frame.lasting else None
    if agent is None and frame.violent:
        agent = arguments.doer_told_later(position)
    if agent is None and frame.doer_of:
        agent = arguments.means(start)
    if agent is None and frame.doer_of and behind and _comes_from(arguments, start, behind[0]):
        agent = behind[0]
    if agent is None and not frame.predicate:
        leader = _leader(arguments, start)
        agent = None if leader and noun_subjects.governing(arguments, position, frame) else leader
    word = syntax.nodes[position]
    last = word.core.rpartition(" ")[2] if isinstance(word, Word) else ""
    definite = syntax.lexicon.is_definite(last) and start == position + 1
    owned = frame.predicate or not definite
    owner = start if owned and start in behind and syntax.governors[start] in ("bare", "of") else None
    if owner is not None and place_pronouns.takes_up(arguments, owner, frame):
        return None  # "The control of X over it": of the places named behind none is meant.
    owner = owner if owner is not None else _owner_of_sent(arguments, start)
    if owner is None and agent is None and origin is None and frame.needs and frame.doer_of and not definite:
        led_doer = start in behind and syntax.governors[start] in syntax.lexicon.pack.words["belonging"]
        owner = start if led_doer and arguments.fits(start, ACTOR) else None
    led = arguments.led(behind, slot)
    his = noun_subjects.his(arguments, position, frame) is not None
    if led is not None and not his and place_pronouns.is_pronoun(arguments, start, slot):
        return None  # "Keeps control of it in P".
    if led is not None and frame.relation == "attacks" and _is_only_near(arguments, position, led, frame):
        return None  # "An attack on the seat of command near P".
    if led is not None and frame.relation == "attacks" and _is_goal_behind_comma(arguments, led):
        led = None  # "Fled under the raids of X, to P".
    if led is not None and owner is not None and owner < led and _is_direct(arguments, owner, frame):
        led = None
    if (
        frame.doer_of
        and led is not None
        and led == start
        and owner is None
        and agent is None
        and origin is None
    ):
        owner, led = _doer_behind_of(arguments, position, led, behind, slot)
        if owner is not None and led is None and undergone.is_led(arguments, position):
            return None
    if led is not None:
        if led == start and len(behind) > 1 and not frame.predicate:
            beyond = arguments.beyond(led, slot)
            near = [step for step in behind if beyond <= step <= beyond + _NEXT]
            other = (
                None
                if beyond < len(syntax.nodes) and _joins_deed(syntax.nodes[beyond])
                else arguments.led(near, slot)
            )
            owner, led = (start, other) if other is not None else (owner, led)
        owning = owner if owner is not None and arguments.fits(owner, frame.subject) else None
        owning = None if owning is not None and frame.needs and _is_sent(arguments, owning, frame) else owning
        subjects = noun_subjects.doers(arguments, position, frame, owning, origin, agent)
        return Found(subjects, arguments.members(led, slot), "noun") if subjects else None
    denied = denied_charges.read(arguments, position, start, owner, origin)
    if denied is not None:
        return denied
    to_him = addressed.read(arguments, position, frame, start, owner, origin)
    if to_him is not None:
        return to_him
    if frame.of_deed and owner is not None and arguments.fits(owner, frame.subject):
        beyond = arguments.beyond(owner, frame.subject)
        doers = arguments.doer(beyond - 1) or arguments.owner(beyond - 1)
        if doers:
            return Found(arguments.members(owner, frame.subject), doers, "deed")
    if frame.of_deed and owner is None:
        doers = arguments.doer(position) or arguments.stance(position)
        again = frame.relation == "fights" and not doers and arguments.discourse.last_doers("attacks")
        subjects = (
            noun_subjects.doers(arguments, position, frame, None, origin, agent) if doers or again else []
        )
        doers = deeds_before.doers(arguments, position, subjects) if again else doers
        if subjects and doers:
            return Found(subjects, doers, "deed")
    listed = predicates.by_origin(arguments, position, frame, origin) if owner is None else None
    if listed is not None:
        return listed
    pronoun = _pronoun_object(arguments, position, frame) if owner is None and led is None else None
    if pronoun is not None:
        return pronoun
    if frame.reciprocal and owner is None and not gathered.names_parties(arguments, start):
        parties = noun_subjects.governing(arguments, position, frame)
        several = len(parties) > 1 and not gathered.goes_on(arguments, parties[0])
        several = several and not gathered.bring_others(arguments, parties[0], position)
        return Found(parties[:1], parties[1:], "reciprocal") if several else None
    if frame.predicate and frame.swapped and owner is None and "place" in frame.subject.kinds:
        return scenes.held(arguments, position, frame, behind)
    if "bare" not in slot.preps or owner is None:
        scene = scenes.scene(arguments, behind, slot) if frame.placed and agent is not None else []
        subjects = noun_subjects.doers(arguments, position, frame, None, origin, agent) if scene else []
        return Found(subjects, scene, "scene") if subjects else None
    if arguments.fits(owner, frame.subject) and not frame.predicate and agent is None:
        beyond = arguments.beyond(owner, frame.subject)
        bare = arguments.bare(behind, slot)
        rest = [p for p in bare if p >= beyond and not is_load(syntax.nodes[p], frame)]
        rest = [] if rest and _goes_on_list(arguments, beyond, rest[0]) else rest
        if not rest and beyond in behind and arguments.fits(beyond, slot):
            of = syntax.governors[beyond] in syntax.lexicon.pack.words["belonging"]
            rest = [beyond] if of else []  # "X's capture of P".
        numbered = bool(rest) and all(map(is_quantity, syntax.nodes[beyond : rest[0]]))
        if rest and (numbered or frame.subject.kinds != slot.kinds):
            return _found(arguments, owner, rest[0], frame)
    if not arguments.fits(owner, slot) or _is_doer(arguments, owner, frame):
        return None
    if frame.reciprocal and not _is_purpose(arguments, position):
        # "The meeting of X" says nothing of whom X met; that of X and Y does.
        both = arguments.members(owner, slot) if agent is None and origin is None else []
        return Found(both[:1], both[1:], "reciprocal") if len(both) > 1 else None
    alone = agent is None and origin is None and not (isinstance(word, Word) and word.suffix)
    holders = arguments.done.get("controls", []) if frame.relation == "fights" else []
    if holders and syntax.follows(position, "meanwhile") and not frame.between:
        return Found(
            holders[-1][1], arguments.members(owner, slot), "noun-object"
        )  # "Took P after driving X out".
    if alone and syntax.follows(position, "before_clause"):
        return None  # "X left after the shelling of P": another may have shelled it.
    subjects = noun_subjects.doers(arguments, position, frame, None, origin, agent)
    whose = syntax.nodes[owner]
    judged_by = frame.of_deed and isinstance(whose, Phrase) and whose.how == "pronoun"
    if "place" not in slot.kinds and (judged_by or any(is_own_state(one, whose) for one in subjects)):
        return None  # "The president of X stressed the support of X": it is what X gives.
    return Found(subjects, arguments.members(owner, slot), "noun-object") if subjects else None


def _joins_deed(node: Node) -> bool:
    """Whether "and" goes on with another deed: "pledged allegiance to X and support for Y"."""
    return isinstance(node, Word) and bool(node.conjunction) and node.has_voice("noun", "either")


def _with_pronoun(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """With whom somebody talks where a pronoun stands before the noun: "fights X and holds with it talks"."""
    before = arguments.syntax.nodes[position - 1] if position else None
    word = arguments.syntax.nodes[position]
    if not frame.reciprocal or before is None or before.conjunction:
        return None
    if isinstance(before, Phrase):
        return None
    if not before.suffix or before.mark:
        return None
    if (before.core or before.preposition) not in frame.noun_object.preps or not isinstance(word, Word):
        return None
    if word.preposition or not arguments.syntax.follows(position - 1, "light"):
        return None
    subjects = noun_subjects.governing(arguments, position, frame)
    meant = arguments.discourse.pronoun(before.suffix, arguments.syntax.nodes, position - 1)
    others = [one for one in meant if all(one.actor != other.actor for other in subjects)]
    if not others:
        named = (node for node in reversed(arguments.syntax.nodes[:position]) if isinstance(node, Phrase))
        others = [
            one
            for one in named
            if one.actor is not None
            and all(one.actor != other.actor for other in subjects)
            and agrees(before, [one], arguments.syntax.lexicon)
        ][:1]
    return Found(subjects, others, "pronoun") if subjects and others else None


def _is_own(arguments: Arguments, position: int, behind: list[int]) -> bool:
    """Whether a pronoun says whose the deed is, and "against" to whom he does it: "losses in their fight against X"."""
    word = arguments.syntax.nodes[position]
    if not isinstance(word, Word) or not behind:
        return False
    if not (word.suffix or word.core.endswith(arguments.syntax.lexicon.object_pronouns)):
        return False
    return arguments.syntax.governors[behind[0]] in arguments.syntax.lexicon.pack.words["against"]


def _is_only_near(arguments: Arguments, position: int, led: int, frame: Frame) -> bool:
    """Whether what was struck is said by "on" although nobody knows it, and ``led`` is only what it lies near."""
    syntax = arguments.syntax
    if "actor" in frame.noun_object.kinds or syntax.governors[led] in frame.noun_object.preps:
        return False
    edge = syntax.lexicon.pack.words["obliging"]
    return any(isinstance(node, Word) and node.core in edge for node in syntax.nodes[position + 1 : led - 1])


def _is_goal_behind_comma(arguments: Arguments, position: int) -> bool:
    """Whether "to" leads to the phrase behind a comma, and so says where somebody went."""
    syntax = arguments.syntax
    if syntax.governors[position] not in syntax.lexicon.pack.words["sent_to"]:
        return False
    return is_comma(syntax.nodes[position - 2]) if position > 1 else False


def _goes_on_list(arguments: Arguments, beyond: int, position: int) -> bool:
    """Whether "and" joins a number of people to who is named before: "the killing of X, and of a number of Ys"."""
    words = arguments.syntax.nodes[beyond:position]
    return any(isinstance(word, Word) and word.conjunction and is_quantity(word) for word in words)


def _is_purpose(arguments: Arguments, position: int) -> bool:
    """Whether somebody goes or plans to do it, or a pronoun says who did: "travelled to meet X", "his meeting X"."""
    word = arguments.syntax.nodes[position]
    belonging = arguments.syntax.lexicon.pack.words["belonging"]
    led = isinstance(word, Word) and (bool(word.suffix) or word.preposition in belonging)
    before = arguments.syntax.nodes[max(0, position - _NEAR) : position]
    words = (node for node in before if isinstance(node, Word))
    return led or any(word.is_a("modal", "purpose", "refusal", "failure") for word in words)


def _comes_from(arguments: Arguments, start: int, first: int) -> bool:
    """Whether "from" leads to who did it: "raids from the air force of X"; a place would be where they came from."""
    node = arguments.syntax.nodes[first]
    named = isinstance(node, Phrase) and node.actor is not None and node.place is None
    partitive = arguments.syntax.lexicon.pack.words["partitive"]
    return named and first <= start + 1 and arguments.syntax.governors[first] in partitive


def _leader(arguments: Arguments, start: int) -> int | None:
    """Who leads the deed that ends before ``start``, and so does it: "a raid led by X on P"."""
    if start + 1 >= len(arguments.syntax.nodes) or not arguments.syntax.follows(start + 1, "leads_to_person"):
        return None
    leader = arguments.syntax.nodes[start + 1]
    named = isinstance(leader, Phrase) and not leader.preposition
    return start + 1 if named and arguments.fits(start + 1, ACTOR) else None


def _is_direct(arguments: Arguments, owner: int, frame: Frame) -> bool:
    """Whether what the noun owns can only be its object: "the storming of P in Q" is that of P."""
    slot = frame.noun_object
    return "bare" in slot.preps and arguments.fits(owner, slot) and not arguments.fits(owner, frame.subject)


def _pronoun_object(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """ "X praised Y and pledged to support it", "X thanked Y for its support to him"."""
    syntax, slot, word = arguments.syntax, frame.noun_object, arguments.syntax.nodes[position]
    if not isinstance(word, Word) or not word.suffix or "actor" not in slot.kinds:
        return None
    topic = arguments.topics.subject(position)
    meant = arguments.discourse.pronoun(word.suffix, syntax.nodes, position)
    if not topic or not meant or any(one is other for one in topic for other in meant):
        return None
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    if (
        isinstance(following, Word)
        and following.suffix
        and not following.core
        and following.preposition in slot.preps
    ):
        return Found(meant, topic, "pronoun")
    carried = bool(word.preposition) and any(
        isinstance(node, Word) and node.is_a("modal", "light", "purpose")
        for node in syntax.nodes[max(0, position - _NEAR) : position]
    )
    return Found(topic, meant, "pronoun") if carried and "bare" in slot.preps else None


def _behind_titles(arguments: Arguments, start: int) -> int:
    """Past a title, a quantity or "places in" before the name that the noun owns: "the trial of the president, X"."""
    nodes = arguments.syntax.nodes
    step = start
    while step < len(nodes):
        node = nodes[step]
        if isinstance(node, Phrase):
            return step if arguments.syntax.governors[step] in ("bare", "of") else start
        before = nodes[step - 1]
        counted = step > start and node.is_a("partitive") and is_quantity(before)
        counted = counted or (node.is_a("about") and is_quantity(nodes[min(step + 1, len(nodes) - 1)]))
        within = step > start and node.is_a("locative") and isinstance(before, Word) and before.is_a("target")
        passed = is_quantity(node) or node.is_a(
            "deputy", "title", "transparent_actor", "target", "place_filler"
        )
        his = isinstance(node, Word) and (
            node.suffix or node.core.endswith(arguments.syntax.lexicon.pronouns)
        )
        passed = passed or (bool(his) and node.is_a("kinsman"))  # "The murder of his brother, X".
        if node.mark or node.preposition or not (passed or counted or within):
            break
        step += 1
    return start


def _doer_behind_of(
    arguments: Arguments, position: int, led: int, behind: list[int], slot: Slot
) -> tuple[int | None, int | None]:
    """Doer and object where "of" leads to the doer: "a raid of X on Y"."""
    word = arguments.syntax.nodes[position]
    belonging = arguments.syntax.lexicon.pack.words["belonging"]
    indefinite = (
        isinstance(word, Word) and not word.suffix and not arguments.syntax.lexicon.is_definite(word.core)
    )
    if arguments.syntax.governors[led] not in belonging or not arguments.fits(led, ACTOR):
        return None, led
    beyond = arguments.beyond(led, ACTOR)
    other = arguments.led([p for p in behind if p >= beyond], slot)
    # "The shelling of X of P" has both with the same preposition: the first did it.
    again = other is not None and arguments.syntax.governors[other] in belonging
    return (led, other) if indefinite or again else (None, led)


def _owner_of_sent(arguments: Arguments, start: int) -> int | None:
    """Whose forces they are that the noun speaks of: "the arrival of reinforcements of X"."""
    word = arguments.syntax.nodes[start] if start + 1 < len(arguments.syntax.nodes) else None
    owned = isinstance(word, Word) and word.is_a("military") and arguments.fits(start + 1, ACTOR)
    return start + 1 if owned else None


def _is_doer(arguments: Arguments, owner: int, frame: Frame) -> bool:
    """Whether the owner did it: a preposition for the object stands behind him, or what he did it to."""
    nodes = arguments.syntax.nodes
    if _is_blow_of(arguments, owner) or _is_arresting_state(arguments, owner):
        return True
    behind = arguments.beyond(owner, frame.subject) if arguments.fits(owner, frame.subject) else len(nodes)
    following = nodes[behind] if behind < len(nodes) else None
    if not isinstance(following, Word) or following.mark:
        return False
    if following.is_a("preposition"):
        return following.core in frame.noun_object.preps
    if following.preposition in frame.noun_object.preps and following.is_a("head", "transparent_actor"):
        return True  # "The funding by X of groups": they are not named.
    aimed = following.preposition in arguments.syntax.lexicon.pack.words["belonging"]
    if aimed and following.has_voice("noun") and arguments.syntax.follows(owner, "operation"):
        return True  # "The campaign of X to take P".
    if frame.of_deed and following.has_voice("noun", "either"):
        return not (following.preposition or following.conjunction)
    return not frame.predicate and _is_object_noun(arguments, following, behind)


def _is_arresting_state(arguments: Arguments, owner: int) -> bool:
    """Whether a state by its name owns an execution or an arrest, which is done to people alone."""
    state, noun = arguments.syntax.nodes[owner], arguments.syntax.nodes[owner - 1] if owner else None
    named = isinstance(state, Phrase) and state.actor is not None and state.actor.type == "State"
    named = named and isinstance(state, Phrase) and state.via == ""
    return named and isinstance(noun, Word) and noun.is_a("done_to_people")


def _is_blow_of(arguments: Arguments, owner: int) -> bool:
    """Whether a body owns a blow, which is his own: "the attack of X" as against "the siege of X"."""
    node = arguments.syntax.nodes[owner]
    body = isinstance(node, Phrase) and node.actor is not None and node.place is None and not node.generic
    blow = arguments.syntax.nodes[owner - 1] if owner else None
    lexicon = arguments.syntax.lexicon
    any_blow = isinstance(blow, Word) and not (blow.suffix or blow.is_a("exchanged"))
    any_blow = any_blow and isinstance(blow, Word) and not lexicon.is_definite(blow.core)
    led = node.preposition and not (any_blow and node.preposition in lexicon.pack.words["belonging"])
    return body and not led and arguments.syntax.follows(owner, "own_blow")


def _is_object_noun(arguments: Arguments, word: Word, position: int) -> bool:
    """Whether an indefinite noun nobody knows stands behind the owner: "X's storming of a building"."""
    if word.conjunction or word.preposition or word.senses or word.suffix or word.core.isdigit():
        return False
    lexicon = arguments.syntax.lexicon
    if any(reading.preposition or reading.conjunction for reading in lexicon.splits(word.text)):
        return False
    following = arguments.syntax.nodes[position + 1] if position + 1 < len(arguments.syntax.nodes) else None
    if word.is_a("insult") or (isinstance(following, Word) and following.is_a("insult")):
        return False  # "The listing of X as a terrorist organisation".
    if word.core[:1] in lexicon.pack.words["verb_letters"] and not word.classes:
        return False  # A verb that nobody knows goes on with the sentence: "the support of X undermines …".
    known = word.classes - {"target", "transparent_actor", "place_filler", "head"}
    return not known and not lexicon.is_definite(word.core) and not arguments.syntax.is_verb(position)


def _is_sent(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether the phrase names what is sent: a group of the needed class, with a name only before where it is sent."""
    node = arguments.syntax.nodes[position]
    assert isinstance(node, Phrase)  # It fits the slot of an actor.
    led = node.how == "discovered" and arguments.syntax.follows(position + 2, "preposition")
    return (node.generic or led) and any(word.is_a(frame.needs, "fighting") for word in node.words)


def _found(arguments: Arguments, subject: int, target: int, frame: Frame) -> Found:
    subjects = arguments.members(subject, frame.subject)
    return Found(subjects, arguments.members(target, frame.noun_object), "noun")


def _within_aside(arguments: Arguments, verb: int, behind: list[int]) -> list[int]:
    """Those before the comma behind which the main clause goes on: "X hit, in a raid (that) it made, Y"."""
    nodes = arguments.syntax.nodes
    if arguments.syntax.follows(verb, "relative"):
        return behind
    stop = next(
        (
            step
            for step in behind
            if is_comma(nodes[step - 1]) and isinstance(node := nodes[step], Phrase) and not node.conjunction
        ),
        None,
    )
    return behind if stop is None else [step for step in behind if step < stop]


def _relative(arguments: Arguments, verb: int, slot: Slot, position: int, frame: Frame) -> Found | None:
    """ "The raids that X carried out on Y", "the cover that X gave him"."""
    behind = _within_aside(arguments, verb, arguments.syntax.following(verb))
    bare = arguments.bare(behind, frame.subject)
    led = arguments.led(behind, slot)
    doer = (
        bare[0] if bare else None if _names_doer(arguments, verb) else arguments.left(position, frame.subject)
    )
    subjects = arguments.members(doer, frame.subject) if doer is not None else []
    if not bare and _took_place(arguments, verb):
        # "X condemned the blast that occurred in P": it is his only if he is charged with it, or carried it out.
        charged = accusations.accused(arguments, position)
        own = doer is not None and _carries_out(arguments, doer, position)
        subjects, doer = (charged, None) if charged is not None else (subjects if own else [], doer)
    topic = arguments.topics.subject(verb) if doer is not None and not bare else []
    if topic and doer is not None and _is_object_before(arguments, doer, topic):
        subjects = topic  # "X left P after talks that he held with Y".
    drone = arguments.syntax.nodes[verb + 1] if verb + 1 < len(arguments.syntax.nodes) else None
    if isinstance(drone, Word) and drone.is_a("striker"):
        origin = arguments.behind_adjectives(verb + 1)[1]  # "Carried out by an Israeli drone".
        subjects = [origin] if origin is not None else []
    targets = _dative(arguments, verb, slot, led)
    targets = targets or (arguments.members(led, slot) if led is not None else [])
    targets = targets or scenes.scene(arguments, behind, slot)
    return Found(subjects, targets, "relative") if subjects and targets else None


def _took_place(arguments: Arguments, verb: int) -> bool:
    """Whether a verb only says that the deed took place: "the blast that occurred in P"."""
    word = arguments.syntax.nodes[verb]
    return isinstance(word, Word) and word.is_a("occur") and not word.suffix


def _carries_out(arguments: Arguments, doer: int, position: int) -> bool:
    """Whether a verb beside who stands at ``doer`` says that he does the deed, or claims it."""
    near = arguments.syntax.nodes[max(0, doer - 1) : position]
    return any(
        isinstance(node, Word) and node.is_a("launching", "claiming", "claimed", "light_noun")
        for node in near
    )


def _is_object_before(arguments: Arguments, position: int, topic: list[Phrase]) -> bool:
    """Whether the phrase stands right behind whom the clause is about, and so is what he did something to."""
    before = arguments.syntax.nodes[position - 1] if position else None
    node = arguments.syntax.nodes[position]
    return isinstance(node, Phrase) and not node.conjunction and before is not None and before is topic[-1]


def _names_doer(arguments: Arguments, verb: int) -> bool:
    """Whether a noun right behind the verb is its subject, although nobody knows whom it means."""
    word = arguments.syntax.nodes[verb + 1] if verb + 1 < len(arguments.syntax.nodes) else None
    if not isinstance(word, Word) or word.mark or word.preposition or word.suffix:
        return False
    return not word.is_a("preposition", "adverb")


def _dative(arguments: Arguments, verb: int, slot: Slot, before: int | None) -> list[Phrase]:
    """Whom "to him" means behind the verb and ``before`` what else the preposition leads to."""
    nodes = arguments.syntax.nodes
    resumes = arguments.syntax.lexicon.pack.words["charge_prep"] if before is not None else ()
    for step in range(verb + 1, min(verb + _NEAR, before or len(nodes), len(nodes))):
        node = nodes[step]
        if isinstance(node, Word) and node.preposition in resumes:
            continue  # "The visit that X made to Y" has "by it" behind its verb.
        if isinstance(node, Word) and node.suffix and (node.core or node.preposition) in slot.preps:
            return arguments.discourse.pronoun(node.suffix, nodes, step)
    return []
