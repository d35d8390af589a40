"""What the answers of the JSON API are made of. A field, once named, keeps its name."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, Field

from kg.model import Modality

T = TypeVar("T")

Iso = Annotated[str | None, Field(description="A day, ISO 8601, or null where none is known.")]


class Problem(BaseModel):
    """Why there is no answer, and the way out (RFC 9457)."""

    title: str
    status: int
    detail: str
    setting: str | None = Field(None, description="The option of `kg serve` that would let it through.")


class Named(BaseModel):
    """An actor or a place."""

    id: str = Field(description="The IRI.")
    path: str = Field(description="The part of the IRI below the base, such as `actor/hezbollah`.")
    label: str
    label_ar: str | None
    type: str = Field(description="Local name of the class, such as `ArmedGroup`.")
    kind: Literal["actor", "place"]


class Page(BaseModel, Generic[T]):
    """Some of what there is."""

    items: list[T]
    total: int = Field(description="How many there are in all; exact.")
    offset: int
    limit: int


class Link(BaseModel):
    """Who stands in which relation to whom, and how often it is said."""

    subject: Named
    relation: str
    object: Named
    modality: Modality | None = Field(description="Null where the link is inferred.")
    inferred: bool
    claims: int
    documents: int
    voices: int = Field(
        description="How many say so: those to whom it is ascribed, else publishers, else documents."
    )
    earliest: Iso
    latest: Iso
    contradicted: bool


class Arg(Named):
    """An actor or a place in a claim, and the words that name it."""

    start: int | None = Field(description="First code point of the words in the document's text.")
    end: int | None = Field(description="The code point behind the last.")
    text: str | None


class DocumentRef(BaseModel):
    """A document without its text."""

    id: str
    path: str
    name: str
    title: str | None
    date: str | None = Field(description="A day, month or year, or two days with a slash between.")
    publisher: str | None
    url: str | None
    language: str | None


class Evidence(BaseModel):
    """Words of a document. Half-open code points: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str


class ClaimDate(BaseModel):
    """The days that a claim can be about."""

    earliest: Iso
    latest: Iso
    of: Literal["claim", "document"] = Field(description="Whose date it is.")


class Claim(BaseModel):
    """What one document says, in its words."""

    id: str
    path: str
    subject: Arg
    relation: str
    object: Arg
    modality: Modality
    attributed_to: list[Arg] = Field(description="To whom the document ascribes it, innermost first.")
    publisher: str | None
    document: DocumentRef
    evidence: Evidence
    before: str = Field(description="Text before the evidence; empty where the text is not kept.")
    after: str
    place: Arg | None
    date: ClaimDate | None
    confidence: float
    rule: str
    extractor: str | None


class Source(BaseModel):
    """Who speaks: to whom claims are ascribed in the last instance, else who published them."""

    name: str
    id: str | None = Field(
        description="The IRI of an actor; null for a publisher that is known by name alone."
    )
    path: str | None
    label_ar: str | None
    documents: int
    claims: int
