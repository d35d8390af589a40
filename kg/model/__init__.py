"""The values that pass between the stages: frozen, comparable, and free of RDF.

A part is imported when a name of it is first asked for: what only needs to know how surely something is said starts
faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.on_demand import on_demand

if TYPE_CHECKING:
    from kg.model.claims import (
        RULES,
        RULES_VERSION,
        Claim,
        Document,
        Entity,
        Mention,
        Origin,
        RelationKind,
        ToldClaims,
    )
    from kg.model.dates import PartialDate, Precision
    from kg.model.known import Name, Registry, RegistryEntry, Tenure
    from kg.model.modality import Modality
    from kg.model.span import Span

__all__ = [
    "RULES",
    "RULES_VERSION",
    "Claim",
    "Document",
    "Entity",
    "Mention",
    "Modality",
    "Name",
    "Origin",
    "PartialDate",
    "Precision",
    "Registry",
    "RegistryEntry",
    "RelationKind",
    "Span",
    "Tenure",
    "ToldClaims",
]

_HOMES = {
    "Claim": "claims",
    "Document": "claims",
    "Entity": "claims",
    "Mention": "claims",
    "Modality": "modality",
    "Name": "known",
    "Origin": "claims",
    "PartialDate": "dates",
    "Precision": "dates",
    "RULES": "claims",
    "RULES_VERSION": "claims",
    "Registry": "known",
    "RegistryEntry": "known",
    "RelationKind": "claims",
    "Span": "span",
    "Tenure": "known",
    "ToldClaims": "claims",
}
"""Which module defines a name."""

__getattr__ = on_demand(__name__, _HOMES)
