"""Cuts a sentence into words and marks, reads clitics off, and joins the words of expressions."""

from __future__ import annotations

import re
import unicodedata

from kg.extract.gazetteer import NameMatch
from kg.extract.lexicon import Lexicon, Reading
from kg.extract.nodes import Word
from kg.folding import Folded, fold_text

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokenize(
    text: str, folded: Folded, low: int, high: int, lexicon: Lexicon, names: list[NameMatch]
) -> list[Word]:
    """The words of the range ``[low, high)`` of ``folded``, the folded ``text``; expressions joined, in text order.

    No expression reaches into a known name: names are longer and surer.
    """
    words = [
        _word(folded, match.start() + low, match.end() + low, lexicon)
        for match in _TOKEN.finditer(folded.text[low:high])
    ]
    for word in words:
        word.written = text[word.core_start : word.end]
        if word.suffix and not _ends_in_pronoun(word.written, lexicon):
            word.core, word.suffix, word.classes, word.senses = word.text, "", frozenset(), ()
    taken = [(name.start, name.end) for name in names]
    return _join(words, lexicon, taken)


def _ends_in_pronoun(written: str, lexicon: Lexicon) -> bool:
    """Whether a word is spelled with a pronoun at its end: folding makes other letters look like one."""
    letters = unicodedata.normalize("NFKC", "".join(c for c in written if fold_text(c)))
    return letters.endswith(tuple(lexicon.pack.clitics["pronouns"]))


def _word(folded: Folded, low: int, high: int, lexicon: Lexicon) -> Word:
    start, _ = folded.original(low, low + 1)
    _, end = folded.original(high - 1, high)
    text = folded.text[low:high]
    if not text[0].isalnum() and text[0] != "_":
        return Word(start, end, text, text, start, mark=True)
    reading = lexicon.pronoun(text) if lexicon.exact(text) is None else None
    reading = reading or lexicon.analyse(text)
    return _placed(folded, low, start, end, text, reading)


def _placed(folded: Folded, low: int, start: int, end: int, text: str, reading: Reading) -> Word:
    core_start = (
        folded.original(low + reading.skipped, low + reading.skipped + 1)[0] if reading.core else start
    )
    return Word(
        start,
        end,
        text,
        reading.core,
        core_start,
        "",
        reading.conjunction,
        reading.preposition,
        reading.suffix,
        reading.classes,
        reading.senses,
    )


def _join(words: list[Word], lexicon: Lexicon, taken: list[tuple[int, int]]) -> list[Word]:
    joined: list[Word] = []
    position = 0
    while position < len(words):
        size, word = _expression(words, position, lexicon, taken)
        joined.append(word)
        position += size
    return joined


def _expression(
    words: list[Word], position: int, lexicon: Lexicon, taken: list[tuple[int, int]]
) -> tuple[int, Word]:
    first = words[position]
    openings = [each for each in lexicon.splits(first.text) if lexicon.opens_expression(each.core)]
    if first.mark or not openings:
        return 1, first
    for size in range(min(lexicon.longest_expression, len(words) - position), 1, -1):
        group = words[position : position + size]
        if any(word.mark for word in group):
            continue
        if any(start < group[-1].end and group[0].core_start < end for start, end in taken):
            continue
        tail = " ".join(word.text for word in group[1:])
        for opening in openings:
            found = lexicon.exact(f"{opening.core} {tail}")
            if found is not None:
                whole = " ".join(word.text for word in group)
                start = (
                    first.start + (len(first.text) - len(opening.core)) if opening.skipped else first.start
                )
                return size, Word(
                    first.start,
                    group[-1].end,
                    whole,
                    found.core,
                    start,
                    " ".join((first.written[-len(opening.core) :], *(word.written for word in group[1:]))),
                    opening.conjunction,
                    opening.preposition,
                    "",
                    found.classes,
                    found.senses,
                )
    return 1, first
