"""What RDF cannot hold."""

from __future__ import annotations

from kg.errors import KGError


class UnstorableError(KGError):
    """A value from outside that is no Unicode text, no IRI or no language tag."""

    def __init__(self, name: str, problem: str) -> None:
        printable = name.encode(errors="replace").decode()
        super().__init__(f"{printable}: {problem}; mend it in the input and load it again")


class UnreadableGraphError(KGError):
    """Quads that should hold a document or a claim, and lack a part of it."""

    def __init__(self, iri: str, missing: str) -> None:
        super().__init__(f"{iri} has no {missing} in the store; load its document again")
