"""What somebody undergoes: "came under fire from X", "three of Y were killed in a raid of X on P"."""

from __future__ import annotations

from kg.extract import noun_subjects, victims
from kg.extract.arguments import ACTOR, FAR, Arguments, Found
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quantity
from kg.languages import Frame, Slot

_STRUCK = ("attacks", "fights")
"""Relations by which a verb of harm says who did it."""


def read(
    arguments: Arguments, position: int, hurt: list[Phrase], behind: list[int], frame: Frame
) -> Found | None:
    """Who did it to ``hurt``, and to whatever else the noun at ``position`` was aimed at."""
    syntax, slot = arguments.syntax, frame.noun_object
    source = noun_subjects.source(arguments, behind)
    doers = arguments.members(source, ACTOR) if source is not None else arguments.doer_of(position)
    led = arguments.led(behind, slot)
    if led is not None and syntax.nodes[led] in doers:
        # "Killed in a raid of X on P": the raid was on P, and hit whoever was killed.
        led = arguments.led([step for step in behind if step > led], slot)
        hurt = [*hurt, *(arguments.members(led, slot) if led is not None else [])]
    elif not doers:
        # Fights "with" somebody were fought by him; a raid "on" somebody was not his.
        met = led is not None and not (
            frame.violent and syntax.governors[led] not in syntax.lexicon.pack.words["with"]
        )
        doers = arguments.members(led, ACTOR) if led is not None and met else []
    elif led is not None and syntax.nodes[led] not in doers:
        # Soldiers who die in a raid on a post are not what it was aimed at; the men of a group that is named are.
        named = [one for one in hurt if _is_body(one) or arguments.is_bystander(one)]
        hurt = [*named, *arguments.members(led, slot)]
    elif led is None:
        hurt = [*hurt, *_stormed(arguments, doers, behind, slot)]
    hurt = [one for one in hurt if not _are_own_soldiers(one, doers)]
    return Found(doers, hurt, "undergone") if doers and hurt else None


def _are_own_soldiers(phrase: Phrase, doers: list[Phrase]) -> bool:
    """Whether soldiers of nobody in particular fell in what an army did: they were its own."""
    soldiers = phrase.generic and any(word.is_a("soldiers") for word in phrase.words[:1])
    return soldiers and any(one.actor is not None and one.actor.type == "StateForce" for one in doers)


def _stormed(arguments: Arguments, doers: list[Phrase], behind: list[int], slot: Slot) -> list[Phrase]:
    """The place right behind who did it: "hurt in X's storming of P"."""
    last = next((step for step in reversed(behind) if arguments.syntax.nodes[step] in doers), None)
    if last is None or "bare" not in slot.preps or last + 1 not in behind:
        return []
    node = arguments.syntax.nodes[last + 1]
    free = (
        isinstance(node, Phrase)
        and node.actor is None
        and arguments.syntax.governors[last + 1] in ("bare", "of")
    )
    return arguments.members(last + 1, slot) if free and arguments.fits(last + 1, slot) else []


def _is_body(phrase: Phrase) -> bool:
    """Whether who came to harm has a name or an office, or is of a body: "members of the police"."""
    named = phrase.actor is not None and phrase.actor.type != "DescribedGroup"
    return named or phrase.how == "office" or (phrase.via == "transparent" and len(phrase.words) > 1)


def sufferers(arguments: Arguments, position: int, frame: Frame) -> list[Phrase]:
    """Who came under what the noun names: the subject of a verb of undergoing before it."""
    syntax = arguments.syntax
    if syntax.follows(position, "pressure"):
        left = arguments.left(position, ACTOR) if arguments.doer_of(position) else None
        return arguments.members(left, ACTOR) if left is not None else []  # "Fell back under the raids of X".
    taken = False
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("receive") and (taken or _has_another(node)):
            return []  # "Received a call from X about the raids of Y".
        led = syntax.follows(step, "locative", "preposition")
        taken = taken or (not led and _is_object(syntax.nodes[position], node))
        struck = (
            isinstance(node, Word) and node.is_a("casualty") and _follows_preposition(arguments, position)
        )
        done = (verb for relation in _STRUCK for verb, _ in arguments.done.get(relation, ()))
        if struck and step in done:
            return []  # "X killed Y in an attack on Z": X did both.
        if struck or (isinstance(node, Word) and node.is_a("suffer", "receive")):
            slot = ACTOR if struck else frame.noun_object
            where = syntax.lexicon.pack.words["locative"] if struck else ()
            behind = [
                p
                for p in range(step + 1, position)
                if arguments.fits(p, slot) and syntax.governors[p] not in where
            ]
            if struck and not behind and _are_others(arguments, step):
                continue  # "The death of soldiers and the wounding of ten others in a raid".
            if isinstance(node, Word) and node.suffix and not syntax.is_verb(step):
                return victims.meant(arguments, step, node)
            if (
                isinstance(node, Word)
                and struck
                and not behind
                and _has_unnamed_victim(arguments, step, node)
            ):
                return []  # "X announced the death of nine people in a raid": nothing befell X.
            victim = behind[0] if behind else _before(arguments, step, frame.noun_object)
            if victim is None and syntax.follows(step, "where"):
                # "Is active in P, where it comes under raids of X".
                comma = step > 1 and is_comma(syntax.nodes[step - 2])
                victim = _before(arguments, step - 1 - comma, frame.noun_object)
            return arguments.members(victim, frame.noun_object) if victim is not None else []
        charged = isinstance(node, Word) and node.is_a("accusing")
        if charged or syntax.blocks(step):
            return []
    return []


