"""What a deed does its doer does: "the raids of X helped Y", "an American strike on P hit Y"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import accusations, noun_subjects
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.nodes import Phrase, Word, is_comma
from kg.languages import Frame

CHARGED = "deed-charged"
"""How arguments were found where the doer is only accused of the deed."""
_LONGEST = 10
"""Nodes before a verb among which the noun of the deed stands that is its subject, with all that belongs to it."""

_NEAR_VERB = 6
"""Nodes before a weapon among which the verb stands by which it was used."""

_MUNITIONS = ("bomb", "hurled")
"""What verbs need that say how such a weapon was used."""

_LEADING = ("preposition", "locative", "agent", "amid", "factive")
"""Classes of words that lead a noun of action."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A noun of action as the subject of a verb."""

    noun: int
    doers: list[Phrase]
    """Empty where the sentence does not say who did it."""
    behind: int
    """Where the objects of the verb are looked for."""


def of_verb(arguments: Arguments, position: int) -> Deed | None:
    """The deed that is the subject of the verb at ``position``, before or behind it."""
    noun = noun_before(arguments, position)
    if noun is not None:
        return Deed(noun, doers(arguments, noun), position + 1)
    own = _own_before(arguments, position)
    if own is not None:
        return own
    noun = _noun_behind(arguments, position)
    if noun is None:
        return None
    did = doers(arguments, noun)
    last = max(
        (step for step in arguments.syntax.following(noun) if arguments.syntax.nodes[step] in did),
        default=None,
    )
    behind = arguments.beyond(last, ACTOR) if last is not None else arguments.behind_adjectives(noun)[0]
    return Deed(noun, did, behind)


def states(arguments: Arguments, deed: Deed, position: int, frame: Frame) -> Found | None:
    """What the verb at ``position`` says of who did the deed."""
    syntax = arguments.syntax
    rest = [step for step in syntax.following(position) if step >= deed.behind]
    targets = arguments.bare(rest, frame.object) if "bare" in frame.object.preps else []
    target = targets[0] if targets else arguments.led(rest, frame.object)
    did = deed.doers
    if not did:
        did = again(arguments, deed.noun, frame.relation) if frame.violent else []
        if did and target is None and deed.behind < len(syntax.nodes):
            target = (
                deed.behind if arguments.fits(deed.behind, frame.object) else None
            )  # A definite noun owns none.
    struck = target if not did else None
    if (
        target is None
        and deed.noun > position
        and arguments.fits(min(deed.noun + 1, len(syntax.nodes) - 1), frame.object)
    ):
        struck = deed.noun + 1  # "A bomb hit X" has X behind the bomb, as whose it is would stand there.
    if struck is not None:
        arguments.discourse.struck[frame.relation] = arguments.members(struck, frame.object)
    if not did or target is None:
        return None
    charged = bool(_charged(arguments, deed.noun))
    return Found(did, arguments.members(target, frame.object), CHARGED if charged else "deed-subject")


def again(arguments: Arguments, noun: int, relation: str) -> list[Phrase]:
    """Who did the last such blow, where the noun takes it up: "X shelled P, and the shelling hit Q"."""
    word = arguments.syntax.nodes[noun]
    if not isinstance(word, Word) or word.suffix or word.preposition:
        return []
    if not arguments.syntax.lexicon.is_definite(word.core):
        return []
    if not any(sense.relation == relation and voice == "noun" for sense, voice in word.senses):
        return []
    plain = arguments.behind_adjectives(noun)[0] == noun + 1
    return arguments.discourse.last_doers(relation) if plain else []


def launched(arguments: Arguments, position: int) -> list[Phrase]:
    """Who launched the indefinite blow at ``position``, whomever it hit, so that what came of it may be told later."""
    word, nodes = arguments.syntax.nodes[position], arguments.syntax.nodes
    if not isinstance(word, Word) or word.preposition or arguments.syntax.lexicon.is_definite(word.core):
        return []
    before = nodes[max(0, position - _LONGEST) : position]
    carried = any(isinstance(node, Word) and node.is_a("launching") for node in before)
    return doers(arguments, position) if carried and is_deed(arguments, position) else []


