"""Who does what a noun carries that goes before him: "the imposing by X of sanctions", "an attempt by X to"."""

from __future__ import annotations

from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.nodes import Phrase, Word


def of_light_noun(arguments: Arguments, position: int) -> list[Phrase]:
    """Who stands right before the deed and behind a noun that carries it: "the imposing by X of sanctions on Y"."""
    step = position - 1
    if step < 1 or not arguments.fits(step, ACTOR) or arguments.syntax.nodes[position].conjunction:
        return []
    head = arguments.syntax.list_head(step, governed=True)
    carrier = arguments.syntax.nodes[head - 1] if head else None
    owned = isinstance(carrier, Word) and carrier.is_a("light_noun") and not carrier.suffix
    free = (
        owned
        and not arguments.syntax.is_verb(head - 1)
        and arguments.syntax.governors[head] in ("of", "bare")
    )
    return arguments.members(head, ACTOR) if free else []


def involved(arguments: Arguments, position: int) -> list[Phrase]:
    """Who is said to take part in the deed: "the involvement of X in backing Y", "the insistence of X on backing Y"."""
    word = arguments.syntax.nodes[position]
    led = isinstance(word, Word) and bool(word.preposition)
    step = position - 1 if led else position - 2
    if step < 1 or not (led or arguments.syntax.follows(position, "locative", "preposition")):
        return []
    if not isinstance(arguments.syntax.nodes[step], Phrase):
        return []
    step = arguments.syntax.list_head(step, governed=True)
    noun = arguments.syntax.nodes[step - 1] if step else None
    taking_part = isinstance(noun, Word) and noun.is_a("involvement")
    return arguments.members(step, ACTOR) if taking_part and arguments.fits(step, ACTOR) else []


def having_part(arguments: Arguments, position: int) -> list[Phrase] | None:
    """Whom a pronoun says to have a part in the deed: "he had a great part in"; None where nothing says so."""
    nodes, step = arguments.syntax.nodes, position - 1
    word = nodes[position]
    if isinstance(word, Word) and word.conjunction and not word.preposition and step > 0:
        word, step = nodes[step], step - 1  # "In the founding and the support of X".
    if not (isinstance(word, Word) and word.preposition):
        step -= 1  # "In" stands apart.
    while step > 1 and isinstance(word := nodes[step], Word) and word.is_a("epithet") and not word.suffix:
        step -= 1
    part, his = (nodes[step], nodes[step - 1]) if step > 0 else (None, None)
    if not isinstance(part, Word) or not part.is_a("part_taken") or not isinstance(his, Word) or his.core:
        return None
    if not his.suffix or his.preposition not in arguments.syntax.lexicon.pack.words["belonging"]:
        return None
    topic = arguments.topics.at(step - 1) or arguments.discourse.pronoun(his.suffix, nodes, step - 1)
    return topic if agrees(his, topic, arguments.syntax.lexicon) else []


def attempting(arguments: Arguments, position: int) -> list[Phrase] | None:
    """Whose attempt at the deed it is: "in an attempt by X to storm P", "an attempt by it"; None where nobody says."""
    nodes, belonging = arguments.syntax.nodes, arguments.syntax.lexicon.pack.words["belonging"]
    deed, step = nodes[position], position - 1
    if not isinstance(deed, Word) or deed.preposition not in belonging or step < 1:
        return None
    if isinstance(nodes[step], Phrase):
        step = arguments.syntax.list_head(step, governed=True) - 1
    by, attempt = nodes[step], nodes[step - 1] if step else None
    noun = isinstance(attempt, Word) and attempt.is_a("modal") and not attempt.is_a("inviting_noun")
    noun = noun and not arguments.syntax.is_verb(step - 1)
    if not noun or not isinstance(by, Word) or not by.is_a("partitive"):
        return None
    if by.suffix:
        return arguments.discourse.pronoun(by.suffix, nodes, step)
    return arguments.members(step + 1, ACTOR) if arguments.fits(step + 1, ACTOR) else None


def of_conduct(arguments: Arguments, position: int) -> list[Phrase] | None:
    """Whose conduct the deed is: "the conduct of X, which consisted in attacking Y"; None where no such verb stands
    before it, and nobody where it is not told whose."""
    syntax = arguments.syntax
    verb = syntax.nodes[position - 2] if position > 1 and syntax.follows(position, "locative") else None
    if not isinstance(verb, Word) or not verb.is_a("consisting"):
        return None
    for step in range(position - 3, max(-1, position - FAR), -1):
        if syntax.ends_clause(step) or syntax.is_verb(step):
            break
        relative = syntax.nodes[step + 1]
        told_of = isinstance(relative, Word) and relative.is_a("relative")
        if arguments.fits(step, ACTOR) and (told_of or syntax.governors[step] != "bare"):
            return arguments.members(step, ACTOR)
    return []
