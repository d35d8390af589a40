"""Talks by those whom they brought together: "a meeting that brought X and Y together", "X together with Y"."""

from __future__ import annotations

from kg.extract.arguments import Arguments, Found
from kg.extract.nodes import Phrase, Word
from kg.extract.syntax import Syntax
from kg.languages import Frame


def read(arguments: Arguments, position: int, start: int, frame: Frame) -> Found | None:
    """The parties behind a verb of bringing together, before the noun at ``position`` or behind its adjectives."""
    syntax = arguments.syntax
    noun = syntax.nodes[position]
    if not (frame.reciprocal and isinstance(noun, Word) and noun.is_a("meeting")):
        return None
    verb = position if syntax.follows(position, "gathering") else start + _is(syntax, start, "relative")
    if verb != position and not _is(syntax, verb, "gathering"):
        return None
    behind = syntax.following(verb)
    bare = arguments.bare(behind, frame.subject)
    if not bare:
        return None
    parties = arguments.members(bare[0], frame.subject)
    led = arguments.led([step for step in behind if step > bare[0]], frame.noun_object)
    if led is not None and len(parties) == 1:
        return Found(parties, arguments.members(led, frame.noun_object), "gathered")
    return Found(parties[:1], parties[1:], "gathered") if len(parties) > 1 else None


def _is(syntax: Syntax, position: int, name: str) -> bool:
    word = syntax.nodes[position] if position < len(syntax.nodes) else None
    return isinstance(word, Word) and word.is_a(name)


def names_parties(arguments: Arguments, start: int) -> bool:
    """Whether "between" says behind the noun whose talks they are, known or not."""
    word = arguments.syntax.nodes[start] if start < len(arguments.syntax.nodes) else None
    return isinstance(word, Word) and word.is_a("between") and not word.suffix


def bring_others(arguments: Arguments, first: Phrase, position: int) -> bool:
    """Whether those named only bring others to talk, or break what was agreed: "launched an initiative for a truce"."""
    nodes = arguments.syntax.nodes
    step = next((i for i, node in enumerate(nodes) if node is first), position)
    if arguments.syntax.follows(position, "breach"):
        return True  # "Accused each other of breaking the truce".
    near = nodes[max(0, step - 1) : position]
    return any(isinstance(node, Word) and node.is_a("mediating") for node in near)


def goes_on(arguments: Arguments, first: Phrase) -> bool:
    """Whether "and" joins the first of a list to a word nobody knows: it is the rest of a longer list then."""
    nodes = arguments.syntax.nodes
    step = next((i for i, node in enumerate(nodes) if node is first), 0)
    before = nodes[step - 1] if step else None
    return bool(first.conjunction) and isinstance(before, Word) and before.is_plain
