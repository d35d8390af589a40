"""Persons whom nobody has listed and no title introduces: by "called", by an age, by a given name behind a verb."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.person_names import (
    is_given,
    is_part_of_name,
    name_before,
    person,
    personal_name,
    unlisted_name,
)

_SAYING = (
    "reporting",
    "continued",
    "complementizer",
    "according",
    "quoting",
    "accusing",
    "appeal",
    "casualty",
    "light",
    "agent",
)
"""Classes of words behind which somebody is named."""
_LONGEST = 4
"""Words of a name."""


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
    if is_led(nodes, position) or is_culprit(nodes, position - 1, lexicon):
        name = unlisted_name(nodes, position, lexicon)
        return person(name, lexicon, entities) if len(name) > 1 else None
    if not (is_given(word, lexicon) or word.is_a("name_link")) or not (
        _may_be_subject(before) or _may_be_victim(nodes, position)
    ):
        return None
    name = personal_name(nodes, position, lexicon) or _speaker(nodes, position, before, lexicon)
    return person(name, lexicon, entities) if name else None


def is_culprit(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether the word says what somebody is who is named behind it as a victim: "arrested the terrorist X Y"."""
    word = nodes[position] if position > 0 else None
    if not isinstance(word, Word) or not word.is_a("culprit") or word.conjunction or word.preposition:
        return False
    before, name = nodes[position - 1], unlisted_name(nodes, position + 1, lexicon)
    done = before.has_voice("active") if isinstance(before, Word) else before.actor is not None
    done = done or (isinstance(before, Word) and before.is_a("victim_noun", "casualty") and not before.mark)
    return done and len(name) > 1 and not lexicon.is_definite(name[0].text)


def join_culprit(named: Phrase, before: list[Node]) -> None:
    """Takes the word for what somebody is off ``before`` into the name behind it; in place."""
    word = before[-1] if before else None
    if isinstance(word, Word) and word.is_a("culprit"):
        before.pop()
        named.start, named.words = word.core_start, [word, *named.words]


def joined(
    result: list[Node], nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> Phrase | None:
    """Who is named from ``position`` on behind "and", where ``result`` ends with a person: "X, and Ali Hasan"."""
    word = nodes[position]
    before = result[-2] if len(result) > 1 and is_comma(result[-1]) else result[-1] if result else None
    listed = isinstance(before, Phrase) and before.actor is not None and before.actor.type == "Person"
    if not listed or not isinstance(word, Word) or not word.conjunction or word.preposition:
        return None
    if not is_given(word, lexicon):
        return None
    name = personal_name(
        [replace(word, conjunction=""), *nodes[position + 1 : position + 1 + _LONGEST]], 0, lexicon
    )
    if not name:
        return None
    phrase = person(name, lexicon, entities)
    phrase.conjunction = word.conjunction
    return phrase


def _speaker(nodes: list[Node], position: int, before: Node | None, lexicon: Lexicon) -> list[Word]:
    """A given name and an unknown word behind a verb of saying: no verb would stand there, unless it looks like one."""
    name = unlisted_name(nodes, position, lexicon)
    says = isinstance(before, Word) and before.is_a("reporting", "announcing", "accusing", "appeal")
    if not says or len(name) != 2 or not is_given(name[0], lexicon):
        return []
    return [] if name[1].text.startswith(tuple(lexicon.pack.words["verb_openings"])) else name


def _may_be_subject(before: Node | None) -> bool:
    """Whether somebody may be named behind this node: nothing, or a verb. A noun would own the name: a street."""
    if before is None:
        return True
    return (
        isinstance(before, Word)
        and not before.mark
        and (before.is_a(*_SAYING, "namely", "including") or before.has_voice("active"))
    )


def _may_be_victim(nodes: list[Node], position: int) -> bool:
    """Whether somebody may be named here to whom something is done: "the execution of X Y", "gunmen arrested X Y"."""
    before = nodes[position - 1] if position else None
    if isinstance(before, Word):
        return before.is_a("victim_noun", "home") and not before.suffix and not before.mark
    verb = nodes[position - 2] if position > 1 else None
    known = isinstance(before, Phrase) and (before.actor is not None or before.how == "short")
    doer = known and isinstance(before, Phrase) and not before.preposition
    return doer and isinstance(verb, Word) and verb.has_voice("active") and not verb.suffix


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


def before_office(result: list[Node], lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """Who is named before an office in apposition, put in place of the words: "said X Y, the leader of Z".

    The comma and the office say that words nobody knows are a name, where a verb or a citation stands before them.
    """
    known = behind_name(result, lexicon, entities)
    if known is not None:
        return known
    end = len(result)
    while end and _parts(result[end - 1]):
        end -= 1
    first = end
    while first and end - first < _LONGEST and is_part_of_name(result[first - 1], lexicon):
        first -= 1
        if _word(result[first]).conjunction:
            break
    name = [_word(node) for node in result[first:end]]
    said = first > 0 and isinstance(verb := result[first - 1], Word) and verb.is_a("reporting")
    if len(name) < 2 or (end == len(result) and not said) or lexicon.is_definite(name[0].core):
        return None
    opened = first
    while opened and isinstance(word := result[opened - 1], Word) and word.is_a("adverb", "time_word"):
        opened -= 1
    before = result[opened - 1] if opened else None
    is_said_to_be = first == 0 and end < len(result) and links_office(result[end])
    named = name[0].conjunction or isinstance(before, Phrase) or _names_behind(before)
    if not (named or is_said_to_be):
        return None
    phrase = person(name, lexicon, entities)
    result[first:end] = [phrase]
    return phrase


def _word(node: Node) -> Word:
    assert isinstance(node, Word)
    return node


def links_office(node: Node) -> bool:
    """Whether a word leads from a person to an office: "and he is", "one of", "of"."""
    return isinstance(node, Word) and (
        node.is_a("being", "one_of") or (node.is_a("partitive") and not node.suffix)
    )


def hide_choice(result: list[Node]) -> None:
    """Takes the "one of" out that ``result`` ends with: the office behind it says whose one he is."""
    for node in reversed(result):
        if not links_office(node):
            break
        node.hidden = True


def is_led(nodes: list[Node], position: int) -> bool:
    """Whether somebody is named at ``position`` behind a verb of leading and whom he leads: "leads X Y"."""
    if position < 2 or not isinstance(led := nodes[position - 1], Phrase) or led.preposition:
        return False
    verb = nodes[position - 2]
    if isinstance(verb, Word) and verb.is_a("post") and not verb.suffix and position > 2:
        verb = nodes[position - 3]  # "Took command of X Y".
    leads = isinstance(verb, Word) and any(f.relation == "commands" and v == "active" for f, v in verb.senses)
    return leads and (led.actor is None or led.actor.type != "Person")


def _parts(node: Node) -> bool:
    """Whether a comma, or "and he is", parts a name from the office."""
    return is_comma(node) or links_office(node)


def _names_behind(node: Node | None) -> bool:
    verb = isinstance(node, Word) and node.has_voice("active", "either", "passive")
    return verb or (isinstance(node, Word) and node.is_a(*_SAYING, "quoted_from"))
