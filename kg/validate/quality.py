"""Holds the ontology itself to the shapes of ``ontology/quality``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KGError
from kg.namespaces import SH
from kg.resources import folder
from kg.turtle import read_turtle

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


class QualityShapesError(KGError):
    """The quality shapes themselves cannot be used."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"the shapes in ontology/quality cannot be used: {problem}; mend them there")


@dataclass(frozen=True, slots=True, order=True)
class QualityViolation:
    """One thing that a term lacks or gets wrong. All but ``message`` are IRIs; empty where there is none."""

    term: str
    path: str
    value: str
    message: str
    shape: str


def quality_files() -> tuple[Path, ...]:
    """The Turtle files of the quality shapes, in a fixed order."""
    return tuple(sorted((folder("ontology") / "quality").glob("*.ttl")))


def check_quality(files: Iterable[Path]) -> tuple[QualityViolation, ...]:
    """What is amiss in the ontology in ``files`` (Turtle), sorted. Raises ``RdfSyntaxError``."""
    from pyshacl import validate
    from rdflib import Graph

    # Neither OWL inference nor owl:imports: what is asked for has to stand in the files themselves.
    _, report, words = validate(_graph(files), shacl_graph=_graph(quality_files()))
    if not isinstance(report, Graph):
        raise QualityShapesError(words)
    return tuple(sorted(set(_violations(report))))


def _violations(report: Graph) -> Iterable[QualityViolation]:
    from rdflib import RDF, URIRef

    def value(result: Node, name: str) -> str:
        found = report.value(result, URIRef(SH + name))
        return "" if found is None else str(found)

    for result in report.subjects(RDF.type, URIRef(SH + "ValidationResult")):
        # A constraint in SPARQL has a name of its own; the shape around it holds several.
        shape = value(result, "sourceConstraint") or value(result, "sourceShape")
        yield QualityViolation(
            value(result, "focusNode"),
            value(result, "resultPath"),
            value(result, "value"),
            value(result, "resultMessage"),
            shape,
        )


def _graph(files: Iterable[Path]) -> Graph:
    """All files as one graph, parsed by Oxigraph, whose parser neither fetches nor runs anything."""
    from pyoxigraph import RdfFormat, serialize
    from rdflib import Graph

    triples = (quad.triple for path in files for quad in read_turtle(path))
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
