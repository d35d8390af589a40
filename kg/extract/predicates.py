"""What a predicate noun is said of: "X, led by Y", "X is a branch of Y"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import one_of_them, place_gender, place_pronouns, second_modifiers
from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.left_subjects import with_whom
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma
from kg.languages import Frame

_FARTHEST_MODIFIED = 8
"""Nodes before a predicate noun among which the phrase stands that it is said of."""

_UNITS = {"ArmedGroup", "StateForce", "DescribedGroup"}
"""Types of actors that serve in a body."""


def modified(arguments: Arguments, position: int, frame: Frame) -> int | None:
    """The position of what a predicate noun is said of: the phrase right before it, else the subject of its clause."""
    opening = arguments.syntax.nodes[position]
    relative = (
        isinstance(opening, Word)
        and opening.core.partition(" ")[0] in arguments.syntax.lexicon.pack.words["relative"]
    )
    excepted = _excepted(arguments, position, frame) if "place" in frame.subject.kinds else None
    if excepted is not None:
        return excepted
    kept = frame.lasting or frame.swapped or "actor" not in frame.noun_object.kinds
    if _lists_another(arguments, position) or (frame.lasting and _is_of_unknown(arguments, position)):
        return None
    if frame.lasting and (
        _is_named_itself(arguments, position) or one_of_them.came_to_harm(arguments.syntax, position)
    ):
        return None
    if frame.lasting and arguments.syntax.follows(position, "with", "against"):
        return None  # "Clashed with opponents of X": they are whom it clashed with.
    if frame.lasting and _describes_a_thing(arguments, position):
        return None
    joined = second_modifiers.described(arguments.syntax, position)
    if joined is not None and arguments.fits(joined, frame.subject):
        return joined
    said: Node = opening
    serving = arguments.syntax.nodes[position - 1] if position else None
    if frame.lasting and isinstance(serving, Word) and serving.conjunction and serving.is_a("affiliated"):
        return None  # "X killed a man from P, serving in the ranks of Y".
    for step in range(position - 1, max(-1, position - _FARTHEST_MODIFIED), -1):
        node = arguments.syntax.nodes[step]
        if frame.swapped and _is_goal(arguments, step, position):
            continue  # "Came to P, led by X".
        if isinstance(node, Phrase):
            if arguments.syntax.governors[step].startswith("adjective:"):
                return None  # "The border with P, which X holds".
            if node.actor is None and node.place is None and node.how == "short":
                # "The town which X controls", where nobody can tell which town; but "the towns which X controls in P".
                return _lying_in(arguments, step, position) if "place" in frame.subject.kinds else None
            if frame.lasting and not _is_led(arguments, position) and arguments.syntax.is_told_aside(step, 0):
                return arguments.left(step - 1, frame.subject)
            if frame.swapped and "place" not in frame.subject.kinds and _is_where(arguments, node, step):
                return None
            of_place = "place" in frame.subject.kinds
            found = place_gender.described(arguments.syntax, step, said) if of_place else step
            found = _inner(arguments, found, said) if of_place and found == step else found
            apart = arguments.syntax.set_off(step, position) if of_place and found == step else None
            found = apart if apart is not None else found
            if frame.lasting and _is_led(arguments, position) and found == position - 1:
                found = _who_serves(arguments, found)
            if frame.lasting and _is_of_those_led(arguments, found, position):
                return None
            if arguments.fits(found, frame.subject) and not arguments.syntax.is_one_of(found):
                return found if kept else with_whom(arguments.syntax, found)
            break
        if not _may_stand_between(node, relative=relative):
            break
        if node.is_a("relative"):
            relative, said = True, node
    if frame.adjacent:
        return None
    that = arguments.syntax.nodes[position - 1] if position else None
    told = isinstance(that, Word) and that.is_a("complementizer") and frame.lasting
    meant = _meant(arguments, position - 1, that) if told and isinstance(that, Word) else None
    left = meant if meant is not None else arguments.left(position, frame.subject)
    left = left if left is not None else _ahead(arguments, position)
    if left is not None and frame.lasting and frame.swapped and _names_others(arguments, left, position):
        return None
    return left if left is None or kept else with_whom(arguments.syntax, left)


def _is_goal(arguments: Arguments, step: int, position: int) -> bool:
    """Whether the node only says where somebody went who is told right behind to be led: a place, its preposition."""
    syntax = arguments.syntax
    last = position - 1 - is_comma(syntax.nodes[position - 1])
    word = syntax.nodes[position]
    led = isinstance(word, Word) and word.is_a("leads_to_person") and not word.conjunction
    goal = syntax.nodes[last] if led and last > 1 else None
    if not isinstance(goal, Phrase) or goal.conjunction:
        return False
    short = goal.how == "short" and syntax.lexicon.pack.heads.get(goal.head, {}).get("role") == "place"
    city = goal.place is not None and (goal.place.type == "City" or goal.actor is None)
    if not (city or short) or syntax.governors[last] not in syntax.lexicon.pack.words["sent_to"]:
        return False
    return step == last or (step == last - 1 and syntax.follows(last, "preposition"))


def _is_of_those_led(arguments: Arguments, person: int, position: int) -> bool:
    """Whether an adjective behind an office tells of those who are led: "X, commander of militias allied with"."""
    node, word = arguments.syntax.nodes[person], arguments.syntax.nodes[position]
    if person != position - 1 or not isinstance(node, Phrase) or not node.title or node.actor is None:
        return False
    if not isinstance(word, Word) or not word.is_a("allied", "loyal", "affiliated"):
        return False
    return node.actor.type == "Person" and word.core.endswith(arguments.syntax.lexicon.feminine_endings)


def _who_serves(arguments: Arguments, body: int) -> int:
    """Whom "led by" is said of where "in" leads to the body of a named unit: "brigade X in the army of Y, led by Z"."""
    node, unit = arguments.syntax.nodes[body], arguments.syntax.nodes[body - 2] if body > 1 else None
    locative = arguments.syntax.lexicon.pack.words["locative"]
    within = isinstance(node, Phrase) and node.place is None and arguments.syntax.governors[body] in locative
    if not within or not isinstance(unit, Phrase) or unit.actor is None or unit.generic:
        return body
    return body - 2 if unit.actor.type in _UNITS else body


def _names_others(arguments: Arguments, subject: int, position: int) -> bool:
    """Whether others stand between: "X signs a deal with Ys joined in a movement led by Z" leads no X."""
    behind = arguments.beyond(subject, ACTOR)
    others = (arguments.syntax.nodes[step] for step in range(behind, position))
    return any(isinstance(node, Phrase) and node.actor is not None and node.place is None for node in others)


def _lying_in(arguments: Arguments, areas: int, position: int) -> int | None:
    place = place_pronouns.where_they_lie(arguments, areas + 1, position)
    return next((step for step, node in enumerate(arguments.syntax.nodes) if node is place), None)


def _excepted(arguments: Arguments, position: int, frame: Frame) -> int | None:
    """The place behind "but" of which alone it is said: "nothing is left in the hands of X but P"."""
    nodes = arguments.syntax.nodes
    excepting = False
    for step in range(position + 1, min(len(nodes), position + _FARTHEST_MODIFIED)):
        node = nodes[step]
        if excepting and isinstance(node, Phrase):
            return step if arguments.fits(step, frame.subject) else None
        if isinstance(node, Word):
            if node.mark or arguments.syntax.ends_clause(step):
                return None
            excepting = excepting or node.is_a("exceptive")
    return None


def _inner(arguments: Arguments, position: int, said: Node) -> int:
    """The place of which a preposition says it, where another tells in what it lies: "P in Q fell into X's hands"."""
    nodes, words = arguments.syntax.nodes, arguments.syntax.lexicon.pack.words
    place = nodes[position]
    led = isinstance(said, Word) and (said.preposition or said.core.partition(" ")[0] in words["preposition"])
    if (
        not led
        or not isinstance(place, Phrase)
        or arguments.syntax.governors[position] not in words["locative"]
    ):
        return position
    step = position - 1
    step -= step >= 0 and isinstance(word := nodes[step], Word) and word.is_a("locative")
    inner = nodes[step] if step >= 0 else None
    return step if isinstance(inner, Phrase) and inner.place is not None and inner.how != SITE else position


def _ahead(arguments: Arguments, position: int) -> int | None:
    """Who is led by whom a sentence names first: "under the command of X, Y took P"."""
    nodes = arguments.syntax.nodes
    opens = all(isinstance(node, Word) and not node.mark and not node.senses for node in nodes[:position])
    word, leader = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not opens or not isinstance(word, Word) or not word.is_a("leads_to_person"):
        return None
    if not isinstance(leader, Phrase) or leader.actor is None or leader.actor.type != "Person":
        return None
    behind = range(position + 2, min(position + _FARTHEST_MODIFIED, len(nodes)))
    found = next((step for step in behind if isinstance(nodes[step], Phrase)), None)
    bare = found is not None and arguments.syntax.governors[found] == "bare" and arguments.fits(found, ACTOR)
    return found if bare else None


def _meant(arguments: Arguments, position: int, that: Word) -> int | None:
    """Whom a pronoun on "that" means: who speaks, or the last who is named if it cannot be he: "X attacked Y and said
    that it is a branch of Z". None where it can be several."""
    lexicon, nodes = arguments.syntax.lexicon, arguments.syntax.nodes
    suffix = next((each for each in lexicon.pronouns if that.core.endswith(each)), "")
    pronoun = replace(that, suffix=suffix)
    speaker = arguments.topics.outer(position)
    if not suffix or not speaker:
        return None
    named = [step for step in range(position - 1, -1, -1) if arguments.fits(step, ACTOR)]
    others = [step for step in named if nodes[step] not in speaker]
    agreeing = [
        step for step in others if isinstance(one := nodes[step], Phrase) and agrees(pronoun, [one], lexicon)
    ]
    if agrees(pronoun, speaker, lexicon):
        return None if agreeing else next((step for step in named if nodes[step] is speaker[0]), None)
    return others[0] if others[:1] == agreeing[:1] and others else None


