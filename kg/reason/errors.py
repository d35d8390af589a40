"""What can be wrong with a file of ``ontology/rules``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import KGError


class RuleError(KGError):
    """The parent of all errors in a rule file. Line and column are counted from 1."""

    def __init__(self, path: Path, line: int, column: int, problem: str, way_out: str) -> None:
        super().__init__(f"{path}: line {line}, column {column}: {problem}; {way_out}")


class RuleSyntaxError(RuleError):
    """Text that is not SPARQL."""

    def __init__(self, path: Path, line: int, column: int, found: str, expected: str) -> None:
        super().__init__(path, line, column, f"expected {expected}, found {found}", "mend it there")


class UnsupportedRuleError(RuleError):
    """SPARQL that says more than a rule of inference may."""

    def __init__(self, path: Path, line: int, column: int, construct: str) -> None:
        way_out = "a rule may hold relations between variables and FILTER(?a != ?b) only"
        super().__init__(path, line, column, f"{construct} is not supported in a rule", way_out)


class UnknownRelationError(RuleError):
    """A rule that names a relation which the ontology does not have."""

    def __init__(self, path: Path, line: int, column: int, relation: str, close: Sequence[str]) -> None:
        hint = f"did you mean {', '.join(close)}?" if close else "add it to ontology/modules/relations.ttl"
        super().__init__(path, line, column, f"the ontology has no relation {relation!r}", hint)


class UndecidableAxiomError(KGError):
    """An axiom that depends on a class which cannot be told from an IRI."""

    def __init__(self, axiom: str, target: str) -> None:
        super().__init__(
            f"the axiom {axiom!r} asks whether something is of class {target!r}, which a link does not tell; "
            "write it for rw:Actor, or for relations that only link what is of that class"
        )
