"""Objects that a pronoun on the verb takes up: of a relative clause with or without "which", or named before."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.agreement import agrees
from kg.extract.antecedents import is_whereabouts
from kg.extract.arguments import FAR, Arguments, Found
from kg.extract.nodes import SITE, Phrase, Word, is_comma
from kg.languages import Frame

_MOST_ADJECTIVES = 3
"""Adjectives between an indefinite group and the verb of a clause that describes it."""


def antecedent(arguments: Arguments, position: int, frame: Frame) -> int | None:
    """The object that a relative clause takes up by a pronoun: "X, whom Y backs", "the town that Y controls"."""
    nodes = arguments.syntax.nodes
    word = nodes[position]
    found = _of_relative(arguments, position, frame)
    found = found if found is not None else _indefinite_before(arguments, position, frame)
    if found is None or not isinstance(word, Word):
        return None
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    led = (
        isinstance(following, Word)
        and bool(following.suffix)
        and (following.core or following.preposition) in frame.object.preps
    )
    # "Rockets that X fired at P": the pronoun is what was fired.
    return found if led or (word.suffix and "bare" in frame.object.preps) else None


def subject_of_clause(arguments: Arguments, position: int, taken: int) -> list[Phrase]:
    """Who does what a relative clause names no subject of: "X advanced on the town that (it) besieges".

    It is the subject of the verb before, unless what the clause describes would agree with the verb's form as well.
    """
    nodes = arguments.syntax.nodes
    verb, described = nodes[position], nodes[taken]
    earlier = max((step for step in arguments.subjects if step < taken), default=None)
    if not isinstance(verb, Word) or not verb.suffix or not isinstance(described, Phrase):
        return []
    subjects = arguments.subjects[earlier] if earlier is not None else arguments.topics.main
    begun = (
        earlier if earlier is not None else next((at for at in range(taken) if nodes[at] in subjects), None)
    )
    if begun is None:
        return []
    parted = any(arguments.syntax.ends_clause(step) for step in range(begun, position - 1))
    told = bool(subjects) and not parted and described not in subjects and described.actor is None
    return subjects if told and agrees(replace(verb, suffix=""), subjects, arguments.syntax.lexicon) else []


def _of_relative(arguments: Arguments, position: int, frame: Frame) -> int | None:
    """Whom or what of the frame's kinds the relative clause of the verb at ``position`` is about."""
    kinds = (kind for kind in ("actor", "place") if kind in frame.object.kinds)
    antecedents = (arguments.syntax.antecedent(position, kind) for kind in kinds)
    return next((step for step in antecedents if step is not None), None)


def _indefinite_before(arguments: Arguments, position: int, frame: Frame) -> int | None:
    """The indefinite group that the verb describes, past its adjectives: "armed factions that Ankara backs"."""
    word = arguments.syntax.nodes[position]
    if not isinstance(word, Word) or word.conjunction:
        return None
    lexicon = arguments.syntax.lexicon
    for step in range(position - 1, max(-1, position - 2 - _MOST_ADJECTIVES), -1):
        node = arguments.syntax.nodes[step]
        if isinstance(node, Phrase):
            at = _site_in(arguments, step) if word.suffix else step
            noun = arguments.syntax.nodes[at]
            known = SITE if not word.suffix else "described"  # "Villages that X is in control of".
            if not isinstance(noun, Phrase):
                return None
            described = noun.how in (known, SITE) and not lexicon.is_definite(noun.words[0].core)
            return at if described and arguments.fits(at, frame.object) else None
        adjective = node.is_a("epithet", "nisba", "as_adjective") or not (node.classes or node.senses)
        if node.mark or node.preposition or node.conjunction or not adjective:
            return None
    return None


def _site_in(arguments: Arguments, position: int) -> int:
    """The position of the site in the place at ``position``, if it is told by that: "bases in P that X shells"."""
    nodes = arguments.syntax.nodes
    place, led = nodes[position], nodes[position - 1] if position else None
    site = nodes[position - 2] if position > 1 else None
    named = isinstance(place, Phrase) and place.place is not None and not place.conjunction
    within = isinstance(led, Word) and led.core in arguments.syntax.lexicon.pack.words["inside"]
    told = isinstance(site, Phrase) and site.how == SITE and site.actor is None
    return position - 2 if named and within and told else position


def pronoun_object(arguments: Arguments, subject: int | None, frame: Frame, position: int) -> Found | None:
    """What a pronoun on the verb means: whom the clause before is about, or the last phrase that agrees with it."""
    word = arguments.syntax.nodes[position]
    if subject is None or subject < position or not isinstance(word, Word) or not word.suffix:
        return None
    if "bare" not in frame.object.preps or describes(arguments, position):
        return None
    if arguments.syntax.follows(position, "sequel") or _describes_a_thing(arguments, position):
        return None
    members = arguments.members(subject, frame.subject)
    if arguments.discourse.is_ours(word.suffix):
        return Found(members, ours, "pronoun") if (ours := arguments.discourse.speakers()) else None
    meant = _joined_antecedent(arguments, position, frame)
    if meant is not None:
        return Found(members, [meant], "pronoun")
    parted = bool(word.conjunction) and (
        is_comma(arguments.syntax.nodes[position - 1]) or _goes_on_with_being(arguments, position)
    )
    joined = arguments.topics.at(position) if parted else []
    topic = [phrase for phrase in joined if phrase not in members]
    if topic:
        return Found(members, topic[:1], "pronoun")
    lexicon = arguments.syntax.lexicon
    main = _main_before(arguments, position, members)
    if main is not None and main.fits(frame.object) and agrees(word, [main], lexicon):
        return Found(members, [main], "pronoun")
    fitting = [step for step in range(position - 1, -1, -1) if arguments.fits(step, frame.object)]
    named = [phrase for step in fitting if isinstance(phrase := arguments.syntax.nodes[step], Phrase)]
    agreeing = [phrase for phrase in named if agrees(word, [phrase], lexicon)]
    nodes = arguments.syntax.nodes
    agreeing = [one for one in agreeing if not is_whereabouts(nodes, one)] or agreeing
    carried = arguments.topics.carried
    carried = carried if len(carried) == 1 and agrees(word, carried, lexicon) else []
    target = next(iter([*agreeing, *([] if named else carried)]), None)
    return Found(members, [target], "pronoun") if target is not None else None