def another(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """What another deed of the same doer struck: "a raid of X hit P, and another hit Q"."""
    syntax = arguments.syntax
    word = syntax.nodes[position - 1] if position else None
    before = isinstance(word, Word) and bool(word.conjunction) and word.is_a("another")
    behind = _has_another_behind(arguments, position)
    if not (before or behind) or not frame.violent:
        return None
    start, did = arguments.discourse.doers.get(frame.relation, (-1, []))
    if start < syntax.nodes[0].start or "bare" not in frame.object.preps:
        return None
    targets = arguments.bare(syntax.following(position + behind), frame.object)
    return Found(did, arguments.members(targets[0], frame.object), "deed-subject") if targets else None


def _has_another_behind(arguments: Arguments, position: int) -> bool:
    """Whether "another" is the subject right behind a verb with "and": "and there hit another Q"."""
    nodes = arguments.syntax.nodes
    word = nodes[position + 1] if position + 1 < len(nodes) else None
    alone = isinstance(word, Word) and word.is_a("another") and not (word.conjunction or word.preposition)
    return alone and isinstance(nodes[position], Word) and bool(nodes[position].conjunction)


def is_alike(arguments: Arguments, deed: Deed, frame: Frame) -> bool:
    """Whether the noun says what the verb says: a strike that hits, and not sanctions that do."""
    noun = arguments.syntax.nodes[deed.noun]
    if not isinstance(noun, Word):
        return False
    alike = any(sense.relation == frame.relation for sense, _ in noun.senses)
    return alike or (bool(frame.doer_of) and noun.is_a("striker"))


def is_of_words(arguments: Arguments, deed: Deed) -> bool:
    """Whether the noun names a measure and no blow: sanctions, as the pack's class of them says."""
    noun = arguments.syntax.nodes[deed.noun]
    return isinstance(noun, Word) and noun.is_a("measure")


def doers(arguments: Arguments, noun: int) -> list[Phrase]:
    """Who did what the noun says: by what stands with it, or because he carried it out ("X launched a raid that …")."""
    named = arguments.doer_of(noun)
    if named or _is_led(arguments, noun):
        return named
    accused = _charged(arguments, noun)
    if accused:
        return accused
    hurled = _hurled(arguments, noun)
    if hurled:
        return hurled
    left = arguments.left(noun, ACTOR)
    if left is None or _is_met(arguments, noun) or not noun_subjects.is_carried(arguments, noun, left):
        return []
    return arguments.members(left, ACTOR)


def _is_met(arguments: Arguments, noun: int) -> bool:
    """Whether somebody thwarts or repels the deed, and does not do it: "foiled an attempt that was aimed at X"."""
    for node in reversed(arguments.syntax.nodes[max(0, noun - _NEAR_VERB) : noun]):
        if isinstance(node, Phrase):
            continue
        if any(frame.of_deed for frame, _ in node.senses):
            return True
        if node.mark:
            return False
    return False


def _hurled(arguments: Arguments, noun: int) -> list[Phrase]:
    """Who set off the bomb or fired the rockets at ``noun`` by the verb before: "X blew up a bomb that hit Y"."""
    syntax, weapon = arguments.syntax, arguments.syntax.nodes[noun]
    if not isinstance(weapon, Word) or not weapon.is_a("bomb", "hurled", "ammunition", "striker"):
        return []
    behind: int | None = None
    for step in range(noun - 1, max(-1, noun - _NEAR_VERB), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            behind = step if syntax.governors[step] == "bare" and arguments.fits(step, ACTOR) else behind
            continue
        if syntax.is_verb(step):
            if not any(frame.needs in _MUNITIONS for frame, _ in node.senses):
                return []
            left = behind if behind is not None else arguments.left(step, ACTOR)
            return arguments.members(left, ACTOR) if left is not None else []
        if node.mark or not (node.is_a("quantifier", "adverb") or node.is_plain):
            return []
    return []


def _charged(arguments: Arguments, noun: int) -> list[Phrase]:
    """Who is accused of standing behind the deed."""
    charged = arguments.syntax.follows(noun, "claimed") or accusations.is_ascribed(arguments, noun)
    return (accusations.accused(arguments, noun) or []) if charged else []


def noun_before(arguments: Arguments, position: int) -> int | None:
    """The noun of action whose verb stands at ``position``, at once behind it or behind "which"."""
    syntax = arguments.syntax
    verb = syntax.nodes[position]
    if not isinstance(verb, Word) or verb.preposition or verb.suffix:
        return None
    if verb.conjunction:
        return _joined_noun(arguments, position, verb)
    relative = syntax.follows(position, "relative")
    last = _before_date(arguments, position - 1 - relative)
    if relative and last >= 0 and isinstance(syntax.nodes[last], Phrase):
        return None  # "The raid on X, which hit": who is named last is meant as often.
    several = verb.core.endswith(syntax.lexicon.verb_plurals)
    if several and last == position - 1 and last >= 0 and isinstance(syntax.nodes[last], Phrase):
        return None  # "A raid on gunmen who had hit P": deeds take no verb of several people.
    for step in range(last, max(-1, last - _LONGEST), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            did = _did_it(arguments, step) or syntax.follows(step, "agent")
            if syntax.governors[step] == "bare" and node.how != "origin" and not did:
                return None
        elif is_deed(arguments, step):
            plain = not _is_led(arguments, step) or _only_adjectives(arguments, step + 1, last)
            plain = plain or _only_means(arguments, step + 1, last)
            plain = plain or arguments.comes_from(step, arguments.behind_adjectives(step)[0]) == last
            return step if plain and _agrees(arguments, node, verb) else None
        elif not _parts_clause(arguments, step, last) and (node.mark or not _belongs(node)):
            return None
    return None


def _before_date(arguments: Arguments, step: int) -> int:
    """The position before a date between commas that ends at ``step``: "a raid, on Friday, hit"; else ``step``."""
    nodes = arguments.syntax.nodes
    if step < 3 or not all(map(is_comma, (nodes[step], nodes[step - 2]))):
        return step
    return step - 3 if nodes[step - 1].classes & {"date", "adverb"} else step


def _parts_clause(arguments: Arguments, step: int, last: int) -> bool:
    """Whether a comma or "which" only sets off the clause that tells who did it: "the raid, which X flew, hit Y"."""
    nodes = arguments.syntax.nodes
    if is_comma(nodes[step]):
        closing = range(max(0, step - _LONGEST), step - 1) if step == last else (step,)
        return any(is_comma(nodes[at]) and nodes[at + 1].classes & {"relative"} for at in closing)
    verb = nodes[step + 1] if step + 1 < len(nodes) else None
    relative = isinstance(word := nodes[step], Word) and word.is_a("relative") and not word.conjunction
    return relative and isinstance(verb, Word) and verb.is_a("light", "claiming") and bool(verb.suffix)


def _only_means(arguments: Arguments, first: int, last: int) -> bool:
    """Whether only that stands there with which the deed was done: "killed in a raid with a drone (that) hit P"."""
    node = arguments.syntax.nodes[last] if first == last else None
    means = arguments.syntax.lexicon.pack.words["means"]
    return isinstance(node, Phrase) and node.generic and node.preposition in means


def _own_before(arguments: Arguments, position: int) -> Deed | None:
    """The blow or the weapon right before its verb with a pronoun that says whose it is: "their rocket hit P"."""
    syntax = arguments.syntax
    verb = syntax.nodes[position]
    if not isinstance(verb, Word) or verb.conjunction or verb.preposition or verb.suffix:
        return None
    step = position - 1
    while step >= 0 and isinstance(word := syntax.nodes[step], Word) and _is_passed(arguments, word):
        step -= 1
    noun = syntax.nodes[step] if step >= 0 else None
    if not isinstance(noun, Word) or not noun.suffix or noun.preposition or syntax.is_verb(step):
        return None
    blow = noun.is_a("own_blow", "hurled", "striker") and not _is_led(arguments, step)
    if not blow or not _agrees(arguments, noun, verb):
        return None
    meant = arguments.discourse.pronoun(noun.suffix, syntax.nodes, step) or arguments.topics.at(step)
    return Deed(step, meant, position + 1) if meant else None


def _is_passed(arguments: Arguments, word: Word) -> bool:
    """Whether a word may stand between such a noun and its verb: an adjective, "was"."""
    if not word.stands_alone:
        return False
    definite = word.is_plain and arguments.syntax.lexicon.is_definite(word.core)
    return definite or word.is_a("epithet", "nisba", "was", "auxiliary")


def _joined_noun(arguments: Arguments, position: int, verb: Word) -> int | None:
    """The deed that a joined verb tells more of: "killed in a raid that X carried out and that hit P"."""
    syntax = arguments.syntax
    if verb.core.endswith(syntax.lexicon.verb_plurals):
        return None
    for step in range(position - 1, max(-1, position - _LONGEST), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            continue
        if node.is_a("launching") and node.suffix and not node.conjunction:
            noun = step - 1
            while (
                noun > 0
                and isinstance(word := syntax.nodes[noun], Word)
                and word.is_a("epithet", "as_adjective")
            ):
                noun -= 1
            deed = syntax.nodes[noun] if noun >= 0 and is_deed(arguments, noun) else None
            return noun if isinstance(deed, Word) and _agrees(arguments, deed, verb) else None
        if (
            node.mark
            or syntax.is_verb(step)
            or not node.is_a("preposition", "locative", "adverb", "direction", "head")
        ):
            return None
    return None


def _noun_behind(arguments: Arguments, position: int) -> int | None:
    """The noun of action right behind its verb."""
    step = position + 1
    nodes = arguments.syntax.nodes
    while step < len(nodes) and _is_adverb(arguments, step):
        step += 1
    node = nodes[step] if step < len(nodes) else None
    if not isinstance(node, Word) or node.preposition or node.suffix or node.conjunction:
        return None
    return step if is_deed(arguments, step) else None


def is_deed(arguments: Arguments, position: int) -> bool:
    """Whether a word is a noun of action here; foiling and repelling are not what then hits somebody."""
    node = arguments.syntax.nodes[position]
    if not isinstance(node, Word) or node.mark or node.suffix or arguments.syntax.is_verb(position):
        return False
    plain = any(
        voice in ("noun", "either") and not (frame.predicate or frame.of_deed) for frame, voice in node.senses
    )
    return plain or (node.is_a("striker") and not _describes_aircraft(arguments, position))


def _describes_aircraft(arguments: Arguments, position: int) -> bool:
    """Whether the word for a drone says of the aircraft before it that nobody flies them."""
    before = arguments.syntax.nodes[position - 1] if position else None
    noun = before.words[0] if isinstance(before, Phrase) and before.words else None
    return noun is not None and bool(arguments.syntax.lexicon.pack.heads.get(noun.core, {}).get("flies"))


def _is_adverb(arguments: Arguments, position: int) -> bool:
    node = arguments.syntax.nodes[position]
    return isinstance(node, Word) and not node.mark and node.is_a("adverb") and not node.senses


def _is_led(arguments: Arguments, position: int) -> bool:
    """Whether a preposition leads the noun."""
    word = arguments.syntax.nodes[position]
    if arguments.syntax.follows(position, "claimed"):
        return False
    led = arguments.syntax.follows(position, *_LEADING)
    return isinstance(word, Word) and (bool(word.preposition) or led)


def _did_it(arguments: Arguments, position: int) -> bool:
    """Whether a phrase is who did the deed: in "a raid that X carried out", in "a killing at the hands of X"."""
    led = arguments.syntax.nodes[position - 1] if position else None
    return isinstance(led, Word) and ((led.is_a("light") and bool(led.suffix)) or led.is_a("agent"))


def _only_adjectives(arguments: Arguments, low: int, high: int) -> bool:
    """Whether nothing but adjectives stands between the noun and its verb."""
    return arguments.behind_adjectives(low - 1)[0] > high


def _belongs(word: Word) -> bool:
    """Whether a word may stand between the noun and its verb: an adjective, a time, what leads to a place."""
    if word.is_a("complementizer", "clause", "relative", "sequel"):
        return False
    verbal = word.has_voice("active", "passive", "either", "future")
    return not verbal or (word.is_a("light") and bool(word.suffix))


def _agrees(arguments: Arguments, noun: Word, verb: Word) -> bool:
    """Whether the verb is not of the masculine behind a noun of the feminine; broken plurals take either."""
    masculine = arguments.syntax.lexicon.agreement.get("masculine", ((), ()))[0]
    feminine = noun.core.split()[0].endswith(arguments.syntax.lexicon.feminine_endings)
    return not (feminine and masculine and verb.core.startswith(masculine))


def may_be(frame: Frame, voice: str) -> bool:
    """Whether a deed may be the subject of a verb in this voice."""
    # What has parts is no deed: "a raid on the base that houses X and Y".
    return voice in ("active", "either") and "actor" in frame.object.kinds and frame.relation != "partOf"
