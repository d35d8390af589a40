"""Names that are another word by their letters: a verb where a clause opens, a preposition before what it leads to, a
month in a date."""

from __future__ import annotations

import re

from kg.extract.lexicon import Lexicon
from kg.extract.names import Settled
from kg.folding import fold_letters, fold_text

_WORD_BEFORE = re.compile(r"([^\W_]+)\s+$")
_LONGEST_WORD = 30
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}\s+$")
_MONTH_BEFORE = re.compile(r"([^\W\d_]+)\s*/\s*$")
_NUMBER_BEFORE = re.compile(r"(?<![\d/.-])(?!(?:19|20)\d\d\s)\d{2,4}\s+$")
"""A number of two digits or more that is no year."""
_BEHIND = re.compile(r"\s*/\s*(?P<month>[^\W\d_]+)|\s+(?P<year>\d{4})(?!\d)|\s+(?P<word>[^\W\d_]+)")
_TAILS = frozenset(("past", "current", "coming"))
_OWNED = frozenset(("loyal", "affiliated", "allied", "supported", "target", "site"))
"""Classes of words behind which a name tells whose they are."""
_OPENERS = frozenset(("before_clause", "clause", "complementizer", "relative", "may", "auxiliary", "adverb"))


def without_verbs(names: list[Settled], text: str, start: int, lexicon: Lexicon) -> list[Settled]:
    """``names`` of the sentence from ``start`` on without those that are its verbs: "opened X a front".

    Only ambiguous names of a single word are asked, with nothing written onto the name behind them.
    """
    kept = []
    for step, name in enumerate(names):
        behind = names[step + 1].match if step + 1 < len(names) and _is_verb(name, text, lexicon) else None
        alone = behind is not None and not (behind.conjunction or behind.preposition)
        near = behind is not None and alone and _parted_by_a_space(text[name.match.end : behind.start])
        if not (near and _opens_clause(text[start : name.match.start], lexicon)):
            kept.append(name)
    return kept


def without_prepositions(names: list[Settled], text: str, lexicon: Lexicon) -> list[Settled]:
    """``names`` without those that make a preposition with what is written onto them: "in favour of".

    Behind whoever is loyal to the name, or his, it is the name. Nor is there a name of several words where the first
    makes an adjective with what is written onto it: "a big (raid) on".
    """
    return [
        name
        for name in names
        if not (_is_preposition(name, text, lexicon) or _opens_with_another_word(name, text, lexicon))
    ]


def without_months(names: list[Settled], text: str, lexicon: Lexicon) -> list[Settled]:
    """``names`` without those that are a month: behind a day, beside another month, "in X 2016", "in last X"."""
    return [name for name in names if not _is_month(name, text, lexicon)]


def without_people(names: list[Settled], text: str, lexicon: Lexicon) -> list[Settled]:
    """``names`` without those of countries that are spelled like one of their people behind a number: "12 Syrians"."""
    return [name for name in names if not _is_counted(name, text, lexicon)]


def without_adjectives(names: list[Settled], text: str, lexicon: Lexicon) -> list[Settled]:
    """``names`` without those that describe the body right before: "the legitimate government"."""
    alone = {name.match.end for name in names if name.match.words == 1}
    return [name for name in names if not _is_adjective(name, text, alone, lexicon)]


def without_expressions(names: list[Settled], text: str, lexicon: Lexicon) -> list[Settled]:
    """``names`` without those that make another word together with the next one: "the birthplace of"."""
    return [name for name in names if not _opens_expression(name, text, lexicon)]


def _is_counted(name: Settled, text: str, lexicon: Lexicon) -> bool:
    """Whether a number stands before a name of one word that is an adjective of origin without its last letter."""
    match = name.match
    if match.led or match.words > 1 or name.actor is None or name.actor.type != "State":
        return False
    number = _NUMBER_BEFORE.search(text[max(0, match.start - _LONGEST_WORD) : match.start])
    word = fold_text(text[match.start : match.end]) if number is not None else ""
    ended = any(word.endswith(ending) for ending in lexicon.noun_endings)
    return ended and "nisba" in lexicon.classes(word[:-1])