def _is_led(arguments: Arguments, position: int) -> bool:
    """Whether the word says right behind a phrase who leads it: "the help that the coalition led by X gives"."""
    word, before = (
        arguments.syntax.nodes[position],
        arguments.syntax.nodes[position - 1] if position else None,
    )
    return isinstance(before, Phrase) and isinstance(word, Word) and word.is_a("leads_to_person")


def by_origin(arguments: Arguments, position: int, frame: Frame, origin: Phrase | None) -> Found | None:
    """What a predicate noun says by an adjective of origin behind it: "X, listed on the Yish list"."""
    if origin is None or not (frame.predicate and frame.swapped):
        return None
    said_of = modified(arguments, position, frame)
    if said_of is None or not arguments.fits(said_of, frame.subject) or _is_of_deed(arguments, position):
        return None
    return Found(arguments.members(said_of, frame.subject), [origin], "origin")


def _is_of_deed(arguments: Arguments, position: int) -> bool:
    """Whether an indefinite deed stands before what is said, which is said of it: "launched an operation, Xish-led"."""
    nodes, lexicon = arguments.syntax.nodes, arguments.syntax.lexicon
    step = position - 1 - (position > 0 and is_comma(nodes[position - 1]))
    while step > 0 and isinstance(node := nodes[step], Word) and node.is_a("epithet", "nisba"):
        step -= 1
    deed = nodes[step] if step >= 0 else None
    return isinstance(deed, Word) and deed.has_voice("noun", "either") and not lexicon.is_definite(deed.core)


