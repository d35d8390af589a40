"""Gender: what the form of a verb or a pronoun agrees with, and what a noun shows. A form that shows none fits any."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quantity

_FINITE = ("active", "future", "either")
"""Voices of verbs with a subject."""
_INFLECTED = ("head", "nisba", "transparent_actor")
"""Classes of nouns of which the ending says what they are to the verb."""


def agrees(word: Word, phrases: list[Phrase], lexicon: Lexicon) -> bool:
    """Whether a verb, or the pronoun on a word, can have ``phrases`` as its subject; a list agrees with anything."""
    wanted = _wanted(word, lexicon)
    shown = shown_gender(phrases[0], lexicon) if wanted and len(phrases) == 1 else ""
    return not wanted or not shown or wanted == shown


def resumes(verb: Word, phrases: list[Phrase], lexicon: Lexicon) -> bool:
    """Whether a verb that names no subject can go on with ``phrases``: then a form without an ending is masculine."""
    if not agrees(replace(verb, suffix=""), phrases, lexicon):
        return False
    return (
        len(phrases) != 1
        or shown_gender(phrases[0], lexicon) != "feminine"
        or not _is_bare_past(verb, lexicon)
    )


def carries_on(verb: Word, phrases: list[Phrase], lexicon: Lexicon) -> bool:
    """Whether a verb that carries a deed, and names no subject, has the gender of the one body in ``phrases``."""
    if len(phrases) != 1 or verb.suffix:
        return bool(phrases) and not verb.suffix
    shown = shown_gender(phrases[0], lexicon)
    openings, endings = lexicon.past_agreement.get("feminine", ((), ()))
    feminine = verb.core.endswith(endings) or verb.core.startswith(openings)
    return not shown or (shown == "feminine") is feminine or verb.core.endswith(lexicon.verb_plurals)


def disagrees(verb: Word, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase right behind a verb is no subject of it, by the verb's form: "(he) shelled the movement"."""
    noun = phrase.words[0] if phrase.words else None
    if noun is None or is_quantity(noun) or shown_gender(phrase, lexicon) != "feminine":
        return False
    first, _, rest = noun.core.partition(" ")
    state = phrase.actor is not None and phrase.actor.type == "State" and not rest
    return (state or first.endswith(lexicon.feminine_endings)) and _is_bare_past(verb, lexicon)


def _is_bare_past(verb: Word, lexicon: Lexicon) -> bool:
    """Whether a verb is in the past without an ending, which the feminine would have."""
    endings = lexicon.past_agreement.get("feminine", ((), ()))[1]
    if not verb.has_voice("active") or _wanted(replace(verb, suffix=""), lexicon):
        return False
    return any(lexicon.exact(verb.core + ending) is not None for ending in endings)


def is_of_speakers(verb: Word, lexicon: Lexicon) -> bool:
    """Whether a verb tells of those who speak: "we shelled P"."""
    openings, endings = lexicon.first_person
    if not (verb.core.startswith(openings) or verb.core.endswith(endings)):
        return False
    if verb.suffix or not (verb.is_a("reporting") or verb.has_voice(*_FINITE)):
        return False
    third = lexicon.agreement.get("masculine", ((), ()))[0]
    rests = [verb.core.removeprefix(each) for each in openings if verb.core.startswith(each)]
    stems = [verb.core.removesuffix(each) for each in endings if verb.core.endswith(each)]
    forms = [*(other + rest for other in third for rest in rests), *stems]
    readings = (lexicon.exact(form) for form in forms)
    return any(
        "reporting" in reading.classes or any(voice in _FINITE for _, voice in reading.senses)
        for reading in readings
        if reading is not None
    )


def is_of_several(verb: Word, lexicon: Lexicon) -> bool:
    """Whether a verb has the ending of those verbs of two or more that stand behind them: "(they) shelled"."""
    if not verb.has_voice(*_FINITE):
        return False
    endings = (*lexicon.verb_plurals, *lexicon.verb_duals)
    stems = (verb.core.removesuffix(each) for each in endings if verb.core.endswith(each))
    readings = (lexicon.exact(stem) for stem in stems)
    return any(each is not None and any(v in _FINITE for _, v in each.senses) for each in readings)


