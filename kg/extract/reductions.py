"""Modifiers that state a relation by themselves and are then taken out, so that what they part meets."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.agreement import agrees, shown_gender
from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, classes_of, is_comma

_LONGEST_PREDICATE = 5
"""Words behind "and it is" that say what somebody is."""
_BODIES = {"organisation", "country_body"}
"""Roles of nouns with the article that are short for a body just named."""
_TIED = frozenset({"loyal", "allied"})
_FORCES = {"StateForce", "ArmedGroup", "Coalition"}
"""Types of actors that units are in."""


def affiliated(nodes: list[Node], lexicon: Lexicon) -> tuple[list[Node], list[Stated]]:
    """ "X belonging to Y": X is part of Y. A group without a name is replaced by those it belongs to."""
    stated: list[Stated] = []
    result: list[Node] = []
    position = behind = 0
    last: Phrase | None = None
    while position < len(nodes):
        node = nodes[position]
        unit = None
        if "membership_prep" in node.classes:
            unit = _unit_within(result, nodes, position, lexicon)
        if unit is not None:
            stated.append(unit)
            last, position = unit.object, position + 2
            behind = position
            continue
        if isinstance(node, Phrase):
            unit = _unit_of(last if position == behind else result[-1] if result else None, node, lexicon)
            if unit is not None and not _acts_upon(result, lexicon):
                stated.append(unit)
                position += 1
                continue
        owner = modified(result) if "affiliated" in node.classes else None
        if owner is not None and node.conjunction:
            owner = _whose_backer(result, owner)
        if owner is not None and position == behind and last is not None:
            owner = last  # "X serving in Y that belongs to Z": it is Y that does.
        if isinstance(node, Word) and owner is not None:
            part = _taken_up(nodes, position + 1, lexicon)
            if part is not None:
                stated.append(_link(part, "partOf", owner, node, "affiliated"))
                position += 3
                continue
            whose = _meant_by_pronoun(result, owner, nodes, position + 1, lexicon)
            if whose is not None:
                stated.append(_link(owner, "partOf", whose, node, "affiliated"))
                position += 2
                continue
            target = _target(nodes, position + 1, lexicon)
            if target is not None:
                body = nodes[target]
                assert isinstance(body, Phrase)
                source = bool(lexicon.pack.heads.get(owner.head, {}).get("source"))
                # "Media of X" tell what X does, and do nothing of it.
                if owner.generic and owner is not last and not source:
                    if owner.words and owner.words[0].core in lexicon.pack.words["single_group"]:
                        stated.append(_link(replace(owner), "partOf", replace(body), node, "affiliated"))
                    _replace(result, owner, body, definite=lexicon.is_definite(node.core))
                else:
                    stated.append(_link(owner, "partOf", body, node, "affiliated"))
                position = behind = target + 1
                last = body
                modifier = nodes[behind] if behind < len(nodes) else None
                if isinstance(modifier, Word) and _is_of_body(modifier, owner, body, lexicon):
                    modifier.about = body
                continue
        result.append(node)
        position += 1
    return result, stated


def _whose_backer(before: list[Node], owner: Phrase) -> Phrase:
    """Who is backed, where the phrase before "and belonging to" says by whom: "X, backed by Y and belonging to Z"."""
    at = next((step for step, node in enumerate(before) if node is owner), 0)
    led = before[at - 1] if at else None
    at -= isinstance(led, Word) and led.is_a("support_prep")
    cue, backed = (before[step] if step >= 0 else None for step in (at - 1, at - 2))
    by = isinstance(cue, Word) and cue.is_a("supported")
    return backed if by and isinstance(backed, Phrase) and backed.actor is not None else owner


def _is_of_body(modifier: Word, owner: Phrase, body: Phrase, lexicon: Lexicon) -> bool:
    """Whether "backed by" or "loyal to" is said of the body and not of its part: "X, a unit of Y backed by"."""
    if not modifier.is_a("supported", "loyal") or modifier.core.endswith(lexicon.people_endings):
        return False
    if _is_person(owner):
        return True
    wanted = "feminine" if modifier.core.endswith(lexicon.feminine_endings) else "masculine"
    return shown_gender(body, lexicon) == wanted


def membership(
    before: list[Node], nodes: list[Node], position: int, lexicon: Lexicon
) -> tuple[Stated | None, int]:
    """ "X, belonging to Y" of a person whose name was found after all groups, and the position behind it."""
    cue, person = nodes[position], before[-1] if before else None
    if not isinstance(cue, Word) or not cue.is_a("affiliated") or not isinstance(person, Phrase):
        return None, position
    if person.actor is None or person.actor.type != "Person":
        return None, position
    target = _target(nodes, position + 1, lexicon)
    body = nodes[target] if target is not None else None
    if target is None or not isinstance(body, Phrase):
        return None, position
    return _link(person, "memberOf", body, cue, "affiliated"), target + 1


def _unit_within(before: list[Node], nodes: list[Node], position: int, lexicon: Lexicon) -> Stated | None:
    """ "The 55th brigade in the army of X": a unit is part of the force that "in" leads to, right behind it."""
    cue, unit = nodes[position], before[-1] if before else None
    force = nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(cue, Word) or not cue.is_a("membership_prep") or cue.conjunction or cue.suffix:
        return None
    if not isinstance(unit, Phrase) or not isinstance(force, Phrase) or force.actor is None or force.place:
        return None
    head = lexicon.pack.heads.get(unit.words[0].core if unit.words else "", {})
    named = unit.actor is not None and unit.actor != force.actor and bool(head.get("numbered"))
    attached = force.preposition or force.conjunction or force.actor.type not in _FORCES
    if _takes_both(before, cue.core):
        return None
    return None if attached or not named else _link(unit, "partOf", force, cue, "affiliated")


def _unit_of(unit: Node | None, force: Phrase, lexicon: Lexicon) -> Stated | None:
    """ "The fifth division of the police of X": a numbered unit is part of the force that "of" leads to."""
    if not isinstance(unit, Phrase) or unit.actor is None or force.actor is None or force.conjunction:
        return None
    if force.preposition not in lexicon.pack.words["belonging"] or force.place or not force.words:
        return None
    head = lexicon.pack.heads.get(unit.words[0].core if unit.words else "", {})
    numbered = bool(head.get("numbered")) and unit.actor != force.actor and unit.how == "discovered"
    if not numbered or force.actor.type not in _FORCES:
        return None
    return _link(unit, "partOf", force, force.words[0], "affiliated")


def _acts_upon(before: list[Node], lexicon: Lexicon) -> bool:
    """Whether the unit that comes last is the subject of a verb that leads with "of" to somebody: "handed (to) Y"."""
    verb = before[-2] if len(before) > 1 else None
    if not isinstance(verb, Word) or verb.mark:
        return False
    objects = [frame.object.preps for frame, voice in verb.senses if voice in ("active", "future")]
    belonging = lexicon.pack.words["belonging"]
    led = any(not preps.isdisjoint(belonging) and "bare" not in preps for preps in objects)
    return led or (bool(verb.suffix) and bool(objects))


def _takes_both(before: list[Node], preposition: str) -> bool:
    """Whether a verb before a unit leads with the preposition to what its subjects, the unit among them, become."""
    for node in reversed(before):
        if not isinstance(node, Word):
            continue
        if any(
            voice == "active" and preposition in frame.object.preps and frame.relation == "partOf"
            for frame, voice in node.senses
        ):
            return True
        if node.mark or node.has_voice("active") or node.is_a("clause", "relative", "complementizer"):
            return False
    return False


def _taken_up(nodes: list[Node], position: int, lexicon: Lexicon) -> Phrase | None:
    """Who belongs to somebody whom a pronoun takes up: "X, under which Y are united"."""
    word, part = (nodes[step] if step < len(nodes) else None for step in (position, position + 1))
    if (
        not isinstance(word, Word)
        or not word.suffix
        or word.core not in lexicon.pack.words["affiliated_prep"]
    ):
        return None
    return part if isinstance(part, Phrase) and part.actor is not None and not part.preposition else None


def modified(before: list[Node]) -> Phrase | None:
    """The phrase that a modifier here would modify, also by way of a noun: "X, and it is a faction" belonging to."""
    for node in reversed(before[-2:]):
        if isinstance(node, Phrase):
            group = node.actor is None or node.actor.type == "DescribedGroup"
            one = _one_of(before, node) if group else None
            return one or (node if node.actor is not None or node.how == "short" else None)
        if not (is_comma(node) or (isinstance(node, Word) and node.is_a("nisba", "epithet"))):
            break
    return _said_to_be(before)


def _one_of(before: list[Node], group: Phrase) -> Phrase | None:
    """Who is said to be one of a ``group``, so that what is told of it is told of him: "X is among the factions"."""
    step = next(i for i, node in enumerate(before) if node is group)
    parted = counted = False
    while step and isinstance(word := before[step - 1], Word):
        if not (word.is_a("one_of", "partitive") or is_comma(word)):
            return None
        parted, counted = parted or word.is_a("partitive"), counted or word.is_a("one_of")
        step -= 1
    one = before[step - 1] if step else None
    if not isinstance(one, Phrase) or one.actor is None or one.generic or not (parted or counted):
        return None
    opening = before[step - 2] if step > 1 else None
    being = isinstance(opening, Word) and opening.is_a("copula", "being")
    return one if counted or being or opening is None else None


def _who_is_there(before: list[Node]) -> Phrase | None:
    """The phrase that a modifier of people would modify: a place that they are in is passed over."""
    found = modified(before)
    inside = found is not None and found.place is not None and len(before) > 2 and found is before[-1]
    led = before[-2] if inside else None
    people = before[-3] if inside else None
    if isinstance(led, Word) and led.is_a("locative") and isinstance(people, Phrase) and people.place is None:
        return people if people.actor is not None else None
    return found


def _said_to_be(before: list[Node]) -> Phrase | None:
    for step in range(len(before) - 1, max(0, len(before) - _LONGEST_PREDICATE), -1):
        node = before[step]
        if isinstance(node, Word) and node.is_a("being"):
            named = before[step - 2] if is_comma(before[step - 1]) and step > 1 else before[step - 1]
            return named if isinstance(named, Phrase) and named.actor is not None else None
        if not isinstance(node, Word) or node.mark or node.senses or node.preposition or node.conjunction:
            return None
    return None


def _meant_by_pronoun(
    before: list[Node], owner: Phrase, nodes: list[Node], position: int, lexicon: Lexicon
) -> Phrase | None:
    """Whom a pronoun right behind the cue means, who was named last before the group: "X and militias of its"."""
    word = nodes[position] if position < len(nodes) else None
    led = isinstance(word, Word) and bool(word.suffix) and not word.core
    if not led or not isinstance(word, Word) or word.preposition not in lexicon.pack.words["affiliated_prep"]:
        return None
    things = any(noun.is_a("movable", "property", "target", "weapon") for noun in owner.words[:1])
    if owner.actor is None or owner.actor.type != "DescribedGroup" or things:
        return None
    last = (
        node
        for node in reversed(before)
        if isinstance(node, Phrase) and node.end <= owner.start and node.actor is not None
    )
    meant = next((node for node in last if node.how != "described"), None)
    return meant if meant is not None and agrees(word, [meant], lexicon) else None


def _target(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    allowed = lexicon.pack.words["affiliated_prep"]
    for step in range(position, min(position + 3, len(nodes))):
        node = nodes[step]
        if isinstance(node, Phrase):
            role = lexicon.pack.heads.get(node.words[0].core, {}).get("role")
            named = node.actor is not None or (node.how == "short" and role in _BODIES)
            return step if is_led(nodes, step, allowed) and named else None
        if not (
            isinstance(node, Word) and (node.core in allowed or node.is_a("transparent_actor", "quantifier"))
        ):
            return None
    return None


def is_led(nodes: list[Node], position: int, allowed: frozenset[str]) -> bool:
    """Whether one of the ``allowed`` prepositions stands on the phrase at ``position`` or right before it."""
    node, before = nodes[position], nodes[position - 1]
    return node.preposition in allowed or (isinstance(before, Word) and before.core in allowed)


def _replace(result: list[Node], group: Phrase, body: Phrase, *, definite: bool) -> None:
    body.conjunction, body.preposition = group.conjunction, group.preposition
    body.via = "affiliated"
    body.start = group.start
    body.words = [
        *group.words,
        *body.words,
    ]  # The verb agrees with the group: "gunmen of the movement struck".
    index = next(i for i, node in enumerate(result) if node is group)
    first = result[index - 1] if index and definite else None
    if isinstance(first, Phrase) and first.generic and group.conjunction and not first.conjunction:
        # "The aircraft and the warships of X" are both of X.
        body.conjunction, body.preposition, body.start = first.conjunction, first.preposition, first.start
        index -= 1
    result[index:] = [body]


def _link(owner: Phrase, relation: str, body: Phrase, cue: Word, rule: str) -> Stated:
    start, end = min(owner.start, body.start), max(owner.end, body.end)
    if relation == "partOf" and _is_person(body) and not _is_person(owner):
        owner, relation, body = body, "commands", owner  # Whose a group is, leads it.
    return Stated(owner, relation, body, start, end, rule, cue.start, background=True)


def _is_person(phrase: Phrase) -> bool:
    return phrase.actor is not None and phrase.actor.type == "Person"


def loyal(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """ "X loyal to Y": X supports Y. "Gunmen loyal to the government" become a described group of that name."""
    stated: list[Stated] = []
    if _TIED.isdisjoint(classes_of(nodes)):
        return nodes, stated
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        position += 1
        owner = None
        if isinstance(node, Word) and not node.classes.isdisjoint(_TIED):
            owner = loyalists(node, result, lexicon, entities) or node.about or _who_is_there(result)
        following = nodes[position] if position < len(nodes) else None
        if owner is None or not isinstance(node, Word) or following is None:
            result.append(node)
            continue
        if node.is_a("allied"):
            ally = _topic(result, owner) if _is_with_pronoun(following, lexicon) else None
            if ally is not None and ally.actor is not None:
                stated.append(_link(owner, "alliedWith", ally, node, "allied"))
                position += 1
            else:
                result.append(node)
            continue
        pronoun = (
            isinstance(following, Word)
            and bool(following.suffix)
            and following.preposition in lexicon.pack.words["belonging"]
        )
        named = (
            isinstance(following, Phrase)
            and following.preposition in lexicon.pack.words["belonging"]
            and following.actor is not None
        )
        if not pronoun and not named:
            result.append(node)
            continue
        body = following if isinstance(following, Phrase) else _topic(result, owner)
        if owner.generic and body is not None and body.actor is not None:
            _describe_loyal(owner, body, following, lexicon, entities)
        if isinstance(following, Phrase):
            owners = [*_of_one_noun(result, owner), owner]
            stated.extend(_link(each, "supports", following, node, "loyal") for each in owners)
        elif body is not None and body.actor is not None and not _is_backer(result):
            stated.append(_link(owner, "supports", body, node, "loyal"))
        position += 1
    return result, stated


def _of_one_noun(before: list[Node], last: Phrase) -> list[Phrase]:
    """Those before ``last`` whose noun it shares, having an adjective alone: "the Xish and Yish militias"."""
    step = next((at for at, node in enumerate(before) if node is last), 0)
    found: list[Phrase] = []
    while step and _has_adjective_alone(before[step]) and isinstance(one := before[step - 1], Phrase):
        found.insert(0, one)
        step -= 1
    return found


def _has_adjective_alone(node: Node) -> bool:
    word = node.words[0] if isinstance(node, Phrase) and node.words else None
    described = isinstance(node, Phrase) and node.how == "described" and bool(node.conjunction and node.head)
    return (
        described
        and isinstance(node, Phrase)
        and word is not None
        and word.core != node.head
        and word.is_a("nisba")
    )


def loyalists(word: Word, before: list[Node], lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """Makes people of a plural that "and" joins to others, and adds them: "the army and those loyal to X"; or None."""
    plural = word.core.endswith(lexicon.people_endings) and lexicon.is_definite(word.core)
    named = bool(before) and isinstance(before[-1], Phrase) and before[-1].actor is not None
    if not word.is_a("loyal") or not word.conjunction or word.preposition or not (plural and named):
        return None
    group = Phrase(
        word.core_start, word.end, entities.actor("loyalists", "DescribedGroup", word.written), None,
        word.conjunction, "", head=word.core, how="described", generic=True, words=[word],
    )  # fmt: skip
    before.append(group)
    return group


def _is_with_pronoun(node: Node, lexicon: Lexicon) -> bool:
    """Whether a pronoun stands here behind "with" or "to": "the factions allied with it"."""
    words = lexicon.pack.words
    allowed = words["belonging"] | words["with_whom"]
    return isinstance(node, Word) and bool(node.suffix) and (node.preposition or node.core) in allowed


def _is_backer(before: list[Node]) -> bool:
    """Whether a word for "backed by" stands before, which says of all behind it whom they back."""
    return any(isinstance(node, Word) and node.is_a("supported", "supported_noun") for node in before)


def _topic(before: list[Node], owner: Phrase) -> Phrase | None:
    """Whom a pronoun behind a group means: within a list of backers the one they back, else who was named last."""
    phrases = [n for n in before if isinstance(n, Phrase) and n is not owner and n.actor is not None]
    cues = [n.start for n in before if isinstance(n, Word) and n.is_a("supported", "supported_noun")]
    backed = [phrase for phrase in phrases if cues and phrase.end <= cues[-1]]
    return backed[-1] if backed else phrases[-1] if phrases else None


def _describe_loyal(owner: Phrase, body: Phrase, last: Node, lexicon: Lexicon, entities: Entities) -> None:
    head = lexicon.pack.heads.get(owner.head, {})
    assert body.actor is not None
    slug = body.actor.iri.rpartition("/")[2]
    whom = "government" if body.actor.type == "StateForce" or slug.endswith("government") else slug
    owner.end = last.end
    owner.actor = entities.actor(
        f"pro-{whom}-{head.get('slug', 'group')}", "DescribedGroup", owner.words[0].written
    )
    owner.generic = False
