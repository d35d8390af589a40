"""Deeds done to whom a pronoun means: "the accusations of X against it", "the X-ish support for him"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, FAR, Arguments, Found
from kg.extract.nodes import Phrase, Word
from kg.languages import Frame


def read(
    arguments: Arguments, position: int, frame: Frame, start: int, owner: int | None, origin: Phrase | None
) -> Found | None:
    """Who did what the noun at ``position`` says to whom the pronoun behind it means.

    ``start`` is the position behind the noun's adjectives; ``owner`` or ``origin`` says who did it.
    """
    owned = owner is not None and arguments.fits(owner, ACTOR)
    subjects = arguments.members(owner, ACTOR) if owned and owner is not None else [origin] if origin else []
    step = arguments.beyond(owner, ACTOR) if owned and owner is not None else start
    nodes = arguments.syntax.nodes
    pronoun = nodes[step] if step < len(nodes) else None
    if not isinstance(pronoun, Word) or not pronoun.suffix or "actor" not in frame.noun_object.kinds:
        return None
    if (pronoun.core or pronoun.preposition) not in frame.noun_object.preps:
        return None
    if not subjects:
        return _in_relative(arguments, position, pronoun)
    if pronoun.core:
        return None
    meant = _meant(arguments, position, pronoun, subjects)
    return Found(subjects, meant, "pronoun") if meant else None


def _in_relative(arguments: Arguments, position: int, pronoun: Word) -> Found | None:
    """Who does the deed of a relative clause to whom the clause describes: "X, to whom Y gives support"."""
    syntax = arguments.syntax
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if syntax.ends_clause(step):
            return None
        if not isinstance(node, Word) or not node.is_a("relative"):
            continue
        described = syntax.antecedent_of(step, "actor")
        bare = arguments.bare(list(_phrases(arguments, step, position)), ACTOR)
        if (
            described is None
            or not bare
            or not agrees(pronoun, arguments.members(described, ACTOR), syntax.lexicon)
        ):
            return None
        return Found(arguments.members(bare[0], ACTOR), arguments.members(described, ACTOR), "relative")
    return None


def _phrases(arguments: Arguments, low: int, high: int) -> Iterator[int]:
    return (step for step in range(low + 1, high) if isinstance(arguments.syntax.nodes[step], Phrase))


def _meant(arguments: Arguments, position: int, pronoun: Word, but: list[Phrase]) -> list[Phrase]:
    """Whom the pronoun means: the last named before the deed who agrees with it, else whom the text was about."""
    lexicon, others = arguments.syntax.lexicon, {one.actor for one in but}
    for node in reversed(arguments.syntax.nodes[:position]):
        named = isinstance(node, Phrase) and node.actor is not None and node.actor not in others
        if named and isinstance(node, Phrase) and agrees(pronoun, [node], lexicon):
            return [node]
    carried = arguments.topics.carried
    fits = carried and agrees(pronoun, carried, lexicon) and not any(one.actor in others for one in carried)
    return carried if fits else []