def _lists_another(arguments: Arguments, position: int) -> bool:
    """Whether "and" joins the noun and its owner to the list before it: "X, Y and the branch of Z"."""
    nodes = arguments.syntax.nodes
    word, owner = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    before = nodes[position - 1] if position else None
    plain = isinstance(owner, Word) and owner.is_plain and arguments.syntax.lexicon.is_definite(owner.core)
    joined = isinstance(word, Word) and bool(word.conjunction) and (isinstance(owner, Phrase) or plain)
    listed = isinstance(before, Phrase) or (before is not None and is_comma(before))
    if not joined or not listed or not isinstance(word, Word):
        return False
    one = "one_of" in arguments.syntax.lexicon.classes(word.core.partition(" ")[0])
    adjective = arguments.syntax.lexicon.is_definite(word.core) or (" " in word.core and not one)
    return not adjective and not word.is_a("leads_to_person", "preposition")


def _is_of_unknown(arguments: Arguments, position: int) -> bool:
    """Whether it is said of somebody nobody knows: "the X forces, the wing of Y", "the leaders allied with Y"."""
    nodes, lexicon = arguments.syntax.nodes, arguments.syntax.lexicon
    noun, before = nodes[position], nodes[position - 1] if position else None
    if not isinstance(noun, Word) or before is None or not lexicon.is_definite(noun.core):
        return False
    if not is_comma(before):
        named = position > 1 and isinstance(nodes[position - 2], Phrase)
        return isinstance(before, Word) and before.is_plain and lexicon.is_definite(before.core) and not named
    name = nodes[position - 2] if position > 1 else None
    return isinstance(name, Word) and name.is_plain


