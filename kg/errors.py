"""Every error a user can meet: each message names the input, what is wrong, and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class KGError(Exception):
    """The parent of all errors that a user can cause or mend. The command line prints it and exits with 2."""

    exit_code = 2


class ResourceMissingError(KGError):
    """A folder that belongs to the program is not where it should be."""

    def __init__(self, name: str, looked_in: Sequence[Path]) -> None:
        places = ", ".join(str(path) for path in looked_in)
        super().__init__(
            f"the folder {name!r} of this installation is missing (looked in {places}); install it again"
        )


class UnknownNameError(KGError):
    """A name that a user gave means nobody, or more than one."""

    exit_code = 1

    def __init__(self, kind: str, name: str, close: Sequence[str] = (), way_out: str = "") -> None:
        hint = f"; did you mean {', '.join(close)}?" if close else ""
        super().__init__(f"no {kind} is called {name!r}{hint or (way_out and f'; {way_out}')}")


class AmbiguousNameError(KGError):
    """A name that a user gave fits several equally well."""

    def __init__(self, kind: str, name: str, candidates: Sequence[str]) -> None:
        super().__init__(f"{name!r} is the name of more than one {kind}; say which: {', '.join(candidates)}")


class InputError(KGError):
    """A file or stream that cannot be read as what it should be."""

    def __init__(self, name: str | Path, problem: str, way_out: str) -> None:
        super().__init__(f"{name}: {problem}; {way_out}")


class RdfSyntaxError(KGError):
    """RDF that does not parse; line and column are counted from 1."""

    def __init__(self, name: str | Path, line: int, column: int, problem: str) -> None:
        super().__init__(
            f"{name}: line {line}, column {column}: {problem}; mend it there and run the command again"
        )
