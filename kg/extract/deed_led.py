"""Deeds beside verbs of whereabouts: "resorts to raids in P" says of P only that the raids are there."""

from __future__ import annotations

from kg.extract.arguments import FAR, Arguments
from kg.extract.nodes import Word
from kg.languages import Frame


def before(arguments: Arguments, position: int, target: int, frame: Frame) -> bool:
    """Whether the verb at ``position`` takes a deed before ``target``, so that the place there is not its own.

    A deed that says the same is none: "arrived on a visit in P".
    """
    if "actor" in frame.object.kinds or frame.needs:
        return False
    syntax = arguments.syntax
    for step in range(position + 1, target):
        word = syntax.nodes[step]
        if not isinstance(word, Word) or word.mark or syntax.is_verb(step):
            continue
        goes_nowhere = word.is_a("light_noun") or "goal" in syntax.lexicon.nouns(word.text)
        if not goes_nowhere and not word.has_voice("noun", "either"):
            continue
        if any(sense.relation == frame.relation for sense, _ in word.senses) or word.is_a("one_of"):
            continue
        led = syntax.nodes[step - 1]
        lead = word.preposition or (led.core if isinstance(led, Word) else "")
        attached = (each.preposition for each in syntax.lexicon.splits(word.text)) if goes_nowhere else ()
        if not frame.object.preps.isdisjoint((lead, *filter(None, attached))):
            return True
        if not goes_nowhere:
            return False
    return False


def is_struck_by(arguments: Arguments, position: int, target: int) -> bool:
    """Whether the target is what the deed struck that the verb judges: "condemned the attack that hit X"."""
    syntax = arguments.syntax
    for step in range(target - 1, position, -1):
        word = syntax.nodes[step]
        if not isinstance(word, Word) or not word.is_a("relative") or step + 1 >= target:
            continue
        noun = step - 1
        while noun > position and isinstance(like := syntax.nodes[noun], Word) and not like.senses:
            if like.mark or like.preposition:
                return False
            noun -= 1
        deed = syntax.nodes[noun]
        return isinstance(deed, Word) and deed.has_voice("noun", "either") and not syntax.is_verb(noun)
    return False


def is_subject(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether a deed is what the verb of somebody's whereabouts is said of: "the dispute reached P"."""
    syntax = arguments.syntax
    if "actor" in frame.object.kinds or frame.needs or frame.swapped or position + 1 >= len(syntax.nodes):
        return False
    word, verb = syntax.nodes[position + 1], syntax.nodes[position]
    if not isinstance(word, Word) or not word.stands_alone:
        return False
    if not word.has_voice("noun", "either") or syntax.is_verb(position + 1) or word.is_a("military", "head"):
        return False
    if any(sense.relation == frame.relation for sense, _ in word.senses):
        return False
    return isinstance(verb, Word) and not verb.suffix and not arguments.syntax.follows(position, "relative")


def leads(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether the preposition of the frame stands behind its verb, if it needs one: "objected to the raid by X"."""
    if "bare" in frame.object.preps:
        return True
    for step in range(position + 1, min(position + FAR, len(arguments.syntax.nodes))):
        node = arguments.syntax.nodes[step]
        if arguments.syntax.blocks(step):
            return False
        if node.preposition in frame.object.preps or (
            isinstance(node, Word) and node.core in frame.object.preps
        ):
            return True
    return False
