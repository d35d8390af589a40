"""Cuts an article into parts that fit into one question, by its sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.extract.sections import Sentence, sentences

_OVERLAP = 1
"""Sentences that a part repeats from the one before, so that nothing is lost that spans the cut."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Sentences that follow each other, and the heading that they stand under if it is not among them."""

    document: str
    """The whole text."""
    sentences: tuple[Sentence, ...]
    heading: Sentence | None = None

    @property
    def text(self) -> str:
        """The words of the article as they stand, under their heading."""
        body = self.document[self.sentences[0].start : self.sentences[-1].end]
        return f"{_words(self.document, self.heading)}\n{body}" if self.heading else body

    def halves(self) -> tuple[Chunk, ...]:
        """The two halves, under the same heading; none of a single sentence."""
        middle = len(self.sentences) // 2
        if not middle:
            return ()
        heading = self.heading or _heading(self.sentences)
        first = Chunk(self.document, self.sentences[:middle], self.heading)
        return first, Chunk(self.document, self.sentences[middle:], heading)


def chunks(text: str, size: int) -> Iterator[Chunk]:
    """The parts of ``text``, each of about ``size`` code points at most: whole sections, or pieces of a long one."""
    waiting: list[Sentence] = []
    for _, group in groupby(sentences(text), key=lambda each: each.section):
        section = list(group)
        if waiting and section[-1].end - waiting[0].start > size:
            yield from _pieces(text, waiting, size)
            waiting = []
        waiting += section
    yield from _pieces(text, waiting, size)


def _pieces(text: str, given: list[Sentence], size: int) -> Iterator[Chunk]:
    heading, own = None, list[Sentence]()
    for sentence in given:
        if own and sentence.end - own[0].start > size:
            yield Chunk(text, tuple(own), heading)
            heading = _heading(own) or heading
            own = own[-_OVERLAP:] if sentence.end - own[-_OVERLAP].start <= size else []
        own.append(sentence)
    if own:
        yield Chunk(text, tuple(own), heading)


def _heading(among: list[Sentence] | tuple[Sentence, ...]) -> Sentence | None:
    return next((each for each in reversed(among) if each.heading), None)


def _words(text: str, sentence: Sentence | None) -> str:
    return text[sentence.start : sentence.end] if sentence else ""
