"""Allies and backers with a name or an origin: "X and its ally Y", "X and its Yish backers", "its allies of the Z"."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.groups import state_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word


def join(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """The nodes with such kin as one phrase that goes on with the list, and what the noun says of both."""
    result: list[Node] = []
    stated: list[Stated] = []
    position = 0
    while position < len(nodes):
        word, owner = nodes[position], result[-1] if result else None
        found = None
        if (
            isinstance(word, Word)
            and isinstance(owner, Phrase)
            and _is_kin(word, lexicon)
            and owner.actor is not None
        ):
            found = _named(nodes, position, word, lexicon, entities)
        if found is None or not isinstance(word, Word) or not isinstance(owner, Phrase):
            result.append(word)
            position += 1
            continue
        kin, position = found
        kin.start, kin.conjunction, kin.preposition = word.core_start, word.conjunction, ""
        result.append(kin)
        stated.extend(_says(word, owner, kin))
    return result, stated


def _is_kin(word: Word, lexicon: Lexicon) -> bool:
    """Whether a noun with "and" and a pronoun means kin; "its ally" is spelled as "an ally" of the feminine."""
    owned = bool(word.suffix) or word.core.endswith(lexicon.feminine_endings)
    return bool(word.conjunction) and owned and word.is_a("kin_noun") and not word.preposition


def _named(
    nodes: list[Node], position: int, word: Word, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase, int] | None:
    """Who the kin at ``position`` are, and the position behind them; behind several of them one name is no name of
    theirs, unless "of" leads to it."""
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    if isinstance(following, Word) and following.is_a("epithet") and lexicon.is_definite(following.core):
        position += 1  # "Its main backer X".
        following = nodes[position + 1] if position + 1 < len(nodes) else None
    if isinstance(following, Word) and following.is_a("nisba") and not following.conjunction:
        state = state_of(following, lexicon, entities)
        if state is None or following.preposition:
            return None
        return Phrase(
            word.core_start, following.end, state, None, how="described", words=[word, following]
        ), position + 2
    behind = position + 1
    if isinstance(following, Word) and following.is_a("partitive") and not following.conjunction:
        behind += 1
        adherents = nodes[behind] if behind + 1 < len(nodes) else None
        if isinstance(adherents, Word) and adherents.is_a("adherent", "transparent_actor"):
            behind += 0 if adherents.conjunction or adherents.preposition else 1
    elif word.is_a("kin_many"):
        return None
    name = nodes[behind] if behind < len(nodes) else None
    if not isinstance(name, Phrase) or name.preposition or name.conjunction:
        return None
    if name.place is not None and (name.actor is None or name.actor.type != "State"):
        return None
    if name.actor is None and name.how != "short":
        return None
    return name, behind + 1


def _says(word: Word, owner: Phrase, kin: Phrase) -> list[Stated]:
    """What the noun says of the kin and of whose they are, by its frames."""
    for frame, voice in word.senses:
        if voice == "noun" and frame.predicate and frame.lasting:
            return [
                Stated(
                    kin, frame.relation, owner, owner.start, kin.end, f"{frame.id}.kin", word.start,
                    frame.confidence, background=True,
                )
            ]  # fmt: skip
    return []
