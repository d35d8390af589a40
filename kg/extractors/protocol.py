"""What an extractor is, and what the host offers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from kg.extractors.candidate import CandidateClaim, Refused
from kg.model import Claim, Document

if TYPE_CHECKING:
    from kg.ontology import Relation

Given: TypeAlias = CandidateClaim | Claim | Refused
"""What an extractor may yield. A ``Claim`` is for one that knows exact offsets, as the rules do."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an extractor may ask of the host while it reads one document."""

    relations: tuple[Relation, ...]
    """The relations that a claim may state, sorted by name."""
    types: tuple[str, ...]
    """The classes that an actor may have, sorted."""
    problem: Callable[[CandidateClaim], str | None]
    """Why the host would refuse a candidate, or None: for an extractor that can mend its answer."""
    rules: Callable[[], tuple[Claim, ...]]
    """What the rules of the document's language pack find in it."""


class Extractor(Protocol):
    """Turns one document into candidates. Grounding, linking and ids are the host's work, not the extractor's."""

    @property
    def name(self) -> str:
        """Small letters, digits, ``-`` and ``_``; it stands in every claim."""

    @property
    def version(self) -> str:
        """Whatever tells claims of one state of the extractor from those of another."""

    @property
    def languages(self) -> frozenset[str]:
        """Codes of the languages that it reads; empty for any."""

    def extract(self, document: Document, context: Context) -> Iterable[Given]:
        """What ``document`` says, in text order. Raises a ``KGError`` for a document that it cannot read."""


Factory: TypeAlias = Callable[[dict[str, str]], Extractor]
"""What an entry point names. It is given the extractor's settings: ``KG_<NAME>_<SETTING>`` as ``setting``."""
