"""What an adjective of origin names without a noun for a group: "five Palestinians", "Iranian positions"."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.groups import state_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_FIRST_WITH_SINGULAR = 11
"""The least number behind which a noun stands in the singular."""


def struck(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase, int] | None:
    """ "Iranian positions", "a military Xish car": what an adjective of origin makes that state's, and the position
    behind it."""
    word, behind = nodes[position], position + 1
    if not isinstance(word, Word) or not word.is_a("target", "property", "movable"):
        return None
    words = [word]
    while (
        behind < len(nodes) and isinstance(node := nodes[behind], Word) and _is_official(node, word, lexicon)
    ):
        words.append(node)
        behind += 1
    origin = nodes[behind] if behind < len(nodes) else None
    if not isinstance(origin, Word) or (len(words) == 1 and not word.is_a("target", "property")):
        return None
    if len(words) > 1 and word.is_a("head"):
        return None  # "A military Xish convoy" is of the army.
    actor = state_of(origin, lexicon, entities) if not origin.conjunction else None
    if actor is None:
        return None
    return Phrase(
        word.core_start, origin.end, actor, None, word.conjunction, word.preposition,
        how="described", via="transparent", words=[*words, origin],
    ), behind + 1  # fmt: skip


def _is_official(word: Word, noun: Word, lexicon: Lexicon) -> bool:
    """Whether an adjective says that a thing is that of a state, and has the article as the noun has it."""
    attached = word.conjunction or word.preposition or word.suffix
    alike = lexicon.is_definite(word.core) is lexicon.is_definite(noun.core)
    return not attached and alike and "official" in lexicon.nouns(word.text)


def firing(node: Node, before: Node | None, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """ "By Xish fire": an adjective of origin right behind what an agent fires says whose fire it was."""
    if not isinstance(node, Word) or not isinstance(before, Word) or not before.is_a("agent"):
        return None
    if " " in before.core or node.conjunction or node.preposition:
        return None  # Behind "by" alone a noun is still to come.
    actor = state_of(node, lexicon, entities)
    if actor is None:
        return None
    return Phrase(node.core_start, node.end, actor, None, how="origin", words=[node])


def people(
    nodes: list[Node], position: int, before: list[Node], lexicon: Lexicon, entities: Entities
) -> Phrase | None:
    """ "Five Palestinians", "the Yemenis": an adjective of origin in the plural that no noun goes before."""
    word = nodes[position]
    if not isinstance(word, Word) or not word.is_a("nisba") or word.suffix:
        return None
    nisba = lexicon.pack.nisba[word.core]
    last = before[-1] if before else None
    plural = "plural" in nisba or (word.core.endswith(lexicon.people_endings) and "weak" not in nisba)
    if not (plural or _is_counted(word, last, lexicon)) or nisba.keys().isdisjoint({"place", "people"}):
        return None
    joined = isinstance(last, Phrase) and last.actor is not None and bool(word.conjunction)
    opened = last is None or (isinstance(last, Word) and (bool(word.preposition) or opens_noun(last)))
    if not (joined or opened):
        return None
    actor = entities.actor(f"{nisba['slug']}-people", "DescribedGroup", word.written, nisba.get("place"))
    return Phrase(
        word.core_start, word.end, actor, None, word.conjunction, word.preposition,
        head=word.core, how="described", generic=True, words=[word],
    )  # fmt: skip


def _is_counted(word: Word, number: Node | None, lexicon: Lexicon) -> bool:
    """Whether a number takes the adjective in the singular, as those from eleven on do: "36 Palestinians"."""
    several = isinstance(number, Word) and number.core.isdigit() and int(number.core) >= _FIRST_WITH_SINGULAR
    attached = word.conjunction or word.preposition or lexicon.is_definite(word.core)
    return several and not attached and not word.core.endswith(lexicon.feminine_endings)


def opens_noun(word: Word) -> bool:
    """Whether a noun may begin behind the word: a number, a quantity, a preposition, a mark or a verb."""
    number = word.core.isdigit() or word.is_a("quantifier", "preposition", "partitive", "agent")
    return (
        number
        or word.mark
        or word.has_voice("active", "passive", "either")
        or word.is_a("clause", "complementizer", "light", "launching", "reporting", "announcing")
    )
