"""How surely something is said."""

from __future__ import annotations

from enum import StrEnum


class Modality(StrEnum):
    """How surely a document states a claim."""

    ASSERTED = "asserted"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
