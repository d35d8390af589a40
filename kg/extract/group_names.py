"""What can be the name of an organisation behind a head noun: quoted words, or words that name and say nothing else.

Words that nobody knows may as well be verbs, so that a name without quotation marks is built from the article, from
nouns that open names ("martyrs of", "falcons of"), from forms of address and from given names alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.person_names import personal_name
from kg.extract.unit_names import Parts, aimed, arm, is_cause, span, strange, word_at

_LONGEST_QUOTED = 4
_LONGEST_OPENING = 3
"""Nouns that may open a name one behind the other: "the grandsons of the martyrs of the river"."""

_MOVED = frozenset({"moved"})
"""The class of what a movement may be of: "the battalion of the emigrants" is a name all the same."""
_OWNERS = frozenset({"moved", "owning_body", "plain_owner", "unit_kind"})
"""Classes of nouns that name a body, an office or an arm, unless an adjective of a cause makes a name of them."""


def quoted(nodes: list[Node], position: int) -> tuple[Parts, int]:
    """The words up to the closing quotation mark, and the position behind it; none where they are a sentence."""
    name: Parts = []
    while position < len(nodes) and len(name) <= _LONGEST_QUOTED:
        node = nodes[position]
        position += 1
        if isinstance(node, Word) and node.mark:
            return (name, position) if node.text == '"' and name else ([], position)
        words = node.words if isinstance(node, Phrase) else [node]
        # "Dawn of" opens names, although its letters are those of a verb.
        verbs = (word for word in words if word.has_voice("active") and not word.is_a("name_opening"))
        spoken = not name and any(verbs)
        if spoken or any(word.is_a("reporting", "complementizer", "preposition") for word in words):
            break
        name.extend(words)
    return [], position


def plain(
    nodes: list[Node], position: int, head: Mapping[str, Any], lexicon: Lexicon, *, called: bool
) -> tuple[Parts, int]:
    """The words of a name without quotation marks from ``position`` on, and the position behind them.

    ``head`` is what the pack says of the noun before them. Unless it is ``called`` so, a noun that is as often a common
    one asks for a noun that opens names, for a form of address, or for an adjective of a cause.
    """
    of_place = nodes[position] if head.get("of_place") else None
    if isinstance(of_place, Phrase) and of_place.place is not None and not of_place.preposition:
        return ([], position) if of_place.conjunction else ([*of_place.words], position + 1)
    opened = head["discover"] is not True and not called
    unit = arm(nodes, position) if head.get("numbered") else []
    if unit:
        return unit, position + len(unit)
    purpose, behind = aimed(nodes, position, lexicon)
    if purpose:
        return purpose, behind
    foreign = strange(nodes, position, lexicon) if head.get("strange") else []
    if foreign:
        return foreign, position + len(foreign)
    if head["discover"] != "quoted" or called:
        name = _opened(nodes, position, lexicon) or of_person(nodes, position, lexicon, addressed=opened)
        if name:
            return name, position + span(nodes, position, name)
    caused = bool(head.get("qualified")) and is_cause(nodes, position + 1, lexicon)
    name = _definite(nodes, position, head, lexicon) if caused or not opened else []
    return name, position + span(nodes, position, name)


def numbered(nodes: list[Node], position: int, *, regional: bool = False) -> tuple[Parts, int]:
    """A number or an ordinal, as with brigades and divisions; of a ``regional`` command a direction too."""
    word = nodes[position] if position < len(nodes) else None
    told = ("ordinal", "direction") if regional else ("ordinal",)
    if isinstance(word, Word) and (word.core.isdecimal() or word.is_a(*told)):
        arm = word_at(nodes, position + 1)
        kind = [arm] if arm is not None and arm.is_a("unit_kind") else []
        return [word, *kind], position + 1 + len(kind)
    return [], position


def _opened(nodes: list[Node], position: int, lexicon: Lexicon) -> Parts:
    """ "The martyrs of the river": nouns that open names, then what they belong to."""
    name: Parts = []
    while len(name) < _LONGEST_OPENING:
        word = word_at(nodes, position + len(name))
        if word is None or not _is_opening(word):
            break
        name.append(word)
    tribe = word_at(nodes, position)
    if tribe is not None and tribe.is_a("tribe_opening"):
        kin = word_at(nodes, position + 1)
        return [tribe, kin] if kin is not None and not kin.senses else []
    if not name:
        return []
    owner = nodes[position + len(name)] if position + len(name) < len(nodes) else None
    person = of_person(nodes, position + len(name), lexicon, addressed=False)
    if person:
        return [*name, *person]
    if isinstance(owner, Phrase):
        named = owner.place is not None or (len(owner.words) == 1 and owner.how in {"described", "short"})
        fits = named and not owner.preposition and not owner.conjunction
        return [*name, *owner.words] if fits and _plainly_owned(owner.words) else []
    word = word_at(nodes, position + len(name))
    if word is None or not lexicon.is_definite(word.text) or not _plainly_owned([word]):
        return []
    return [*name, word, *_adjective(nodes, position + len(name) + 1, lexicon)]


def _plainly_owned(words: Parts) -> bool:
    """Whether words name and do not say who acts: "men of the security forces" are no group of that name."""
    return not any(word.is_a("relative", "not_a_name", "title", "time", "owning_body") for word in words)


def of_person(nodes: list[Node], position: int, lexicon: Lexicon, *, addressed: bool) -> Parts:
    """ "The imam X", "the martyr X Y", "X son of Y": a person after whom a group is called."""
    name: Parts = []
    while (word := word_at(nodes, position + len(name))) is not None and word.is_a("honorific"):
        name.append(word)
    following = nodes[position + len(name)] if position + len(name) < len(nodes) else None
    if isinstance(following, Phrase):
        person = following.actor is not None and following.actor.type == "Person"
        return [*name, *following.words] if name and person and not following.preposition else []
    if addressed and not name:
        return []
    person_words = personal_name(nodes, position + len(name), lexicon, led=bool(name))
    return [*name, *person_words] if person_words else []


def _definite(nodes: list[Node], position: int, head: Mapping[str, Any], lexicon: Lexicon) -> Parts:
    """One definite noun with its adjective, or two. What is else a noun of action or the name of a body names somebody
    only with an adjective behind it: "the party of national solidarity", but not "a movement of support"."""
    word = word_at(nodes, position)
    if word is None or not lexicon.is_definite(word.text):
        return []
    caused = is_cause(nodes, position + 1, lexicon)
    if word.classes and not word.classes <= (
        _OWNERS if caused else frozenset() if head.get("moves") else _MOVED
    ):
        return []
    qualified = _qualified(nodes, position + 1, lexicon)
    if word.senses:
        return [word, *qualified] if qualified and word.has_voice("noun") else []
    second = _second(nodes, position + 1, lexicon) if head.get("paired") else []
    return [word, *(second or (qualified if caused else _adjective(nodes, position + 1, lexicon)))]


def _second(nodes: list[Node], position: int, lexicon: Lexicon) -> Parts:
    """The second of two definite nouns that make one name; an adjective of relation would describe the first."""
    word = nodes[position] if position < len(nodes) else None
    if not isinstance(word, Word) or word.mark or word.suffix or not word.classes <= _MOVED:
        return []
    joined = (each for each in lexicon.splits(word.text) if each.conjunction and not each.preposition)
    named = any(lexicon.is_definite(each.core) for each in joined)
    if not named or word.has_voice("active", "passive", "either"):
        return []
    return [replace(word, core_start=word.start, written=word.spelled or word.written, conjunction="")]


def _qualified(nodes: list[Node], position: int, lexicon: Lexicon) -> Parts:
    """A definite adjective, known or not."""
    word = word_at(nodes, position)
    known = (
        word is not None
        and word.is_a("epithet", "nisba", "cause_adjective")
        and lexicon.is_definite(word.text)
    )
    return [word] if known and word is not None else _adjective(nodes, position, lexicon)


def adjectives(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[Parts, int]:
    """ "The progressive democratic [party]": adjectives of relation of which one is unknown; one alone describes."""
    name: Parts = []
    while found := _qualified(nodes, position + len(name), lexicon):
        name.extend(found)
    named = len(name) > 1 and any(not word.classes for word in name)
    return (name, position + len(name)) if named else ([], position)


def adjective(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[Parts, int]:
    """ "The security [committee]": one adjective of relation that names a body by itself, and the position behind."""
    found = _qualified(nodes, position, lexicon)
    endings = tuple(lexicon.pack.words.get("relational_ending", ()))
    named = bool(found) and found[0].text.endswith(endings) and not found[0].is_a("nisba")
    return (found, position + 1) if named else ([], position)


def construct(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[Parts, int]:
    """ "[Committee] of the affairs of the prisoners": nouns that own one another, up to the one with the article."""
    name: Parts = []
    for node in nodes[position : position + _LONGEST_OPENING]:
        bare = isinstance(node, Phrase) and node.how in {"described", "short"} and len(node.words) == 1
        word = node.words[0] if bare and isinstance(node, Phrase) else node
        if not isinstance(word, Word) or not _may_be_owned(word):
            break
        name.append(word)
        if lexicon.is_definite(word.core):
            qualified = _qualified(nodes, position + len(name), lexicon)
            if len(name) == 1 and not qualified:
                break  # One noun alone says as often what somebody does.
            name.extend(qualified)
            return name, position + len(name)
    return [], position


def _may_be_owned(word: Word) -> bool:
    """Whether a word may stand in a chain of nouns: no verb, nothing attached, nothing that opens a clause."""
    other = word.is_a(
        "title", "relative", "not_a_name", "time", "quantifier", "preposition", "complementizer", "clause",
        "reporting", "demonstrative", "light", "negation", "adverb", "affiliated", "loyal",
    )  # fmt: skip
    return word.stands_alone and not other and all(voice in ("noun", "either") for _, voice in word.senses)


def _adjective(nodes: list[Node], position: int, lexicon: Lexicon) -> Parts:
    """An unknown adjective of relation behind a definite noun: an object could stand there, an adjective ends in ya."""
    word = word_at(nodes, position)
    endings = tuple(lexicon.pack.words.get("relational_ending", ()))
    if word is None or word.classes or word.senses or not lexicon.is_definite(word.text):
        return []
    return [word] if word.text.endswith(endings) else []


def _is_opening(word: Word | None) -> bool:
    return word is not None and word.is_a("name_opening")
