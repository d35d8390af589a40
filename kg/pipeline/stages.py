"""What the pipeline asks of the stages that a caller may replace, and the validator it takes if none is given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

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


def shape_validator() -> Validator:
    """The shapes of ``ontology/shapes``."""
    from kg.validate import validate_document

    return validate_document
