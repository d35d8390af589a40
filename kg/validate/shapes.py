"""The shapes in ``ontology/shapes``, loaded once and sorted by how much they have to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.namespaces import RDFS, SH
from kg.resources import folder
from kg.validate.errors import ShapesError

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

SHAPE = "https://w3id.org/rawabit/shapes#"


class Scope(Enum):
    """How much of the data a shape has to see at once."""

    DOCUMENT = "document"
    """One document and what it refers to: the default."""
    ALL_DOCUMENTS = "all documents"
    """Marked in the shapes with ``shape:scope shape:allDocuments``."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a shape says to people. A message may hold ``{?name}`` for a variable of ``select``."""

    label: str = ""
    message: str = ""
    message_ar: str = ""
    remedy: str = ""
    remedy_ar: str = ""
    select: str | None = None
    """The query of a SPARQL constraint, without prefixes."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes as pySHACL takes them, one graph a scope, and their notes by IRI."""

    graphs: Mapping[Scope, Graph]
    notes: Mapping[str, Note]


def shape_files() -> tuple[Path, ...]:
    """The Turtle files of the shapes, in a fixed order."""
    return tuple(sorted((folder("ontology") / "shapes").glob("*.ttl")))


@lru_cache(maxsize=1)
def load_shapes() -> Shapes:
    """The shapes that travel with the program. Raises ``ShapesError`` for a file that does not parse."""
    from rdflib import Graph

    whole = Graph()
    for path in shape_files():
        try:
            whole.parse(path, format="turtle")
        except SyntaxError as error:
            raise ShapesError(f"{path.name} is not Turtle ({error})") from error
    return Shapes({scope: _within(whole, scope) for scope in Scope}, _notes(whole))


def _within(whole: Graph, scope: Scope) -> Graph:
    """What pySHACL needs of the shapes of one scope.

    Labels and remedies stay out because it reads every triple of a shape often. Messages stay out because it
    puts values into them as patterns and fails on a backslash in one; ``kg.validate.wording`` does it.
    """
    from rdflib import RDF, Graph, URIRef

    wide = set(whole.subjects(URIRef(SHAPE + "scope"), URIRef(SHAPE + "allDocuments")))
    left_out = {
        node
        for node in whole.subjects(RDF.type, URIRef(SH + "NodeShape"))
        if (node in wide) is not (scope is Scope.ALL_DOCUMENTS)
    }
    for_people = (RDFS, SHAPE, SH + "message")
    kept = Graph()
    for triple in whole:
        if triple[0] not in left_out and not str(triple[1]).startswith(for_people):
            kept.add(triple)
    _drop_unused(kept)
    return kept


def _drop_unused(graph: Graph) -> None:
    """Removes the property shapes and constraints that no shape of the graph uses any more."""
    from rdflib import RDF, URIRef

    for kind, use in (("PropertyShape", "property"), ("SPARQLConstraint", "sparql")):
        for node in tuple(graph.subjects(RDF.type, URIRef(SH + kind))):
            if not any(graph.subjects(URIRef(SH + use), node)):
                graph.remove((node, None, None))


def _notes(whole: Graph) -> dict[str, Note]:
    from rdflib import URIRef

    return {str(node): _note(whole, node) for node in set(whole.subjects()) if isinstance(node, URIRef)}


def _note(whole: Graph, node: URIRef) -> Note:
    from rdflib import Literal, URIRef

    def text(predicate: str, language: str | None) -> str | None:
        found = whole.objects(node, URIRef(predicate))
        return next(
            (str(term) for term in found if isinstance(term, Literal) and term.language == language), None
        )

    return Note(
        label=text(RDFS + "label", "en") or "",
        message=text(SH + "message", "en") or "",
        message_ar=text(SH + "message", "ar") or "",
        remedy=text(RDFS + "comment", "en") or "",
        remedy_ar=text(RDFS + "comment", "ar") or "",
        select=text(SH + "select", None),
    )
