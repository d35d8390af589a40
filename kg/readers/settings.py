"""What the user says of the documents to read, where they do not say it themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Origin, PartialDate
from kg.readers.notes import Notes

DEFAULT_LIMIT = 20_000_000
"""Bytes that one document may take where it is stored: a file, a stream, or one line of JSON Lines."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults for the metadata of every document read, and the limit on its size in bytes."""

    language: str | None = None
    date: PartialDate | None = None
    source: str | None = None
    url: str | None = None
    limit: int = DEFAULT_LIMIT
    notes: Notes = field(default_factory=Notes)
    """Hears of what was read otherwise than it was declared."""
    sidecar: Mapping[str, str] = field(default_factory=dict)
    """What a sidecar states of the one document that is read; it goes before what the document states."""
    claims_later: bool = False
    """Whether claims are left as they are told, for ``kg.readers.with_claims`` to read."""
    origin: Origin | None = None
    """The file that is being read; None for a stream."""
