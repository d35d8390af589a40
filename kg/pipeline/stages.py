"""What the pipeline asks of the stages that a caller may replace, and the ones it takes if none are given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from kg.iri import Iris
from kg.model import Claim, Document

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.validate import Report


class ClaimSource(Protocol):
    """Turns one document into claims."""

    def extract(self, document: Document) -> Iterable[Claim]:
        """The claims of ``document``. Raises a ``KGError`` for a document that it cannot read."""


class Validator(Protocol):
    """Judges the quads of one document before they are stored."""

    def __call__(self, quads: Iterable[Quad], /) -> Report:
        """What is wrong with them. A violation keeps the document out."""


class PackedExtractors:
    """The rule-based extractor, with the pack of each document's language, read when first needed."""

    def __init__(self, iris: Iris | None = None) -> None:
        self._iris = iris
        self._made: dict[str, ClaimSource] = {}

    def extract(self, document: Document) -> Iterable[Claim]:
        """The claims of ``document``. Raises ``UnknownLanguageError`` where no pack reads its language."""
        if document.language not in self._made:
            from kg.extract import Extractor
            from kg.languages import load_pack
            from kg.ontology.kinds import relation_kinds
            from kg.registry import load_registry

            pack = load_pack(document.language)
            self._made[document.language] = Extractor(load_registry(), pack, relation_kinds(), self._iris)
        return self._made[document.language].extract(document)


def shape_validator() -> Validator:
    """The shapes of ``ontology/shapes``."""
    from kg.validate import validate_document

    return validate_document
