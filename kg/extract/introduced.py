"""Persons whom nobody has listed and no title introduces: by "called", by an age, by a given name behind a verb."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.person_names import is_given, name_before, person, personal_name, unlisted_name

_SAYING = (
    "reporting",
    "continued",
    "complementizer",
    "according",
    "quoting",
    "accusing",
    "casualty",
    "light",
)
"""Classes of words behind which somebody is named."""


def ahead(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """Who is named from ``position`` on: behind "called", or with a given name where a subject may stand."""
    before = nodes[position - 1] if position else None
    word = nodes[position]
    if not isinstance(word, Word) or word.mark:
        return None
    if isinstance(before, Word) and before.is_a("called"):
        name = unlisted_name(nodes, position, lexicon)
        return (
            person(name, lexicon, entities)
            if len(name) > 1 or (name and is_given(name[0], lexicon))
            else None
        )
    if not is_given(word, lexicon) or not _may_be_subject(before):
        return None
    name = personal_name(nodes, position, lexicon)
    return person(name, lexicon, entities) if name else None


def _may_be_subject(before: Node | None) -> bool:
    """Whether somebody may be named behind this node: nothing, or a verb. A noun would own the name: a street."""
    if before is None:
        return True
    return (
        isinstance(before, Word) and not before.mark and (before.is_a(*_SAYING) or before.has_voice("active"))
    )


def aged(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether an age begins at ``position``: "(32 years", ", 32 years", "aged 32"."""
    node = nodes[position]
    if not isinstance(node, Word):
        return False
    opened = node.mark and node.text in {"(", ","}
    if not opened and not node.is_a("age_opening"):
        return False
    rest = [each for each in nodes[position + opened : position + opened + 3] if isinstance(each, Word)]
    if rest and rest[0].is_a("age_opening"):
        rest = rest[1:]
    return len(rest) > 1 and rest[0].text.isdecimal() and rest[1].is_a("age_unit")


def behind_name(result: list[Node], lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """The person whose name ``result`` ends with, a comma aside, put in place of the words; None where none is."""
    comma = [result.pop()] if result and is_comma(result[-1]) else []
    name = name_before(result, lexicon)
    if not name:
        result.extend(comma)
        return None
    del result[-len(name) :]
    phrase = person(name, lexicon, entities)
    result.extend([phrase, *comma])
    return phrase