def _are_others(arguments: Arguments, harm: int) -> bool:
    """Whether "and" joins a number of others to those who came to harm before."""
    nodes = arguments.syntax.nodes
    word, number, others = (nodes[step] if step < len(nodes) else None for step in range(harm, harm + 3))
    if not isinstance(word, Word) or not word.conjunction or number is None or not is_quantity(number):
        return False
    before = (node for node in nodes[max(0, harm - FAR) : harm] if isinstance(node, Word))
    # "The death of four civilians and the wounding of 16 in a raid": nothing else need stand with the number.
    alone = isinstance(others, Word) and (others.mark or others.is_a("preposition", "locative"))
    return (
        isinstance(others, Word)
        and bool(alone or others.is_a("some_others"))
        and any(node.is_a("casualty") for node in before)
    )


def _has_unnamed_victim(arguments: Arguments, harm: int, word: Word) -> bool:
    """Whether those who came to harm are told of right behind the word for it, although they are no actors."""
    syntax = arguments.syntax
    if not syntax.is_verb(harm):
        return any(frame.of_result and voice == "noun" for frame, voice in word.senses)
    victim = harm + 1
    while victim < len(syntax.nodes) and is_quantity(syntax.nodes[victim]):
        victim += 1
    others = any(
        isinstance(each, Word) and each.is_a("another") for each in syntax.nodes[victim : victim + 2]
    )
    return arguments.names_subject(victim - 1) and not others


def _has_another(verb: Word) -> bool:
    """Whether a pronoun on the verb is what was received: "in a call that X received"."""
    return bool(verb.suffix) and verb.has_voice("active")


def _is_object(deed: Node, node: Node) -> bool:
    """Whether the verb before ``node`` has that for its object, and ``deed`` is not joined to it."""
    apart = isinstance(deed, Word) and not deed.conjunction
    free = isinstance(node, Word) and not (node.preposition or node.suffix) and node.has_voice("noun")
    return apart and free and isinstance(node, Word) and not node.is_a("receive", "suffer", "preposition")


def by_means(arguments: Arguments, position: int) -> tuple[int, Found] | None:
    """Whom aircraft killed that a word for "with" leads to, and where the word for the harm stands.

    "Three of X were killed by an Israeli drone" names no other deed.
    """
    syntax = arguments.syntax
    node, before = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    words = syntax.lexicon.pack.words
    if node.preposition not in words["means"] or (isinstance(before, Word) and before.has_voice("noun")):
        return None
    if isinstance(node, Phrase):
        flies = bool(syntax.lexicon.pack.heads.get(node.head, {}).get("flies"))
        doers = [node] if flies and node.actor is not None and not node.generic else []
    else:
        origin = (
            arguments.behind_adjectives(position)[1] if node.is_a("striker") and not node.senses else None
        )
        doers = [origin] if origin is not None else []
    for step in range(position - 1, max(-1, position - FAR), -1) if doers else ():
        word = syntax.nodes[step]
        if isinstance(word, Word) and word.is_a("casualty"):
            hurt = [each for each in range(step + 1, position) if arguments.fits(each, ACTOR)]
            return (step, Found(doers, arguments.members(hurt[0], ACTOR), "undergone")) if hurt else None
        if syntax.blocks(step) or (isinstance(word, Word) and word.has_voice("noun", "either")):
            return None
    return None


def _before(arguments: Arguments, verb: int, slot: Slot) -> int | None:
    """Who or what stands before a verb of undergoing: "the town came under fire"."""
    subjects = (
        arguments.syntax.left_subject(verb, kind) for kind in ("actor", "place") if kind in slot.kinds
    )
    return max((each for each in subjects if each is not None), default=None)


def is_led(arguments: Arguments, position: int) -> bool:
    """Whether a preposition leads the noun: nobody is named whose deed it would be, but behind it."""
    word = arguments.syntax.nodes[position]
    return (isinstance(word, Word) and bool(word.preposition)) or _follows_preposition(arguments, position)


def _is_joined_to_led(arguments: Arguments, position: int) -> bool:
    """Whether "and" joins the noun to another in which somebody fell: "killed in raids of X, and clashes with Y"."""
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = arguments.syntax.nodes[step]
        if arguments.syntax.ends_clause(step) or (isinstance(node, Word) and node.is_a("casualty")):
            return False
        if isinstance(node, Word) and node.has_voice("noun", "either") and not arguments.syntax.is_verb(step):
            return arguments.syntax.follows(step, "amid", "locative")
    return False


def _follows_preposition(arguments: Arguments, position: int) -> bool:
    """Whether the noun says in what somebody came to harm: "killed in a raid"."""
    word = arguments.syntax.nodes[position]
    while position and is_quantity(arguments.syntax.nodes[position - 1]):
        position -= 1  # "In a series of raids".
    before = arguments.syntax.nodes[position - 1] if position else None
    led = isinstance(before, Word) and before.is_a("locative", "preposition", "amid")
    if not led and isinstance(word, Word) and word.conjunction and not word.preposition:
        led = _is_joined_to_led(arguments, position)
    return led or (
        isinstance(word, Word) and word.preposition in arguments.syntax.lexicon.pack.words["locative"]
    )