def is_plural(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase names several people by the ending of its noun: "civilians"."""
    noun = phrase.words[0] if phrase.words else None
    return noun is not None and noun.is_a("head") and noun.core.endswith(lexicon.people_endings)


def is_oblique(node: Node, lexicon: Lexicon) -> bool:
    """Whether a plural ends so that it is no subject: "(they arrested) Palestinians"."""
    noun = _inflected(node)
    if noun is None:
        return False
    if isinstance(node, Phrase) and node.how == "described" and _is_accusative(noun, lexicon):
        return True
    return _ends_in(noun, lexicon.oblique_endings, lexicon)


def is_nominative(node: Node, lexicon: Lexicon) -> bool:
    """Whether a plural ends so that it is no object: "as analysts warned", with the subject behind its verb."""
    noun = _inflected(node)
    if isinstance(node, Phrase) and node.how == "pronoun" and _is_dual_subject(node, lexicon):
        return True
    return noun is not None and _ends_in(noun, lexicon.subject_endings, lexicon)


def _is_dual_subject(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether "the two sides" end so that they are no object."""
    noun = phrase.words[0] if phrase.words else None
    dual = noun is not None and noun.is_a("two_sides", "two_states", "two_persons", "two_bodies")
    return dual and noun is not None and noun.core.endswith(lexicon.dual_subject_endings)


def _inflected(node: Node) -> Word | None:
    """The noun that opens a phrase, where its ending says what it is to the verb."""
    noun = node.words[0] if isinstance(node, Phrase) and node.words else None
    return noun if noun is not None and noun.is_a(*_INFLECTED) else None


def _is_accusative(noun: Word, lexicon: Lexicon) -> bool:
    """Whether an indefinite noun has the ending of an object, and is a noun without it: "(called him) a terrorist"."""
    return any(
        noun.core.endswith(ending) and "head" in lexicon.classes(noun.core.removesuffix(ending))
        for ending in lexicon.noun_endings
    )


def _ends_in(noun: Word, endings: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a noun has one of the endings, or one without its last letter, as before whose it is: "X's fighters"."""
    shortened = ((ending[:-1], ending[-1]) for ending in endings)
    return noun.core.endswith(endings) or any(
        noun.core.endswith(kept) and any(each in _INFLECTED for each in lexicon.classes(noun.core + left))
        for kept, left in shortened
    )


def _wanted(word: Word, lexicon: Lexicon) -> str:
    if word.suffix:
        return str(lexicon.pack.clitics["pronouns"].get(word.suffix, {}).get("gender", ""))
    if not word.has_voice("active", "future"):
        return ""
    marks = lexicon.agreement if word.has_voice("future") else lexicon.past_agreement
    for gender, (openings, endings) in marks.items():
        if word.core.endswith(endings):
            return str(gender)
        if word.core.startswith(openings) and _is_inflected(word.core, openings, lexicon):
            return str(gender)
    return ""


def _is_inflected(core: str, openings: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a verb has its opening from inflection: another gender's would make a verb of it too."""
    rest = next(core.removeprefix(opening) for opening in openings if core.startswith(opening))
    others = (each for own, _ in lexicon.past_agreement.values() if own != openings for each in own)
    return any(lexicon.exact(other + rest) is not None for other in others)


def shown_gender(phrase: Phrase, lexicon: Lexicon) -> str:
    """``masculine``, ``feminine``, or empty where the phrase shows neither."""
    if phrase.actor is not None and phrase.actor.type == "Person":
        return "masculine"
    noun = phrase.words[0] if phrase.words else None
    if noun is None or (phrase.how == "short" and phrase.via):
        return ""  # "Gunmen of the movement" keeps the word of the movement alone.
    if is_plural(phrase, lexicon):
        return "masculine"
    # A name of several words has the gender of its first.
    first = noun.core.partition(" ")[0]
    words = lexicon.pack.words
    if first in words["masculine_noun"]:
        return "masculine"
    if first in words["feminine_noun"] or first.endswith(lexicon.feminine_endings):
        return "feminine"
    state = phrase.how == "name" and phrase.actor is not None and phrase.actor.type == "State"
    return lexicon.gender_of_states if state else ""