def _goes_on_with_being(arguments: Arguments, position: int) -> bool:
    """Whether "and" goes on with a clause that says what somebody is: "X, and it is banned in P and Y calls it"."""
    syntax = arguments.syntax
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("being"):
            return step > 0 and is_comma(syntax.nodes[step - 1])
        if syntax.ends_clause(step) or syntax.is_verb(step):
            return False
    return False


def _main_before(arguments: Arguments, position: int, members: list[Phrase]) -> Phrase | None:
    """The one subject of the clause before "while": "X took part in the war on Y, while Z accuses it of crimes"."""
    verb = max((step for step in arguments.subjects if step < position), default=None)
    if verb is None or not arguments.syntax.follows(position, "clause"):
        return None
    subjects = [phrase for phrase in arguments.subjects[verb] if phrase not in members]
    return subjects[0] if len(subjects) == 1 and len(arguments.subjects[verb]) == 1 else None


def _describes_a_thing(arguments: Arguments, position: int) -> bool:
    """Whether the verb stands behind a name and describes an indefinite noun before it: "talks with X that Y backs"."""
    syntax = arguments.syntax
    word, before = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    if isinstance(word, Word) and isinstance(before, Word) and not word.conjunction:
        adjective = before.is_a("epithet", "nisba") and not syntax.lexicon.is_definite(before.core)
        return adjective and not before.conjunction  # "With an air force that Y leads".
    if not isinstance(word, Word) or word.conjunction or not isinstance(before, Phrase):
        return False
    if before.how == SITE:
        return True  # "Checkpoints that Y runs".
    for step in range(position - 2, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            continue
        if syntax.ends_clause(step) or is_comma(node) or syntax.is_verb(step):
            return False
        noun = node.has_voice("noun", "either") or node.is_a("goal")
        if noun and not node.suffix and not syntax.lexicon.is_definite(node.core):
            return True
    return False


def joined_object(arguments: Arguments, subjects: list[Phrase], frame: Frame, position: int) -> Found | None:
    """What a pronoun on a joined verb means that shares its subject: "X funded Y and armed them"."""
    word = arguments.syntax.nodes[position]
    if not subjects or not isinstance(word, Word) or not word.suffix or "bare" not in frame.object.preps:
        return None
    if not agrees(replace(word, suffix=""), subjects, arguments.syntax.lexicon):
        return None
    before = max((step for step in arguments.subjects if step < position), default=0)
    for step in range(position - 1, before, -1):
        node = arguments.syntax.nodes[step]
        if not isinstance(node, Phrase) or node in subjects or not arguments.fits(step, frame.object):
            continue
        if agrees(word, [node], arguments.syntax.lexicon):
            return Found(subjects, [node], "pronoun")
    return None


def _joined_antecedent(arguments: Arguments, position: int, frame: Frame) -> Phrase | None:
    """Whom a relative clause is about that "and" carries on: "the council, which X heads and Y backs"."""
    syntax = arguments.syntax
    word = syntax.nodes[position]
    if not isinstance(word, Word) or not word.conjunction:
        return None
    for step in range(position - 1, 0, -1):
        if syntax.ends_clause(step) or is_comma(syntax.nodes[step]):
            return None
        if syntax.follows(step, "relative"):
            found = _of_relative(arguments, step, frame)
            phrase = syntax.nodes[found] if found is not None else None
            return phrase if isinstance(phrase, Phrase) else None
    return None


def describes(arguments: Arguments, position: int) -> bool:
    """Whether the verb describes an indefinite noun before it, taken up by a pronoun: "reinforcements X sent"."""
    nodes = arguments.syntax.nodes
    word = nodes[position]
    step = position - 1
    while step > 0 and isinstance(adjective := nodes[step], Word) and adjective.is_a("epithet", "nisba"):
        step -= 1
    before = nodes[step] if step >= 0 else None
    if not isinstance(word, Word) or not word.suffix or not isinstance(before, Word) or before.mark:
        return False
    group = before.is_a(
        "military", "target", "transparent_actor", "head", "bomb", "movable", "site", "weapon"
    )
    noun = not before.classes or before.has_voice("noun", "either") or group
    return noun and not arguments.syntax.lexicon.is_definite(before.core)


def has_subject_behind(arguments: Arguments, position: int) -> bool:
    """Whether a pronoun on the verb is its object, and the phrase right behind it its subject: "Y backs it"."""
    nodes = arguments.syntax.nodes
    word, subject = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(word, Word) or not word.suffix or not isinstance(subject, Phrase):
        return False
    named = subject.actor is not None and not subject.conjunction and not subject.preposition
    return named and agrees(replace(word, suffix=""), [subject], arguments.syntax.lexicon)


def is_a_thing(arguments: Arguments, position: int) -> bool:
    """Whether a relative clause takes up what is no actor: "the truce that X backs" says nothing of X and Y."""
    word = arguments.syntax.nodes[position]
    return isinstance(word, Word) and bool(word.suffix) and arguments.syntax.follows(position, "relative")
