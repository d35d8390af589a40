"""Whom words of a text mean: as the rules read them there, as the registry names them, or somebody nobody listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.extract import Understood
from kg.extract.engine import Extractor
from kg.extract.nodes import Phrase
from kg.extractors.quotes import Place
from kg.extractors.reasons import Reason, UngroundedError
from kg.folding import Folded, fold
from kg.iri import is_actor, is_place
from kg.model import Document, Entity, Mention

_WORD = re.compile(r"\w+")
_OPENING = ("article", "transparent_actor", "quantifier", "partitive", "demonstrative")
"""Classes of words that may stand before a name and mean no other than it."""
_CLOSING = ("nisba", "epithet")
"""Classes of words that may stand behind a name and mean no other than it."""
_PEOPLE = ("title", "head", "source_noun", "singular_source")
"""Classes of words that say what somebody is."""
_LONGEST_NAME = 10
"""Words: what is longer describes and does not name."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a mention: half-open offsets into the text, and how the language reads each."""

    spans: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]


class Linker:
    """Settles names in one document, with what the rules understood of it."""

    def __init__(self, document: Document, engine: Extractor, understood: Sequence[Understood]) -> None:
        self._document = document
        self._engine = engine
        phrases = [node for each in understood for node in each.nodes if isinstance(node, Phrase)]
        self._possessives = {ending.strip("'") for ending in engine.lexicon.pack.grammar.possessives}
        self._phrases = {(phrase.start, phrase.end): phrase for phrase in phrases}

    def known(self, at: Place, kind: str) -> Mention | None:
        """The ``actor`` or ``place`` that the words at a place mean, in the registry or for the rules; or None.

        Raises ``UngroundedError`` where they could mean several.
        """
        words = self._words(at)
        while words.spans:
            for start in self._starts(words):
                entity = self._meant(start, words.spans[-1][1], kind)
                if entity is not None:
                    return Mention(self._document.span(start, words.spans[-1][1]), entity)
            shorter = self._shortened(words)
            if shorter is None:
                return self._behind_title(words, kind)
            words = shorter
        return None

    def unlisted(self, at: Place, kind: str, type_: str) -> Mention:
        """A new actor or place of the words at a place. Raises ``UngroundedError`` where they name nobody."""
        words = self._words(at)
        start, end = self._name_start(words, type_), words.spans[-1][1]
        span = self._document.span(start, end)
        other = self.known(at, "actor" if kind == "place" else "place")
        if other is not None:
            raise UngroundedError(Reason.KIND, f"{span.quote!r} is known as a {other.entity.type}")
        if len(words.spans) > _LONGEST_NAME or not self._names(words, start):
            raise UngroundedError(Reason.NOBODY, f"{span.quote!r} is not the name of anybody")
        entities = self._engine.entities
        if kind == "place":
            return Mention(span, entities.unlisted_place(span.quote, type_))
        return Mention(span, entities.unlisted_actor(span.quote, type_))

    def described(self, at: Place) -> Mention | None:
        """Somebody without a name, by an office or a noun for people, such as "a minister"; None for other words."""
        words = self._words(at)
        start, end = self._name_start(words, "DescribedGroup"), words.spans[-1][1]
        classes = [self._engine.lexicon.analyse(word).classes for word in words.folded]
        if len(words.spans) > _LONGEST_NAME or all(each.isdisjoint(_PEOPLE) for each in classes):
            return None
        span = self._document.span(start, end)
        return Mention(span, self._engine.entities.unlisted_actor(span.quote, "DescribedGroup"))

    def head_type(self, at: Place) -> str | None:
        """The class that the noun before a name gives it, such as the one behind "brigade"; None without one."""
        words = self._words(at).folded
        found = (self._organisation(word) for word in (words[0], words[-1]))
        return next((str(head["type"]) for head in found if "type" in head), None)

    def _organisation(self, word: str) -> Mapping[str, Any]:
        """What the pack says of a noun that an organisation's name has; nothing of other words."""
        lexicon = self._engine.lexicon
        head = lexicon.pack.heads.get(lexicon.analyse(word).core, {})
        return head if head.get("role") == "organisation" else {}

    def _words(self, at: Place) -> _Words:
        folded = fold(self._document.text[at.start : at.end])
        found = [match.span() for match in _WORD.finditer(folded.text)]
        spans = tuple(_original(folded, low, high, at.start) for low, high in found)
        return _Words(spans, tuple(folded.text[low:high] for low, high in found))

    def _starts(self, words: _Words) -> Iterator[int]:
        """Where the mention may begin: with its first word, or behind what may be written onto that."""
        start, end = words.spans[0]
        yield start
        folded = fold(self._document.text[start:end])
        for reading in self._engine.lexicon.splits(words.folded[0]):
            if reading.skipped:
                yield start + folded.origins[reading.skipped]

    def _meant(self, start: int, end: int, kind: str) -> Entity | None:
        phrase = self._phrases.get((start, end))
        entity = phrase.entity(kind) if phrase is not None else None
        if entity is not None:
            return entity
        if phrase is not None and phrase.possible:
            possible = [each for each in phrase.possible if _is_kind(each, kind)]
        else:
            possible = list(self._named(start, end, kind))
        if len(possible) > 1:
            several = ", ".join(sorted(each.label for each in possible))
            words = self._document.text[start:end]
            raise UngroundedError(Reason.AMBIGUOUS, f"{words!r} could mean {several}; use a fuller name")
        return possible[0] if possible else None

    def _named(self, start: int, end: int, kind: str) -> Iterator[Entity]:
        """The entries that have these very words as a name; those that have it as an ambiguous one come last."""
        words = self._document.text[start:end]
        for match in self._engine.gazetteer.find(fold(words), words):
            if (match.start, match.end) != (0, end - start):
                continue
            fitting = [each for each in match.candidates if each[0].is_place is (kind == "place")]
            sure = [entry.entity for entry, ambiguous in fitting if not ambiguous]
            yield from sure or (entry.entity for entry, _ in fitting)

    def _shortened(self, words: _Words) -> _Words | None:
        """The words without one that only leads up to a name or follows it."""
        if len(words.spans) < 2:
            return None
        analyse = self._engine.lexicon.analyse
        owned = len(words.spans) > 2 and words.folded[1] in self._possessives
        if owned or not analyse(words.folded[0]).classes.isdisjoint(_OPENING):
            passed = 2 if owned else 1
            return _Words(words.spans[passed:], words.folded[passed:])
        if not analyse(words.folded[-1]).classes.isdisjoint(_CLOSING):
            return _Words(words.spans[:-1], words.folded[:-1])
        return None

    def _behind_title(self, words: _Words, kind: str) -> Mention | None:
        """The person whose name ends the words, behind an office or a rank."""
        if kind != "actor" or "title" not in self._engine.lexicon.analyse(words.folded[0]).classes:
            return None
        end = words.spans[-1][1]
        for start, _ in words.spans[1:]:
            entity = self._meant(start, end, kind)
            if entity is not None and entity.type == "Person":
                return Mention(self._document.span(start, end), entity)
        return None

    def _name_start(self, words: _Words, type_: str) -> int:
        """Where a name begins: behind an article, a rank, and what is written onto the first word."""
        analyse = self._engine.lexicon.analyse
        first = 0
        while first < len(words.spans) - 1:
            classes, following = analyse(words.folded[first]).classes, analyse(words.folded[first + 1])
            rank = type_ == "Person" and "title" in classes and not following.known
            if "article" not in classes and not rank:
                break
            first += 1
        start, end = words.spans[first]
        reading = analyse(words.folded[first])
        if not reading.skipped or not reading.known:
            return start
        return start + fold(self._document.text[start:end]).origins[reading.skipped]

    def _names(self, words: _Words, start: int) -> bool:
        """Whether there is a name in the words, and not only words of the language and names of others."""
        if not any(character.isalpha() for word in words.folded for character in word):
            return False
        readings = [self._engine.lexicon.analyse(word) for word in words.folded]
        if len(readings) > 1 and self._organisation(words.folded[0]) and "nisba" not in readings[1].classes:
            return True
        end = words.spans[-1][1]
        others = [
            phrase
            for phrase in self._phrases.values()
            if start <= phrase.start and phrase.end <= end and (phrase.actor or phrase.place)
        ]
        return any(
            not reading.known
            and span[1] - span[0] > 1
            and not any(other.start <= span[0] < other.end for other in others)
            for span, reading in zip(words.spans, readings, strict=True)
        )


def _original(folded: Folded, low: int, high: int, offset: int) -> tuple[int, int]:
    start, _ = folded.original(low, low + 1)
    _, end = folded.original(high - 1, high)
    return start + offset, end + offset


def _is_kind(entity: Entity, kind: str) -> bool:
    return is_actor(entity.iri) if kind == "actor" else is_place(entity.iri)
