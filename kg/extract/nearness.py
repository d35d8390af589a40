"""Whether an object stands right behind a verb that is as often passive: "X killed three of Y"."""

from __future__ import annotations

from kg.extract.agreement import is_oblique
from kg.extract.arguments import Arguments
from kg.extract.left_subjects import is_counted
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.languages import Frame

_PART = (
    "adverb",
    "quantifier",
    "one_of",
    "partitive",
    "locative",
    "time",
    "time_word",
    "month",
    "about",
    "year_word",
)
"""Classes of words that may part an object from a verb that is as often passive."""


def is_next(arguments: Arguments, subject: int, target: int, position: int, frame: Frame) -> bool:
    """Whether only times, numbers and places part the object from the subject, or from the verb behind it."""
    syntax = arguments.syntax
    if names_holder(syntax.nodes, subject, target):
        return False
    return is_near(arguments, max(arguments.beyond(subject, frame.subject), position + 1), target)


def names_holder(nodes: list[Node], office: int, name: int) -> bool:
    """Whether a person is named behind an office who holds it: "killed was the commander of X in P, Y"."""
    holder, named = nodes[office], nodes[name]
    person = isinstance(named, Phrase) and named.actor is not None and named.actor.type == "Person"
    other = isinstance(named, Phrase) and (named.office_of is not None or named.apart)
    return isinstance(holder, Phrase) and holder.how == "office" and person and not other


def is_near(arguments: Arguments, start: int, target: int) -> bool:
    """Whether only times, numbers and places stand from ``start`` to ``target``."""
    syntax = arguments.syntax
    object_ = is_oblique(syntax.nodes[target], syntax.lexicon) or is_counted(syntax, target)
    passed = start
    for step in range(start, target):
        node = syntax.nodes[step]
        if step < passed:
            continue
        passed = _behind_occasion(arguments, step)
        if passed > step:
            continue
        if isinstance(node, Phrase):
            if syntax.governors[step] in ("bare", "of"):
                return False
        elif object_ and is_comma(node):
            continue  # "X killed, on Monday, soldiers": the form of the noun shows that it is the object.
        elif node.mark or not (node.core.isdigit() or node.is_a(*_PART)):
            return False
        elif node.senses and not (node.is_a("one_of") and not node.conjunction):
            return False  # "X killed one of the leaders of Y".
    return True


def _behind_occasion(arguments: Arguments, position: int) -> int:
    """Past the deed during which it was done, with its adjectives: "killed during fierce battles three of Y"."""
    nodes = arguments.syntax.nodes
    leading, deed = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    led = isinstance(leading, Word) and leading.is_a("locative", "meanwhile") and not leading.suffix
    if not led or not isinstance(deed, Word) or deed.suffix or deed.preposition or deed.mark:
        return position
    if not deed.has_voice("noun") or arguments.syntax.is_verb(position + 1):
        return position
    return arguments.behind_adjectives(position + 1)[0]
