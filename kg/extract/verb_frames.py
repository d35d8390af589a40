"""Finite verbs and participles: subject before or behind, object bare or behind a preposition, passives, lists."""

from __future__ import annotations

from kg.extract.arguments import ACTOR, FAR, Arguments, Found
from kg.extract.nodes import Phrase, Word
from kg.folding import fold_text
from kg.languages import Frame

_LONGEST_DEED = 4
"""Nodes before a verb among which a noun of action with its adjectives stands as its subject."""
_OPENING = 2
"""The last position at which the subject of a sentence that opens with a verb stands."""


def read(arguments: Arguments, position: int, frame: Frame, voice: str) -> Found | None:
    """The arguments of the verb at ``position``, or None where the sentence names no subject or no object."""
    syntax = arguments.syntax
    behind = syntax.following(position)
    fresh = (
        _opens(arguments, position) or _describes(arguments, position) or _is_of_owner(arguments, position)
    )
    left = None if fresh else arguments.left(position, frame.subject)
    bare = arguments.bare(behind, frame.subject)
    objects = arguments.bare(behind, frame.object)
    deed = _deed_subject(arguments, position, frame, voice)
    if deed is not None:
        return deed
    about = _taken_up(arguments, position, frame)
    if about is not None:
        return _pair(arguments, bare[0], about, frame, position) if bare else None
    agent = arguments.agent(behind) if frame.passive else None
    if agent is not None and (voice == "passive" or not [p for p in bare if p < agent][1:]):
        target = left if left is not None else arguments.left(position, frame.object)
        target = target if target is not None else next(iter(objects), None)
        return _pair(arguments, agent, target, frame, position) if target is not None else None
    if voice == "passive":
        return None
    subject, target = left, arguments.led(behind, frame.object)
    if "bare" in frame.object.preps:
        direct = _direct(arguments, left, bare, objects, position, frame)
        if target is None or (direct[1] is not None and direct[1] < target):
            subject, target = direct
        elif subject is None and bare:
            subject = bare[0]
    elif subject is None and bare:
        subject = bare[0]
    if frame.of_deed and subject is not None and target is not None:
        named = arguments.doer(position) or arguments.owner(position)
        owners = [phrase for phrase in named if phrase.end <= syntax.nodes[target].start]
        if owners and syntax.governors[target] != "bare":
            return Found(arguments.members(subject, frame.subject), owners, "deed")
    if frame.adjacent and subject is not None and target is not None:
        target = target if target == arguments.beyond(subject, frame.subject) or subject > target else None
    if target is None:
        return _pronoun_object(arguments, subject, frame, position) or _without_object(
            arguments, subject, frame, position
        )
    if subject is None:
        if frame.adjacent:
            return None
        shared = (
            _shared(arguments, position)
            or _speaker(arguments, position, frame)
            or _dropped(arguments, position, frame, voice)
        )
        arguments.subjects[position] = shared
        return Found(shared, arguments.members(target, frame.object), "shared-subject") if shared else None
    return _pair(arguments, subject, target, frame, position)


def _deed_subject(arguments: Arguments, position: int, frame: Frame, voice: str) -> Found | None:
    """What a deed does its doer does: "the raids of X helped Y", "the American strikes hit Y"."""
    nodes = arguments.syntax.nodes
    noun = nodes[position + 1] if position + 1 < len(nodes) else None
    if voice not in ("active", "either"):
        return None
    before = _deed_before(arguments, position)
    if before and "actor" in frame.object.kinds:
        return _done_by(arguments, before, arguments.syntax.following(position), frame)
    if not isinstance(noun, Word) or noun.preposition or noun.suffix:
        return None
    if not noun.has_voice("noun") or noun.mark or "actor" not in frame.object.kinds:
        return None
    behind, origin = arguments.behind_adjectives(position + 1)
    doers = [origin] if origin is not None else []
    if (
        not doers
        and arguments.syntax.governors[behind : behind + 1] == ["of"]
        and arguments.fits(behind, ACTOR)
    ):
        doers = arguments.members(behind, ACTOR)
        behind = arguments.beyond(behind, ACTOR)
    if not doers:
        return None
    rest = [step for step in arguments.syntax.following(position) if step >= behind]
    return _done_by(arguments, doers, rest, frame)


