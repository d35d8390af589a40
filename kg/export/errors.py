"""What can be wrong with an export, each with its way out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import KGError, UnknownNameError


class UnknownFormatError(UnknownNameError):
    """No format has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__("export format", name, known)
        self.args = (f"no export format is called {name!r}; there are {', '.join(known)}",)


class UnknownGraphsError(UnknownNameError):
    """No part of the store has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__("graph", name, known)
        self.args = (f"no graph is called {name!r}; there are {', '.join(known)}",)


class NothingToExportError(KGError):
    """No claim names the actor, or no such document is in."""

    exit_code = 1

    def __init__(self, what: str) -> None:
        super().__init__(f"the store says nothing of {what}; 'kg actors' and 'kg stats' show what is in it")


class ExportWriteError(KGError):
    """The file cannot be written; what stood there before is as it was."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}; nothing was written there; give another path")


class UnexportableTermError(KGError):
    """A blank node, which no stored graph of this project may hold."""

    def __init__(self, term: object) -> None:
        super().__init__(
            f"{term} has no lasting name and cannot be exported; give it an IRI in the file it came from"
        )
