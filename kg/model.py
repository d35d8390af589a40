"""The values that pass between the stages: frozen, comparable, and free of RDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Modality(StrEnum):
    """How surely a document states a claim."""

    ASSERTED = "asserted"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a document. Half-open code points, so ``text[start:end] == quote``."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"not a span: {self.start}-{self.end} for {len(self.quote)} characters")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year, as ``2015-10-16``, ``2015-10`` or ``2015``; or any other run of days.

    A run that is neither is written by its first and last day, ``2015-10-14/2015-11-12`` (ISO 8601): a week, a month
    of the Hijri calendar, "from the 3rd to the 7th of May".
    """

    value: str
    precision: Precision

    @classmethod
    def covering(cls, first: date, last: date) -> PartialDate:
        """The days from ``first`` to ``last``, both included, by their shortest name. Raises ``ValueError``."""
        if last < first:
            raise ValueError(f"{last} is before {first}")
        if first == last:
            return cls(first.isoformat(), Precision.DAY)
        for value, precision in (
            (f"{first.year:04d}-{first.month:02d}", Precision.MONTH),
            (f"{first.year:04d}", Precision.YEAR),
        ):
            named = cls(value, precision)
            if (named.earliest, named.latest) == (first, last):
                return named
        return cls(f"{first.isoformat()}/{last.isoformat()}", Precision.INTERVAL)

    @property
    def earliest(self) -> date:
        """The first day that the value can mean."""
        return _first_day(self.value)

    @property
    def latest(self) -> date:
        """The last day that the value can mean, inclusive."""
        if self.precision is Precision.INTERVAL:
            return date.fromisoformat(self.value.partition("/")[2])
        first = self.earliest
        if self.precision is Precision.DAY:
            return first
        if self.precision is Precision.YEAR:
            return date(first.year, 12, 31)
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)


@lru_cache(maxsize=4096)
def _first_day(value: str) -> date:
    """The first day of a date as it is written; the days of one document are asked for again and again."""
    year, month, day = [*map(int, value.partition("/")[0].split("-")), 1, 1][:3]
    return date(year, month, day)


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
RULES_VERSION = f"{RULES}/0.8"
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


class Name(NamedTuple):
    """One way to write an actor or a place. An ambiguous name counts only where the context supports it."""

    text: str
    language: str
    ambiguous: bool = False


class Tenure(NamedTuple):
    """A relation that holds for a time: who commands, belongs to or is allied with whom, and from when until when."""

    relation: str
    target: str
    """IRI of the other actor."""
    start: str | None = None
    end: str | None = None
    """xsd:date, xsd:gYearMonth or xsd:gYear, as written in the registry."""


@dataclass(frozen=True, slots=True)
class RegistryEntry:
    """What the registry knows of one actor or place."""

    entity: Entity
    names: tuple[Name, ...]
    is_place: bool
    cues: tuple[str, ...] = ()
    """Words that support an ambiguous name where they stand in the same section."""
    blocked_by: tuple[str, ...] = ()
    """Words that rule a name out where they follow it."""
    tenures: tuple[Tenure, ...] = ()
    within: str | None = None
    """IRI of the place that holds this place."""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """All known actors and places, sorted by IRI."""

    entries: tuple[RegistryEntry, ...]