def _deed_before(arguments: Arguments, position: int) -> list[Phrase]:
    """Whose deed stands as subject right before the verb, by its adjective: "an American strike hits Y"."""
    for step in range(position - 1, max(-1, position - _LONGEST_DEED), -1):
        noun = arguments.syntax.nodes[step]
        if not isinstance(noun, Word) or noun.mark:
            return []
        if noun.has_voice("noun") and not noun.preposition and not arguments.syntax.is_verb(step):
            behind, origin = arguments.behind_adjectives(step)
            led = arguments.syntax.follows(step, "preposition")
            return [origin] if origin is not None and behind == position and not led else []
    return []


def _done_by(arguments: Arguments, doers: list[Phrase], rest: list[int], frame: Frame) -> Found | None:
    targets = arguments.bare(rest, frame.object) if "bare" in frame.object.preps else []
    target = targets[0] if targets else arguments.led(rest, frame.object)
    return (
        Found(doers, arguments.members(target, frame.object), "deed-subject") if target is not None else None
    )


def _opens(arguments: Arguments, position: int) -> bool:
    """Whether a conjunction on the verb opens a new clause, so that what stands before is not its subject."""
    word = arguments.syntax.nodes[position]
    before = arguments.syntax.nodes[position - 1] if position else None
    relative = isinstance(before, Word) and before.is_a("relative")
    return isinstance(word, Word) and bool(word.conjunction or word.preposition) and not relative


def _describes(arguments: Arguments, position: int) -> bool:
    """Whether the verb describes an indefinite noun before it, taken up by a pronoun: "reinforcements X sent"."""
    word = arguments.syntax.nodes[position]
    before = arguments.syntax.nodes[position - 1] if position else None
    if not isinstance(word, Word) or not word.suffix or not isinstance(before, Word) or before.mark:
        return False
    noun = not before.classes or before.is_a("military", "target", "transparent_actor")
    return noun and not arguments.syntax.lexicon.is_definite(before.core)


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
    if left is not None:
        return left, next((p for p in objects if p != left), None) if not _has_object(
            arguments, position
        ) else None
    if bare:
        rest = [p for p in objects if p > bare[0]]
        if rest:
            return bare[0], rest[0]
    if objects and (_shared(arguments, position) or _speaker(arguments, position, frame)):
        return None, objects[0]
    return (bare[0] if bare else None), None


def _has_object(arguments: Arguments, position: int) -> bool:
    """Whether a noun nobody knows, with a pronoun on it, stands right behind the verb as its object."""
    nodes = arguments.syntax.nodes
    words = (
        node for node in nodes[position + 1 :] if not (isinstance(node, Word) and node.is_a("quantifier"))
    )
    word = next(words, None)
    if not isinstance(word, Word) or word.mark or word.classes or word.senses or word.preposition:
        return False
    return word.text.endswith(tuple(map(fold_text, arguments.syntax.lexicon.pack.clitics["object_pronouns"])))


def _taken_up(arguments: Arguments, position: int, frame: Frame) -> int | None:
    """The object that a relative clause takes up by a pronoun: "X, whom Y backs", "the town that Y controls"."""
    nodes = arguments.syntax.nodes
    word = nodes[position]
    kinds = (kind for kind in ("actor", "place") if kind in frame.object.kinds)
    antecedents = (arguments.syntax.antecedent(position, kind) for kind in kinds)
    antecedent = next((found for found in antecedents if found is not None), None)
    if antecedent is None and _follows_indefinite(arguments, position, frame):
        antecedent = position - 1
    if antecedent is None or not isinstance(word, Word):
        return None
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    led = (
        isinstance(following, Word)
        and bool(following.suffix)
        and (following.core or following.preposition) in frame.object.preps
    )
    return antecedent if word.suffix or led else None


