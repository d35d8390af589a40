"""Cuts a sentence into words and marks, reads clitics off, and joins the words of expressions."""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.extract.gazetteer import NameMatch
from kg.extract.lexicon import Lexicon, Reading
from kg.extract.nodes import Word, is_quantity
from kg.folding import Folded, visible_letters

_FARTHEST_RESULT = 5
"""Words between a verb of result and "to"."""
_THINGS = frozenset({"transparent_actor", "movable", "head"})
"""Classes of nouns whose last letter folding may have made that of a pronoun."""
_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokenize(
    text: str,
    folded: Folded,
    low: int,
    high: int,
    lexicon: Lexicon,
    names: list[NameMatch],
    unsettled: Collection[int] = (),
) -> list[Word]:
    """The words of the range ``[low, high)`` of ``folded``, the folded ``text``; expressions joined, in text order.

    No expression reaches into a known name: names are longer and surer. ``unsettled`` are the starts of words that may
    be names and for all that is known mean nobody; a noun for a body may hold them: "the air forces".
    """
    words = [_word(text, folded, match, lexicon) for match in _TOKEN.finditer(folded.text, low, high)]
    taken = [(name.start, name.end, name.start in unsettled) for name in names]
    return _join(words, lexicon, taken)


def _ends_in_pronoun(written: str, lexicon: Lexicon) -> bool:
    """Whether a word is spelled with a pronoun at its end: folding makes other letters look like one."""
    pronouns = tuple(lexicon.pack.clitics["pronouns"])
    return written.endswith(pronouns) or visible_letters(written).endswith(pronouns)


def _word(text: str, folded: Folded, match: re.Match[str], lexicon: Lexicon) -> Word:
    low, high = match.span()
    origins, letters = folded.origins, match[0]
    start = origins[low]
    end = max(origins[high] if high < len(origins) else folded.original_length, origins[high - 1] + 1)
    if not letters[0].isalnum() and letters[0] != "_":
        return Word(start, end, letters, letters, start, text[start:end], mark=True)
    reading = lexicon.read(letters)
    if letters in lexicon.conjoined and visible_letters(text[start:end]) in lexicon.conjoined[letters]:
        rest = lexicon.read(letters[1:])
        reading = rest._replace(conjunction=letters[0], skipped=rest.skipped + 1)
    if not (reading.suffix or reading.classes.isdisjoint(_THINGS)):
        reading = _with_pronoun(reading, text[start:end], lexicon)
    conjunction, preposition, core, suffix, classes, senses, skipped = reading
    core_start = origins[low + skipped] if core else start
    spelled = text[start:end]
    written = spelled if core_start == start else text[core_start:end]
    if suffix and not _ends_in_pronoun(written, lexicon):
        return Word(
            start, end, letters, letters, core_start, written, conjunction, preposition, spelled=spelled
        )
    return Word(
        start,
        end,
        letters,
        core,
        core_start,
        written,
        conjunction,
        preposition,
        suffix,
        classes,
        senses,
        spelled=spelled,
    )


def _with_pronoun(reading: Reading, written: str, lexicon: Lexicon) -> Reading:
    """The reading of a preposition whose pronoun folding made the end of a noun: "to him" is not "a vehicle"."""
    core = reading.core
    for pronoun in lexicon.pack.clitics["pronouns"]:
        rest = core[: -len(pronoun)]
        if core.endswith(pronoun) and written.endswith(pronoun) and "preposition" in lexicon.classes(rest):
            found = lexicon.exact(rest)
            return (
                reading
                if found is None
                else reading._replace(core=rest, suffix=pronoun, classes=found.classes, senses=found.senses)
            )
    return reading


def _join(words: list[Word], lexicon: Lexicon, taken: list[tuple[int, int, bool]]) -> list[Word]:
    joined: list[Word] = []
    position = 0
    while position < len(words):
        size, word = 1, words[position]
        openings = () if word.mark else lexicon.openings(word.text)
        longest = _longest(words, position, openings, lexicon) if openings else 0
        if longest:
            # "Of" parts what is counted, and opens no expression: "five of the men of X".
            counted = bool(joined) and word.is_a("partitive") and is_quantity(joined[-1])
            if not counted and not _leads_to_result(word, joined, lexicon):
                size, word = _expression(words, position, openings, longest, lexicon, taken)
        joined.append(word)
        position += size
    return joined


def _longest(words: list[Word], position: int, openings: tuple[Reading, ...], lexicon: Lexicon) -> int:
    """How many words the longest expression may have that opens here, by the first two words; 0 where none can."""
    if position + 1 == len(words):
        return 0
    following = words[position + 1].text
    longest = max(lexicon.longest_expression(opening.core, following) for opening in openings)
    return min(longest, len(words) - position)


def _leads_to_result(word: Word, before: list[Word], lexicon: Lexicon) -> bool:
    """Whether "to" stands behind a verb that says what something led to: it opens no expression then."""
    if word.core not in lexicon.pack.words["sent_to"]:
        return False
    for earlier in reversed(before[-_FARTHEST_RESULT:]):
        if earlier.mark or earlier.is_a("clause", "complementizer", "reporting"):
            return False
        if earlier.is_a("result"):
            return True
    return False


def _expression(
    words: list[Word],
    position: int,
    openings: tuple[Reading, ...],
    longest: int,
    lexicon: Lexicon,
    taken: list[tuple[int, int, bool]],
) -> tuple[int, Word]:
    first = words[position]
    for size in range(longest, 1, -1):
        group = words[position : position + size]
        if any(word.mark for word in group):
            continue
        held = [loose for start, end, loose in taken if start < group[-1].end and group[0].core_start < end]
        if not all(held):
            continue
        tail = " ".join(word.text for word in group[1:])
        for opening in openings:
            found = lexicon.exact(f"{opening.core} {tail}")
            if found is not None and (not held or not found.classes.isdisjoint(("head", "title"))):
                whole = " ".join(word.text for word in group)
                start, written = (
                    first.behind(opening.skipped) if opening.skipped else (first.start, first.written)
                )
                return size, Word(
                    first.start,
                    group[-1].end,
                    whole,
                    found.core,
                    start,
                    " ".join((written, *(word.written for word in group[1:]))),
                    opening.conjunction,
                    opening.preposition,
                    "",
                    found.classes,
                    found.senses,
                )
    return 1, first
