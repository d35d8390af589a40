"""Whether the ontology can be true, each of its terms can ever apply, and all of them are well described."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Triple

from kg.ontology import ontology_files
from kg.reason.hermit import Verdict, ask_hermit
from kg.reason.java import find_java
from kg.reason.parts import by_individual, by_term, n_triples, probes, read_axioms
from kg.reason.quality import QualityViolation, alignment_files, check_quality


@dataclass(frozen=True, slots=True)
class ConsistencyReport:
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
) -> ConsistencyReport:
    """Checks ``files`` (Turtle), or else the program's own ontology with its alignments, by HermiT and by shapes.

    Nothing is fetched, and nothing named in the files is run. Raises ``RdfSyntaxError``,
    ``JavaMissingError``, ``ReasonerError``, and ``ReasonerTimeoutError`` after ``seconds``.
    """
    chosen = (*ontology_files(), *alignment_files()) if files is None else tuple(files)
    verdict = reason_over(read_axioms(chosen), java(), seconds=seconds)
    return ConsistencyReport(
        verdict.consistent, verdict.culprits, verdict.unsatisfiable, check_quality(chosen)
    )


def reason_over(triples: list[Triple], java: Path, *, seconds: float) -> Verdict:
    """HermiT's verdict on ``triples``; what it names are IRIs of individuals, classes and properties."""
    background, individuals = by_individual(triples)
    asked, tested = probes(triples)
    verdict = _ask(background + asked, individuals, java, seconds)
    if not verdict.consistent and not verdict.culprits:
        verdict = _ask(*by_term(triples), java, seconds)
    empty = {tested.get(iri, iri) for iri in verdict.unsatisfiable}
    return Verdict(verdict.consistent, tuple(sorted(empty)), tuple(sorted(verdict.culprits)))


def _ask(background: list[Triple], parts: dict[str, list[Triple]], java: Path, seconds: float) -> Verdict:
    written = {name: n_triples(triples) for name, triples in parts.items()}
    return ask_hermit(n_triples(background), written, java, seconds=seconds)