def _describes_a_thing(arguments: Arguments, position: int) -> bool:
    """Whether a noun nobody knows stands before an adjective of its own: "broke up a sit-in hostile to X"."""
    nodes = arguments.syntax.nodes
    adjective, noun = nodes[position], nodes[position - 1] if position else None
    ahead = nodes[position - 2] if position > 1 else None
    plain = isinstance(noun, Word) and noun.is_plain and not noun.suffix
    if not plain or not isinstance(adjective, Word) or " " in adjective.core or adjective.conjunction:
        return False
    definite = arguments.syntax.lexicon.is_definite
    if definite(adjective.core) or (isinstance(noun, Word) and definite(noun.core)):
        return False
    return isinstance(ahead, Word) and not ahead.mark


def _is_named_itself(arguments: Arguments, position: int) -> bool:
    """Whether the noun is who does something, and is said of nobody: "(there) widened a branch of X its reach"."""
    nodes = arguments.syntax.nodes
    noun, verb = nodes[position], nodes[position - 1] if position else None
    before = nodes[position - 2] if position > 1 else None
    unknown = isinstance(verb, Word) and verb.is_plain and not arguments.syntax.lexicon.is_definite(verb.core)
    opens = before is None or (isinstance(before, Word) and (before.mark or before.is_a("clause")))
    plain = isinstance(noun, Word) and not noun.conjunction and not noun.preposition
    return plain and unknown and opens


def _is_where(arguments: Arguments, phrase: Phrase, position: int) -> bool:
    """Whether a preposition leads to the city or country: "came to P, led by X"."""
    governor = arguments.syntax.governors[position]
    return phrase.place is not None and governor in arguments.syntax.lexicon.pack.words["preposition"]


def _may_stand_between(word: Word, *, relative: bool) -> bool:
    """Whether a word may part a phrase from what is said of it; before "which" an apposition may."""
    if word.mark:
        return word.text == ","
    if word.is_a("epithet", "nisba", "one_of", "relative", "light", "being", "direction", "distinguishing"):
        return True
    return relative and (not word.classes or word.is_a("transparent_actor")) and not word.senses
