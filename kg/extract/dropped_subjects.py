"""Verbs whose clause names no subject, because it goes on with that of the clause before: "also, (it) backed Y"."""

from __future__ import annotations

from kg.extract.agreement import agrees, disagrees, is_nominative, is_oblique
from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.languages import Frame


def topic(arguments: Arguments, position: int) -> list[Phrase]:
    """Whom the clause that the verb opens may go on with; empty where it opens none, or where that is uncertain.

    Behind an accusation it is as often the accused who did it as the accuser.
    """
    if not _opens_clause(arguments, position):
        return []
    nodes = arguments.syntax.nodes
    near = nodes[max(0, position - FAR) : position]
    if any(isinstance(node, Word) and node.is_a("accusing") for node in near):
        return []
    return arguments.topics.at(position)


def direct_object(
    arguments: Arguments, position: int, frame: Frame, bare: list[int], objects: list[int]
) -> int | None:
    """What stands alone behind the verb and cannot be its subject, by its ending, its gender, or as nothing follows."""
    word = arguments.syntax.nodes[position]
    if not objects or not isinstance(word, Word) or word.suffix or "bare" not in frame.object.preps:
        return None
    first = arguments.syntax.nodes[objects[0]]
    assert isinstance(first, Phrase)
    lexicon = arguments.syntax.lexicon
    means = range(position + 1, objects[0])
    if objects[1:] or not all(_is_means(arguments.syntax.nodes[step], lexicon) for step in means):
        return None
    if is_nominative(first, lexicon):
        return None
    if not bare:
        return objects[0] if is_oblique(first, lexicon) else None
    if not agrees(word, [first], lexicon) or disagrees(word, first, lexicon):
        return objects[0]
    if frame.violent and first.words and first.words[0].is_a("target", "movable", "property"):
        return objects[0]  # "Positions of X" are struck, and strike nobody.
    of_actors = frame.object.kinds == ACTOR.kinds and not frame.adjacent
    behind = arguments.beyond(objects[0], frame.object)
    charge = arguments.syntax.nodes[behind : behind + 1] if word.is_a("accusing") else []
    charged = any(isinstance(node, Word) and node.preposition and not node.suffix for node in charge)
    return objects[0] if of_actors and (charged or _ends(arguments, behind)) else None


def _is_means(node: Node, lexicon: Lexicon) -> bool:
    """Whether a word says with what a deed was done: "with artillery and rockets"."""
    if not isinstance(node, Word) or node.mark or node.suffix:
        return False
    led = any(reading.preposition in lexicon.pack.words["means"] for reading in lexicon.splits(node.text))
    armed = node.is_a("ammunition", "fighting", "weapon", "exchanged", "epithet") or node.is_plain
    return armed and (led or bool(node.conjunction) or node.is_a("epithet"))


def _opens_clause(arguments: Arguments, position: int) -> bool:
    """Whether nothing but "also", "and has", "where" and the like stands between the verb and the clause before."""
    word = arguments.syntax.nodes[position]
    before = arguments.syntax.nodes[position - 1] if position else None
    if not isinstance(word, Word) or word.conjunction or word.preposition:
        return False
    if not isinstance(before, Word) or before.mark or before.suffix:
        return False
    clause = before.is_a("clause") and not before.is_a("sequel")
    return clause or (before.is_a("may") and bool(before.conjunction))


def _ends(arguments: Arguments, position: int) -> bool:
    """Whether the clause ends here, so that no object follows."""
    nodes = arguments.syntax.nodes
    following = nodes[position] if position < len(nodes) else None
    if following is None:
        return True
    return isinstance(following, Word) and (
        (following.mark and not is_comma(following))
        or bool(following.conjunction)
        or following.is_a("locative")
    )
