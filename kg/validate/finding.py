"""What an engine finds, before it is put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pyoxigraph import BlankNode, NamedNode

from kg.validate.report import Severity
from kg.validate.terms import Term


class Engine(StrEnum):
    """What holds data against the shapes."""

    COMPILED = "compiled"
    """The shapes compiled to Python: the default."""
    PYSHACL = "pyshacl"
    """pySHACL, which says what is right where the two differ."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One result as SHACL gives it.

    ``shape`` is the SPARQL constraint where one found it, else the shape; ``component`` is the IRI of the kind of
    constraint.
    """

    severity: Severity
    node: NamedNode | BlankNode
    path: str | None
    value: Term | None
    shape: str
    component: str
    solution: Mapping[str, Term] | None = field(default=None, compare=False)
    """The values of the solution of a SPARQL constraint, if the engine kept them."""