def _is_adjective(name: Settled, text: str, alone: set[int], lexicon: Lexicon) -> bool:
    match = name.match
    if match.words > 1 or match.led or match.conjunction:
        return False
    if "name_or_adjective" not in lexicon.classes(fold_text(text[match.start : match.end])):
        return False
    before = _WORD_BEFORE.search(fold_letters(text[max(0, match.start - _LONGEST_WORD) : match.start]))
    # "Saudi Arabia backed the legitimate (government)": behind a name that stands for itself it is a noun.
    return before is not None and match.start - 1 not in alone and lexicon.is_definite(before[1])


def _opens_expression(name: Settled, text: str, lexicon: Lexicon) -> bool:
    match = name.match
    behind = _BEHIND.match(text, match.end) if match.words == 1 else None
    if behind is None or not behind["word"]:
        return False
    return "no_place" in lexicon.classes(
        f"{fold_text(text[match.start : match.end])} {fold_text(behind['word'])}"
    )


def _is_month(name: Settled, text: str, lexicon: Lexicon) -> bool:
    match = name.match
    if match.words > 1 or "month" not in lexicon.classes(fold_text(text[match.start : match.end])):
        return False
    before = text[max(0, match.start - _LONGEST_WORD) : match.start]
    other = _MONTH_BEFORE.search(before)
    behind = _BEHIND.match(text, match.end)
    if _DAY_BEFORE.search(before) is not None or (other is not None and _names_month(other[1], lexicon)):
        return True
    if behind is None or behind["month"]:
        return behind is not None and _names_month(behind["month"], lexicon)
    tail = behind["word"] and not _TAILS.isdisjoint(lexicon.pack.dates.slots(fold_text(behind["word"])))
    return match.led and bool(behind["year"] or tail)


def _names_month(word: str, lexicon: Lexicon) -> bool:
    return "month" in lexicon.classes(fold_text(word))


def _is_preposition(name: Settled, text: str, lexicon: Lexicon) -> bool:
    match = name.match
    if not match.preposition or match.words > 1 or not text[match.end : match.end + 2].strip():
        return False
    opening = text.rfind(" ", 0, match.start) + 1
    word = fold_text(text[opening : match.end]).removeprefix(match.conjunction)
    if (
        "preposition" not in lexicon.classes(word)
        or text[match.end] != " "
        or not text[match.end + 1].isalpha()
    ):
        return False
    before = _WORD_BEFORE.search(fold_letters(text[max(0, opening - _LONGEST_WORD) : opening]))
    owner = lexicon.analyse(before[1]).classes if before is not None else frozenset()
    return owner.isdisjoint(_OWNED)


def _opens_with_another_word(name: Settled, text: str, lexicon: Lexicon) -> bool:
    """Whether the first of several words of a name is an adjective with what is written onto it."""
    match = name.match
    if not match.preposition or match.words == 1:
        return False
    opening = text.rfind(" ", 0, match.start) + 1
    word = fold_text(text[opening : match.end].split(maxsplit=1)[0]).removeprefix(match.conjunction)
    return "epithet" in lexicon.classes(word)


def _is_verb(name: Settled, text: str, lexicon: Lexicon) -> bool:
    ambiguous = name.match.words == 1 and all(unsure for _, unsure in name.match.candidates)
    word = fold_text(text[name.match.start : name.match.end]) if ambiguous else ""
    return ambiguous and "light" in lexicon.classes(word)


def _opens_clause(before: str, lexicon: Lexicon) -> bool:
    """Whether nothing but a word that opens clauses, or a mark, stands right before."""
    word = _WORD_BEFORE.search(fold_letters(before))
    return word is None or bool(lexicon.analyse(word[1]).classes & _OPENERS)


def _parted_by_a_space(between: str) -> bool:
    """Whether two words have one space between them, and else nothing that can be seen."""
    return fold_letters(between) == " "
