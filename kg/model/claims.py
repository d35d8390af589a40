"""Documents, and what they claim of whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model.dates import PartialDate
from kg.model.modality import Modality
from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a text was read from, so that it can be found and read again."""

    path: str
    """Absolute, as Python spells it: a byte of a name that is not UTF-8 is a lone surrogate."""
    form: str
    """The format in which it was read, such as ``txt``."""


@dataclass(frozen=True, slots=True)
class ToldClaims:
    """Claims as they came in, one a line with its number, and not read yet."""

    file: str
    """The input that they stand in, as messages call it."""
    lines: tuple[tuple[int, bytes], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One article. ``sha256`` is the hex digest of the UTF-8 bytes of ``text`` and is its identity."""

    sha256: str
    text: str
    name: str
    """The path or IRI as the user gave it, or the ``id`` of a JSON Lines record."""
    language: str = "ar"
    title: str | None = None
    date: PartialDate | None = None
    source: str | None = None
    """Who published it."""
    url: str | None = None
    author: str | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)
    """None for what came by a pipe or was made by a program. The same document may come from several files."""
    claims: tuple[Claim, ...] | None = None
    """What was found in it before, where that is at hand and its text is not: ``text`` is empty then."""
    stated: bytes | None = field(default=None, repr=False)
    """Its graph as N-Quads, where that is what came in: not believed yet, and its claims not read."""
    told: ToldClaims | None = field(default=None, repr=False)
    """What stands for ``claims`` where these are to be read later (``kg.readers.with_claims``)."""
    length: int | None = None
    """How many code points its text has, where the text is not at hand."""

    @property
    def characters(self) -> int:
        """How many code points its text has."""
        return len(self.text) if self.length is None else self.length

    def span(self, start: int, end: int) -> Span:
        """The words from ``start`` to ``end``, half-open code points."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or a place, as claims name it: IRI, class (local name in the ontology) and labels."""

    iri: str
    type: str
    label: str
    """The label to show: English where there is one, else the words of the text."""
    label_ar: str | None = None
    known: bool = True
    """False for an actor or place that the registry does not list."""
    country: str | None = None
    """IRI of the country (a place), where known."""
    within: str | None = None
    """IRI of the place that holds this one, where the text says so; the registry knows it of its own places."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor or a place, and whom they mean."""

    span: Span
    entity: Entity


@dataclass(frozen=True, slots=True)
class RelationKind:
    """What a reader of texts must know of a relation of the ontology. Names are local names."""

    name: str
    object_kinds: frozenset[str]
    """Of ``actor`` and ``place``."""
    symmetric: bool = False
    stance: str = ""
    """``friendly`` where it sets the two on one side, ``hostile`` where against each other."""


RULES = "rules"
"""The extractor that reads where no other is chosen."""
RULES_VERSION = f"{RULES}/0.9"
"""The same with its version, as claims name it. Raised when what it reads changes."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One subject-relation-object statement by one document.

    ``predicate`` is a local name in the ontology. ``attributed_to`` is the chain of sources, innermost first, empty
    where the author speaks. ``confidence`` is from 0 to 1. A symmetric relation is stated once, in text order.
    """

    document: str
    """SHA-256 of the document."""
    subject: Mention
    predicate: str
    object: Mention
    modality: Modality
    evidence: Span
    rule: str
    confidence: float
    attributed_to: tuple[Mention, ...] = ()
    place: Mention | None = None
    date: PartialDate | None = None
    extractor: str = RULES_VERSION
