"""Subjects that a verb does not name: of the verb before it, of who speaks, of whom the text goes on about."""

from __future__ import annotations

from kg.extract.agreement import agrees, disagrees, is_of_several, resumes
from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.obliged import obliged
from kg.extract.told_of import told_of
from kg.languages import Frame

_OPENING = 2
"""The last position at which the subject of a sentence that opens with a verb stands."""


def opens_with_need(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether what the verb takes opens the phrase, so that it is its object: "took over the command of X"."""
    node = arguments.syntax.nodes[position]
    if not frame.needs or not frame.of_deed or not isinstance(node, Phrase):
        return False
    return arguments.syntax.follows(position, frame.needs) or any(w.is_a(frame.needs) for w in node.words[:1])


def speaker(arguments: Arguments, position: int, frame: Frame) -> list[Phrase]:
    """Who speaks of himself: "X said that he …" leaves the verb behind "that" without a subject of its own."""
    syntax = arguments.syntax
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            return []
        if node.is_a("complementizer") and not node.preposition:
            if syntax.follows(step, "preposition"):
                return []  # "Before he fled" says nothing of who speaks.
            named = obliged(syntax, step)
            if named is not None:
                return arguments.members(named, frame.subject)
            accuses = syntax.nodes[step - 1] if step else None
            if isinstance(accuses, Word) and accuses.suffix and accuses.is_a("accusing"):
                return arguments.topics.at(position)  # "And accused it, saying that it backs Y."
            left = _announcer(arguments, step, frame)
            left = left if left is not None else believed(arguments, step, frame)
            left = left if left is not None else _controlling(arguments, step, frame)
            if left is None:
                left = next((p for p in range(step - 1, -1, -1) if _speaks(arguments, p, frame)), None)
            if left is None and node.core.endswith(syntax.lexicon.pronouns):
                return arguments.topics.at(position)
            speakers = arguments.members(left, frame.subject) if left is not None else []
            another = told_of(syntax.nodes, step, speakers, syntax.lexicon, arguments.topics.carried)
            return speakers if another is None else another
        if not node.is_a("light", "adverb", "negation", "future", "modal"):
            return []
    return []


def _announcer(arguments: Arguments, that: int, frame: Frame) -> int | None:
    """Whose announcement "that he" follows: "X left after the announcement of Y that it …"."""
    syntax = arguments.syntax
    if that < 2 or not arguments.fits(that - 1, frame.subject):
        return None
    noun, that_word = syntax.nodes[that - 2], syntax.nodes[that]
    if not isinstance(noun, Word) or noun.suffix or not isinstance(that_word, Word):
        return None
    said = not syntax.lexicon.nouns(noun.text).isdisjoint(("saying_noun",))
    return that - 1 if said and that_word.core.endswith(syntax.lexicon.pronouns) else None


def _controlling(arguments: Arguments, that: int, frame: Frame) -> int | None:
    """Who wants, is able, refuses or is allowed "that he": who stands right before "that", behind the verb."""
    syntax = arguments.syntax
    step = that - 1
    while step > 0 and syntax.follows(step + 1, "adverb"):
        step -= 1
    if step < 1 or syntax.nodes[that].preposition or not arguments.fits(step, frame.subject):
        return None
    words = syntax.lexicon.pack.words
    if syntax.governors[step] in words["partitive"]:
        asks = range(max(0, step - FAR), step)
        asked = any(isinstance(node := syntax.nodes[each], Word) and node.is_a("asking") for each in asks)
        return step if asked else None
    head = syntax.list_head(step)
    before = syntax.nodes[head - 1] if head else None
    if not isinstance(before, Word) or syntax.governors[head] not in {"bare", *words["belonging"]}:
        return None
    return head if before.is_a("modal", "refusal", "failure", "negated_carrier", "auxiliary") else None


def believed(arguments: Arguments, that: int, frame: Frame) -> int | None:
    """Of whom something is believed, right before the belief: "gunmen who it is thought that they …"."""
    syntax = arguments.syntax
    believed = that > 1 and syntax.follows(that, "hedge") and arguments.fits(that - 2, frame.subject)
    return that - 2 if believed else None


def dropped(arguments: Arguments, position: int, frame: Frame, voice: str) -> list[Phrase]:
    """The subject of the clause before, where nothing right behind the verb can be its own."""
    relative = arguments.syntax.follows(position, "relative")
    if voice == "participle" or relative or "actor" not in frame.subject.kinds:
        return []
    following = arguments.syntax.nodes[position + 1] if position + 1 < len(arguments.syntax.nodes) else None
    if isinstance(following, Phrase) and opens_with_need(arguments, position + 1, frame):
        return arguments.topics.at(position)
    word = arguments.syntax.nodes[position]
    if isinstance(following, Phrase) and isinstance(word, Word):
        topic = arguments.topics.at(position)
        lexicon = arguments.syntax.lexicon
        another = following.preposition or disagrees(word, following, lexicon) or is_of_several(word, lexicon)
        return topic if another and resumes(word, topic, lexicon) else []
    if not isinstance(following, Word) or following.mark:
        return []
    if frame.needs and frame.of_deed and following.is_a(frame.needs):
        return arguments.topics.at(position)
    led = bool(following.preposition) or following.is_a("preposition", "adverb")
    topic = arguments.topics.at(position) if led else []
    return topic if isinstance(word, Word) and resumes(word, topic, arguments.syntax.lexicon) else []


def _speaks(arguments: Arguments, position: int, frame: Frame) -> bool:
    governor = arguments.syntax.governors[position]
    said = any(
        isinstance(node, Word) and node.is_a("reporting", "announcing", "denial")
        for node in arguments.syntax.nodes[max(0, position - 3) : position]
    )
    return said and governor in ("bare", "speaker") and arguments.fits(position, frame.subject)


def resumed(arguments: Arguments, position: int) -> list[Phrase]:
    """The person whom the text is about, behind "and he was": "and he led the brigade"."""
    was = arguments.syntax.nodes[position - 1] if position else None
    verb = arguments.syntax.nodes[position]
    joined = isinstance(was, Word) and bool(was.conjunction) and was.is_a("auxiliary")
    if not joined or not isinstance(verb, Word) or verb.suffix:
        return []
    topic = arguments.topics.at(position)
    person = len(topic) == 1 and topic[0].actor is not None and topic[0].actor.type == "Person"
    return topic if person and agrees(verb, topic, arguments.syntax.lexicon) else []


def shared(arguments: Arguments, position: int) -> list[Phrase]:
    """The subject of the verb before, where a conjunction joins this one to it."""
    word = arguments.syntax.nodes[position]
    if not isinstance(word, Word) or not word.conjunction:
        return []
    if word.is_a("accusing") and arguments.topics.within(position):
        speaker = arguments.topics.outer(position)
        return speaker if speaker and agrees(word, speaker, arguments.syntax.lexicon) else []
    earlier = [p for p in arguments.subjects if p < position]
    if earlier and not any(arguments.syntax.ends_clause(p) for p in range(max(earlier), position)):
        before = arguments.helped.get(max(earlier), arguments.subjects[max(earlier)])
        return before if resumes(word, before, arguments.syntax.lexicon) else []
    left = arguments.left(position, ACTOR) if not earlier else None
    if left is not None and (left <= _OPENING or _goes_on_behind_relative(arguments, left, position)):
        going_on = arguments.members(left, ACTOR)
        return going_on if resumes(word, going_on, arguments.syntax.lexicon) else []
    topic = arguments.topics.subject(position) if not earlier and not word.suffix else []
    told = topic and _is_told_of(arguments, position, topic[0])
    return topic if told and resumes(word, topic, arguments.syntax.lexicon) else []


def _goes_on_behind_relative(arguments: Arguments, left: int, position: int) -> bool:
    """Whether "and" goes on with a relative clause of the phrase at ``left``: "X, who came and blew himself up"."""
    syntax, word = arguments.syntax, arguments.syntax.nodes[position]
    last = left
    while last + 1 < position and isinstance(node := syntax.nodes[last + 1], Phrase) and node.conjunction:
        last += 1
    opened = any(syntax.follows(step, "relative") for step in range(last + 2, min(last + 4, position)))
    parted = any(is_comma(syntax.nodes[step]) for step in range(last + 2, position))
    members = arguments.members(left, ACTOR)
    return opened and not parted and isinstance(word, Word) and resumes(word, members, syntax.lexicon)


def _is_told_of(arguments: Arguments, position: int, topic: Phrase) -> bool:
    """Whether the clause of the verb is about ``topic``: named in it, or meant by the pronoun on its "that"."""
    syntax = arguments.syntax
    for step in range(position - 1, -1, -1):
        node = syntax.nodes[step]
        if node is topic:
            return True
        if isinstance(node, Word) and node.is_a("complementizer"):
            return node.core.endswith(syntax.lexicon.pronouns)
        if syntax.ends_clause(step):
            return False
    return False
