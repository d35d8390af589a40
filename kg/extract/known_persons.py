"""Persons meant by a noun alone, because they were named before: "the man", "the general"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.person_names import is_given, personal_name
from kg.model import Entity


def is_known_person(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether "the man" or "the general" stands alone, so that it means somebody named before."""
    word = nodes[position]
    before, following = nodes[position - 1] if position else None, nodes[position + 1 : position + 2]
    adjective = (
        isinstance(before, Word) and lexicon.is_definite(before.core) and not before.has_voice("active")
    )
    if not isinstance(word, Word) or word.conjunction or word.suffix or (adjective and not word.preposition):
        return False
    if any(isinstance(node, Phrase) and not node.preposition for node in following):
        return before is not None and isinstance(before, Word) and before.has_voice("active", "either")
    named = any(
        isinstance(node, Word)
        and (
            node.is_a("nisba", "epithet", "title", "ordinal")
            or is_given(node, lexicon)
            or _may_be_name(node, word)
        )
        for node in following
    )
    return not (named or personal_name(nodes, position + 1, lexicon))


def _may_be_name(word: Word, before: Word) -> bool:
    """Whether a word nobody knows may be the name of who bears the rank before it."""
    known = word.preposition or word.conjunction or not word.is_plain
    return not known and before.is_a("title")


def bearer(named: Iterable[Phrase], noun: str, lexicon: Lexicon) -> Entity | None:
    """The first among ``named``, the likeliest first, whom the text gave the office of this name: "the minister"."""
    office = noun.removeprefix(lexicon.article)
    persons = (one for one in named if one.actor is not None and one.actor.type == "Person")
    return next(
        (one.actor for one in persons if one.title.partition(" ")[0].removeprefix(lexicon.article) == office),
        None,
    )


def last_person(named: Iterable[Phrase], *, officer: bool, ranked: bool) -> Entity | None:
    """The first person among ``named``, the likeliest first; an ``officer`` is one whose office was told.

    Somebody ``ranked``, as "the general", is nobody whom the text gave another office.
    """
    persons = (one for one in named if one.actor is not None and one.actor.type == "Person")
    last = next((one for one in persons if one.office_of is not None or not officer), None)
    return last.actor if last is not None and not (ranked and last.title) else None
