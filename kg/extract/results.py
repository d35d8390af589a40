"""What a deed results in: "a raid of X on P killed three of Y", "X shelled P, which led to the death of men of Y"."""

from __future__ import annotations

from kg.extract import deed_subjects
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.nodes import Phrase, Word, is_comma
from kg.languages import Frame

_NEAR = 8
"""Nodes between a verb of resulting and what results."""
_FARTHEST = 30
"""Nodes between a deed and the verb that tells what came of it."""


def read(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """Who suffered what the noun at ``position`` says, and who did the deed that it resulted from."""
    victims = _victims(arguments, position, frame)
    verb = _verb_of_result(arguments, position) if victims else None
    if verb is not None:
        doers = _doers(arguments, verb, position, frame)
    else:
        doers = _named(arguments, position) if victims else []
    return Found(doers, victims, "result") if doers else None


def opens_within(arguments: Arguments, position: int) -> bool:
    """Whether "in which" follows a verb of harm: "a raid in which three of Y were killed"."""
    following = arguments.syntax.nodes[position + 1 : position + 2]
    within_it = arguments.syntax.lexicon.pack.words["within_it"]
    return any(isinstance(word, Word) and word.text in within_it for word in following)


def within(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """Who came to harm, and who did the deed before the verb in which it happened."""
    victims = arguments.bare(arguments.syntax.following(position + 1), frame.object)
    if not victims:
        return None
    for step in range(position - 1, max(-1, position - _FARTHEST), -1):
        if arguments.syntax.ends_clause(step):
            return None
        if deed_subjects.is_deed(arguments, step):
            doers = _doers_of(arguments, step, frame)
            return Found(doers, arguments.members(victims[0], frame.object), "result") if doers else None
    return None


def _named(arguments: Arguments, position: int) -> list[Phrase]:
    """Who did it, where an agent is named, or where he says so himself: "the killing of X by Y", "Y claimed it"."""
    agent = arguments.agent(arguments.syntax.following(position))
    if agent is None and arguments.syntax.follows(position, "claiming"):
        return arguments.topics.at(position - 1)
    if agent is None:
        left = arguments.left(position, ACTOR)
        claims = left is not None and arguments.syntax.follows(left, "claiming")
        agent = left if claims or arguments.syntax.follows(position, "claimed") else None
    return arguments.members(agent, ACTOR) if agent is not None else []


def _verb_of_result(arguments: Arguments, position: int) -> int | None:
    nodes = arguments.syntax.nodes
    for step in range(position - 1, max(-1, position - _NEAR), -1):
        node = nodes[step]
        if isinstance(node, Word) and node.is_a("result"):
            return step
        if isinstance(node, Word) and (node.is_a("complementizer") or (node.mark and not is_comma(node))):
            return None
    return None


def _victims(arguments: Arguments, position: int, frame: Frame) -> list[Phrase]:
    """The first phrase behind the noun, where it owns it or one of the frame's prepositions leads to it."""
    noun = arguments.syntax.nodes[position]
    if isinstance(noun, Word) and noun.suffix:
        return _fallen(arguments, position)
    for step in arguments.syntax.following(position)[:1]:
        between = arguments.syntax.nodes[position + 1 : step]
        if any(isinstance(node, Word) and (is_comma(node) or node.is_a("according")) for node in between):
            return []  # "The death of two, as X said": X is who says so.
        governor = arguments.syntax.governors[step].removeprefix("noun:")
        if arguments.syntax.follows(step, "agent"):
            return []
        owns = governor in ("of", "genitive") or governor in frame.noun_object.preps
        if owns and arguments.fits(step, ACTOR):
            victims = arguments.members(step, ACTOR)
            # Whose men they are was struck, as it says before; common people are seldom what a deed was aimed at
            # that they died of, but who did it to them did it.
            agent = arguments.agent(arguments.syntax.following(position))
            common = arguments.is_bystander(victims[0]) and agent is None
            return [] if victims[0].how == "pronoun" or common else victims
    return []


def _fallen(arguments: Arguments, position: int) -> list[Phrase]:
    """Who met the end that a pronoun on the noun says is his: "three of X met their death"."""
    for step in range(position - 1, max(-1, position - _NEAR), -1):
        node = arguments.syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("casualty"):
            behind = [p for p in range(step + 1, position) if arguments.fits(p, ACTOR)]
            return arguments.members(behind[0], ACTOR) if behind else []
    return []


def _doers(arguments: Arguments, verb: int, position: int, frame: Frame) -> list[Phrase]:
    """Who did the deed that is the verb's subject, before or behind it; else the deed that was told of last."""
    subject = deed_subjects.of_verb(arguments, verb)
    if subject is not None and subject.noun < position:
        if not deed_subjects.is_alike(arguments, subject, frame):
            return []
        return subject.doers or deed_subjects.again(arguments, subject.noun, frame.relation)
    opening = verb - 1 - arguments.syntax.follows(verb, "sequel")
    for step in range(verb - 1, max(-1, verb - _FARTHEST), -1):
        if arguments.syntax.ends_clause(step) and step < opening:
            return []
        node = arguments.syntax.nodes[step]
        if isinstance(node, Word) and any(sense.relation == frame.relation for sense, _ in node.senses):
            doers = _doers_of(arguments, step, frame)
            if doers:
                return doers
    return []


def _doers_of(arguments: Arguments, step: int, frame: Frame) -> list[Phrase]:
    """Who did the deed at ``step``, whether or not it is said to whom."""
    found = [doers for position, doers in arguments.done.get(frame.relation, []) if position == step]
    if found:
        return found[-1]
    if deed_subjects.is_deed(arguments, step):
        return deed_subjects.doers(arguments, step)
    deed = deed_subjects.of_verb(arguments, step) if arguments.syntax.is_verb(step) else None
    return deed.doers if deed is not None else arguments.subjects.get(step, [])
