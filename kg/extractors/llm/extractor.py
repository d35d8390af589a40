"""Asks a large model about each part of an article, and hands its words to the host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.extractors.candidate import CandidateClaim, Refused
from kg.extractors.llm.answers import Parsed, parse
from kg.extractors.llm.cache import Cache
from kg.extractors.llm.chunks import Chunk, chunks
from kg.extractors.llm.client import Answer, Client
from kg.extractors.llm.errors import EndpointError, LongArticleError
from kg.extractors.llm.prompt import Message, Prompt, prompt_of
from kg.extractors.llm.settings import Settings, read_settings
from kg.extractors.protocol import Context
from kg.extractors.relations import Relations
from kg.model import Document
from kg.ontology import load_ontology

VERSION = "0.1"
_MOST_FAILURES = 3
"""Documents in a row without an answer, after which the server is left alone."""
_MOST_PROBLEMS = 20
"""Problems that are listed when an answer is to be mended."""
_NO_ANSWER = "part of an article without a usable answer"
_BAD_FORM = "not in the form asked for"


@dataclass(frozen=True, slots=True)
class _Judged:
    content: str
    parsed: Parsed
    good: int
    """How many candidates hold."""
    problems: tuple[str, ...]


class LlmExtractor:
    """Reads any language that its model reads."""

    name = "llm"
    languages: frozenset[str] = frozenset()

    def __init__(self, settings: dict[str, str] | Settings) -> None:
        self._settings = settings if isinstance(settings, Settings) else read_settings(settings)
        self.version = f"{VERSION}+{re.sub(r'[^0-9A-Za-z.]+', '-', self._settings.model).strip('-')}"
        self._failures = 0
        self._broken: EndpointError | None = None

    def extract(self, document: Document, context: Context) -> Iterator[CandidateClaim | Refused]:
        """What the model finds, part by part. Raises ``EndpointError`` where one gets no answer, and
        ``LongArticleError``.

        After an error that the next document would meet too, the server is not asked again.
        """
        if self._broken is not None:
            raise self._broken
        if len(document.text) > self._settings.longest_article:
            raise LongArticleError(len(document.text), self._settings.longest_article)
        try:
            for chunk in chunks(document.text, self._settings.chunk):
                yield from self._read(chunk, context)
        except EndpointError as error:
            self._failures += 1
            if error.lasting or self._failures >= _MOST_FAILURES:
                self._broken = error
            raise
        self._failures = 0

    @cached_property
    def _prompt(self) -> Prompt:
        ontology = load_ontology()
        relations = Relations(ontology)
        return prompt_of(ontology, relations.stateable, relations.types)

    @cached_property
    def _client(self) -> Client:
        return Client(self._settings, self._prompt.schema)

    @cached_property
    def _cache(self) -> Cache:
        settings = self._settings
        return Cache(settings.cache, (settings.url, settings.model, self._prompt.digest))

    def _read(self, chunk: Chunk, context: Context) -> Iterator[CandidateClaim | Refused]:
        text = chunk.text
        content = self._cache.get(text)
        if content is None:
            asked = self._prompt.ask(text)
            answer = self._client.ask(asked)
            halves = chunk.halves() if answer.cut else ()
            for half in halves:
                yield from self._read(half, context)
            if halves:
                return
            content = self._mended(asked, answer, context)
            if parse(content).whole:
                self._cache.put(text, content)
        parsed = parse(content)
        if not parsed.whole:
            yield Refused(_NO_ANSWER)
            return
        yield from parsed.candidates
        yield from (Refused(_BAD_FORM) for _ in parsed.problems)

    def _mended(self, asked: list[Message], answer: Answer, context: Context) -> str:
        """The answer, or a second one where that is better; a model that declined is asked no second time."""
        first = _judge(answer.content, context)
        if not first.problems or not answer.content.strip():
            return first.content
        again = self._prompt.repair(asked, first.content, first.problems[:_MOST_PROBLEMS])
        second = _judge(self._client.ask(again).content, context)
        return second.content if _rank(second) >= _rank(first) else first.content


def _judge(content: str, context: Context) -> _Judged:
    parsed = parse(content)
    held = [(candidate, context.problem(candidate)) for candidate in parsed.candidates]
    unfounded = tuple(f"{each.subject} {each.predicate} {each.object}: {why}" for each, why in held if why)
    return _Judged(content, parsed, len(held) - len(unfounded), parsed.problems + unfounded)


def _rank(judged: _Judged) -> tuple[bool, int, int]:
    return judged.parsed.whole, judged.good, -len(judged.problems)
