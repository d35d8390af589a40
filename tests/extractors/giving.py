"""Extractors for tests, which give what they are told to give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.extractors import CandidateClaim, Context, Given
from kg.model import Document


class Giving:
    """Gives the same candidates of every document."""

    version = "1"

    def __init__(self, *given: Any, name: str = "giving", languages: Iterable[str] = ()) -> None:
        self.name = name
        self.languages = frozenset(languages)
        self._given = given

    def extract(self, document: Document, context: Context) -> Iterator[Given]:
        """What it was told, one by one."""
        yield from self._given


def candidate(evidence: str, subject: str, predicate: str, object_: str, **more: Any) -> CandidateClaim:
    """A candidate with its parts in the order in which they are read."""
    return CandidateClaim(evidence, subject, predicate, object_, **more)