def _pronoun_object(arguments: Arguments, subject: int | None, frame: Frame, position: int) -> Found | None:
    """What a pronoun on the verb means: the last phrase that fits before it, other than the subject."""
    word = arguments.syntax.nodes[position]
    if subject is None or subject < position or not isinstance(word, Word) or not word.suffix:
        return None
    if "bare" not in frame.object.preps or _describes(arguments, position):
        return None
    for step in range(position - 1, -1, -1):
        if arguments.fits(step, frame.object):
            members = arguments.members(subject, frame.subject)
            return Found(members, arguments.members(step, frame.object)[:1], "pronoun")
    return None


def _follows_indefinite(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether the verb describes an indefinite group right before it: "factions that Ankara backs"."""
    word = arguments.syntax.nodes[position]
    before = arguments.syntax.nodes[position - 1] if position else None
    if not isinstance(before, Phrase) or not isinstance(word, Word) or not word.suffix or word.conjunction:
        return False
    described = before.how == "described" and not arguments.syntax.lexicon.is_definite(before.words[0].core)
    return described and arguments.fits(position - 1, frame.object)


def _without_object(arguments: Arguments, subject: int | None, frame: Frame, position: int) -> Found | None:
    """What a verb says that has no object: of a deed ("condemned the raid by X"), or of each other ("A and B met")."""
    if subject is None:
        return None
    members = arguments.members(subject, frame.subject)
    doers = (arguments.doer(position) or arguments.owner(position)) if frame.of_deed else []
    if doers:
        return Found(members, doers, "deed")
    return Found(members[:1], members[1:], "reciprocal") if frame.reciprocal and len(members) > 1 else None


def _pair(arguments: Arguments, subject: int, target: int, frame: Frame, position: int) -> Found:
    subjects = arguments.members(subject, frame.subject)
    arguments.subjects[position] = subjects
    return Found(subjects, arguments.members(target, frame.object), "verb")


def _speaker(arguments: Arguments, position: int, frame: Frame) -> list[Phrase]:
    """Who speaks of himself: "X said that he …" leaves the verb behind "that" without a subject of its own."""
    syntax = arguments.syntax
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            return []
        if node.is_a("complementizer") and not node.preposition:
            left = next((p for p in range(step - 1, -1, -1) if _speaks(arguments, p, frame)), None)
            return arguments.members(left, frame.subject) if left is not None else []
        if not node.is_a("light", "adverb", "negation", "future", "modal"):
            return []
    return []


def _dropped(arguments: Arguments, position: int, frame: Frame, voice: str) -> list[Phrase]:
    """The subject of the clause before, where nothing right behind the verb can be its own."""
    relative = arguments.syntax.follows(position, "relative")
    if voice == "participle" or relative or "actor" not in frame.subject.kinds:
        return []
    following = arguments.syntax.nodes[position + 1] if position + 1 < len(arguments.syntax.nodes) else None
    if not isinstance(following, Word) or following.mark:
        return []
    led = bool(following.preposition) or following.is_a("preposition", "adverb")
    return arguments.topics.at(position) if led else []


def _speaks(arguments: Arguments, position: int, frame: Frame) -> bool:
    governor = arguments.syntax.governors[position]
    said = any(
        isinstance(node, Word) and node.is_a("reporting", "announcing", "denial")
        for node in arguments.syntax.nodes[max(0, position - 3) : position]
    )
    return said and governor in ("bare", "speaker") and arguments.fits(position, frame.subject)


def _shared(arguments: Arguments, position: int) -> list[Phrase]:
    """The subject of the verb before, where a conjunction joins this one to it."""
    word = arguments.syntax.nodes[position]
    if not isinstance(word, Word) or not word.conjunction:
        return []
    earlier = [p for p in arguments.subjects if p < position]
    if earlier and not any(arguments.syntax.ends_clause(p) for p in range(max(earlier), position)):
        return arguments.subjects[max(earlier)]
    left = arguments.left(position, ACTOR) if not earlier else None
    return arguments.members(left, ACTOR) if left is not None and left <= _OPENING else []
