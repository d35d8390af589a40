"""Who is accused: he is the one to have done what he is accused of, however the accusation is worded."""

from __future__ import annotations

from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.nodes import Node, Phrase, Word, is_joined

_ASCRIBED_WITHIN = 7
"""Nodes before the deed among which the verb stands that ascribes it."""


def accused(arguments: Arguments, position: int) -> list[Phrase] | None:
    """Who is accused of the deed at ``position``: "X accused Y of it", "accusations by X against Y of it", or "X
    ascribed to Y the attack".

    None where nobody is known to be; empty where a pronoun accuses whom the text has not named.
    """
    nodes = arguments.syntax.nodes
    charge: int | None = None
    for step in range(position, max(-1, position - FAR), -1):
        node = nodes[step]
        if not isinstance(node, Word):
            continue
        if step < position and arguments.syntax.ends_clause(step):
            return None
        if _opens_charge(node, arguments):
            charge = step
        if step < position and node.is_a("ascribing") and not node.suffix:
            return _addressed(arguments, range(step + 1, position)) or None
        if step < position and node.is_a("accusing"):
            return (
                _accused_by(arguments, step, node, charge) if charge is not None and charge > step else None
            )
    return None


def is_ascribed(arguments: Arguments, position: int) -> bool:
    """Whether the deed at ``position`` stands right behind whom somebody ascribes it to."""
    nodes = arguments.syntax.nodes
    before = nodes[position - 1] if position else None
    leads = arguments.syntax.lexicon.pack.words["accused_prep"]
    if not isinstance(before, Phrase) or arguments.syntax.governors[position - 1] not in leads:
        return False
    ahead = nodes[max(0, position - _ASCRIBED_WITHIN) : position - 1]
    return any(isinstance(node, Word) and node.is_a("ascribing") and not node.suffix for node in ahead)


def _before_relative(arguments: Arguments, between: range) -> range:
    """The nodes before a relative clause, if who is accused stands there: "accused X, whom Y backs, of it"."""
    named: list[int] = []
    for step in between:
        node = arguments.syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("relative"):
            # The first behind the verb may be the accuser, whom the clause is about then.
            return range(between.start, step) if named and named[-1] > between.start else between
        named += [step] if isinstance(node, Phrase) and node.actor is not None else []
    return between


def _opens_charge(word: Word, arguments: Arguments) -> bool:
    """Whether "of" leads to the charge here, be the noun behind it known or not: "of meddling in"."""
    lexicon = arguments.syntax.lexicon
    if word.is_a("charge"):
        return not word.suffix
    leads = lexicon.pack.words["charge_prep"]
    if word.preposition in leads or (word.is_a("claimed") and word.core.startswith(tuple(leads))):
        return not word.suffix
    return not (word.classes or word.senses or word.mark) and word.text.startswith(
        tuple(each + lexicon.article for each in leads)
    )


def _is_unknown(node: Node) -> bool:
    """Whether a bare word stands here that nobody knows: it may name somebody."""
    if not isinstance(node, Word) or node.classes or node.senses or node.mark:
        return False
    return not (node.preposition or node.conjunction)


def _accused_by(arguments: Arguments, position: int, word: Word, charge: int) -> list[Phrase] | None:
    """Whom the accusing word at ``position`` accuses, before the charge."""
    between = _before_relative(arguments, range(position + 1, charge))
    if word.has_voice("noun"):
        found = _addressed(arguments, between) or _object(arguments, position, word)
        return found or _sufferer(arguments, position) or ([] if " " not in word.core else None)
    bare = [
        step for step in between if arguments.syntax.governors[step] == "bare" and arguments.fits(step, ACTOR)
    ]
    if word.suffix and not word.has_voice("circumstance"):
        accuser = arguments.left(position, ACTOR)
        topic = arguments.topics.subject(position) if accuser is None else []
        named = topic or arguments.discourse.pronoun(word.suffix, arguments.syntax.nodes, position)
        return [
            phrase for phrase in named if accuser is None or phrase is not arguments.syntax.nodes[accuser]
        ]
    last = next((step for step in reversed(bare) if not is_joined(arguments.syntax.nodes[step])), None)
    behind = arguments.syntax.nodes[last + 1] if last is not None and len(bare) == 1 else None
    if behind is not None and _is_unknown(behind) and last is not None and last + 1 < charge:
        return []  # "X accuses <somebody nobody knows> of it".
    return arguments.members(last, ACTOR) if last is not None else None


def _addressed(arguments: Arguments, between: range) -> list[Phrase]:
    """Whom accusations go to: a name or a pronoun behind "to" or "against"."""
    leads = arguments.syntax.lexicon.pack.words["accused_prep"]
    for step in between:
        node = arguments.syntax.nodes[step]
        if isinstance(node, Phrase):
            if arguments.syntax.governors[step] in leads and node.actor is not None:
                return arguments.members(step, ACTOR)
        elif node.suffix and (node.core or node.preposition) in leads:
            meant = arguments.discourse.pronoun(node.suffix, arguments.syntax.nodes, step)
            accuser = arguments.syntax.nodes[between.start]
            return meant if accuser not in meant else arguments.topics.at(step)
    return []


def _object(arguments: Arguments, position: int, word: Word) -> list[Phrase]:
    """Whom an accusation is of that somebody else makes: "its accusing Y of it", "X renewed the accusing of Y"."""
    behind = position + 1
    direct = (bool(word.suffix) or word.is_a("victim_noun")) and arguments.syntax.governors[behind] in (
        "bare",
        "of",
    )
    return arguments.members(behind, ACTOR) if direct and arguments.fits(behind, ACTOR) else []


def _sufferer(arguments: Arguments, position: int) -> list[Phrase]:
    """Who faces the accusations, where nobody else is addressed."""
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = arguments.syntax.nodes[step]
        if arguments.syntax.ends_clause(step):
            return []
        if isinstance(node, Word) and node.is_a("suffer", "denial", "refusal", "receive"):
            behind = [p for p in range(step + 1, position) if arguments.fits(p, ACTOR)]
            left = behind[0] if behind else arguments.left(step, ACTOR)
            return arguments.members(left, ACTOR) if left is not None else []
    return []
