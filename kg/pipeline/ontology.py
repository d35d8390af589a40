"""Whether the ontology can be true, each of its terms can ever apply, and all of them are well described."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.ontology import alignment_files, ontology_files
from kg.outside import quads_in
from kg.reason.consistency import reason_over
from kg.reason.data import DataVerdict, reason_over_data
from kg.reason.java import find_java
from kg.reason.parts import read_axioms
from kg.store import Store
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

    Nothing is fetched, and nothing named in the files is run. Raises ``RdfSyntaxError``, ``InputError``,
    ``JavaMissingError``, ``ReasonerError``, and ``ReasonerTimeoutError`` after ``seconds``.
    """
    if files is None:
        return _checked((*ontology_files(), *alignment_files()), java(), seconds)
    with _parsed_apart(files) as safe:
        return _checked(safe, java(), seconds)


def check_data(store: Store, *, seconds: float = 120, java: Callable[[], Path] = find_java) -> DataVerdict:
    """Checks what ``store`` says of actors and places against the program's own ontology, by HermiT.

    Raises ``JavaMissingError``, ``ReasonerError``, and ``ReasonerTimeoutError`` after ``seconds``.
    """
    return reason_over_data(store, read_axioms(ontology_files()), java(), seconds=seconds)


def _checked(files: Sequence[Path], java: Path, seconds: float) -> OntologyReport:
    verdict = reason_over(read_axioms(files), java, seconds=seconds)
    return OntologyReport(verdict.consistent, verdict.culprits, verdict.unsatisfiable, check_quality(files))


@contextmanager
def _parsed_apart(files: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """The files with the same triples, one a line, as a process of its own has parsed them."""
    with tempfile.TemporaryDirectory(prefix="rawabit-") as home:
        safe = tuple(Path(home) / f"{number}.ttl" for number in range(len(files)))
        for path, copy in zip(files, safe, strict=True):
            copy.write_bytes(b"".join(quads_in([path.read_bytes()], path, "ttl")))
        yield safe
