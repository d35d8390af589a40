"""What validation found: one result for each thing that is wrong, with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a result is: a violation keeps a document out, a warning does not."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a shape found. IRIs are given in full; labels are for people."""

    severity: Severity
    node: str
    """The IRI of what is wrong, or ``_:`` and the identifier of a blank node."""
    label: str
    """The node in words: the name of an actor, the title of a document, the statement of a claim."""
    path: str | None
    """The IRI of the property that is wrong, where it is one property."""
    message: str
    message_ar: str
    remedy: str
    """What to do about it."""
    remedy_ar: str
    shape: str
    """The IRI of the shape, or of the SPARQL constraint, that found it."""
    shape_label: str
    component: str
    """The IRI of the kind of constraint that was broken, such as ``sh:MinCountConstraintComponent``."""
    value: str | None = None
    """The value that is wrong: an IRI, or the words of a literal."""
    document: str | None = None
    """The IRI of the document that the node belongs to."""
    document_name: str | None = None
    """The path or identifier under which that document was read."""
    quote: str | None = None
    """The passage that the node rests on."""

    def record(self) -> dict[str, str | None]:
        """The result as plain data, one key a field."""
        return {key: None if value is None else str(value) for key, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Report:
    """All results of one validation, each once, the worst of each document first."""

    results: tuple[Result, ...] = ()
    beyond: int = 0
    """How many further warnings there are that are only counted."""

    @property
    def conforms(self) -> bool:
        """Whether nothing was violated; warnings do not count."""
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        """The results that keep a document out."""
        return tuple(result for result in self.results if result.severity is Severity.VIOLATION)

    @property
    def warnings(self) -> tuple[Result, ...]:
        """The results that a person should look at and that keep nothing out."""
        return tuple(result for result in self.results if result.severity is Severity.WARNING)


def report(results: Iterable[Result], *, beyond: int = 0) -> Report:
    """A report of ``results`` in a fixed order: by document, then by severity, node, path and message."""
    return Report(tuple(sorted(set(results), key=_rank)), beyond)


def _rank(result: Result) -> tuple[str, int, str, str, str, str]:
    severity = list(Severity).index(result.severity)
    return (
        result.document_name or "",
        severity,
        result.node,
        result.path or "",
        result.message,
        result.value or "",
    )
