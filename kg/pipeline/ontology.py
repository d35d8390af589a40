"""Whether the ontology can be true, each of its terms can ever apply, and all of them are well described."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.ontology import alignment_files, ontology_files
from kg.reason.consistency import reason_over
from kg.reason.java import find_java
from kg.reason.parts import read_axioms
from kg.validate.quality import QualityViolation, check_quality


@dataclass(frozen=True, slots=True)
class OntologyReport:
    """What is wrong with an ontology; names are IRIs, sorted."""

    consistent: bool
    contradictory: tuple[str, ...]
    """Where not consistent: a smallest set of individuals, else of terms, that contradict each other."""
    unsatisfiable: tuple[str, ...]
    """Classes to which nothing can belong, and properties that can never hold."""
    violations: tuple[QualityViolation, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing at all is wrong."""
        return self.consistent and not self.unsatisfiable and not self.violations


def check_ontology(
    files: Sequence[Path] | None = None,
    *,
    seconds: float = 120,
    java: Callable[[], Path] = find_java,
) -> OntologyReport:
    """Checks ``files`` (Turtle), or else the program's own ontology with its alignments, by HermiT and by shapes.

    Nothing is fetched, and nothing named in the files is run. Raises ``RdfSyntaxError``,
    ``JavaMissingError``, ``ReasonerError``, and ``ReasonerTimeoutError`` after ``seconds``.
    """
    chosen = (*ontology_files(), *alignment_files()) if files is None else tuple(files)
    verdict = reason_over(read_axioms(chosen), java(), seconds=seconds)
    return OntologyReport(verdict.consistent, verdict.culprits, verdict.unsatisfiable, check_quality(chosen))
