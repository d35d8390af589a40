"""Whether axioms can all be true, and each of the terms in them can ever apply."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Triple

from kg.reason.hermit import Verdict, ask_hermit
from kg.reason.parts import by_individual, by_term, n_triples, probes


def reason_over(triples: list[Triple], java: Path, *, seconds: float) -> Verdict:
    """HermiT's verdict on ``triples``; what it names are IRIs of individuals, classes and properties.

    Raises ``ReasonerError``, and ``ReasonerTimeoutError`` after ``seconds``.
    """
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
