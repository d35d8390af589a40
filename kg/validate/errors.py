"""What keeps a validation from running."""

from __future__ import annotations

from kg.errors import KGError


class ShapesError(KGError):
    """The shapes cannot be run, so nothing was found out about the data."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"the shapes in ontology/shapes cannot be run: {problem}; mend them or install again"
        )


class TooDeepError(KGError):
    """Classes in the data are nested too deeply to follow."""

    def __init__(self) -> None:
        super().__init__(
            "the data nests classes too deeply to validate; look in it for a long chain of rdfs:subClassOf"
        )
