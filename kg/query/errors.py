"""What can be wrong with a query, its parameters or its run, each with its way out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import KGError, UnknownNameError


class QueryHeaderError(KGError):
    """A query file whose ``#+`` lines do not say what they should; the line is counted from 1."""

    def __init__(self, path: Path | str, line: int, problem: str) -> None:
        super().__init__(f"{path}: line {line}: {problem}; mend the header, or leave it out")


class QueryFileError(KGError):
    """A query file that cannot be read."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(
            f"{path}: {problem}; give a readable .rq file of UTF-8 text, or a name from 'kg queries'"
        )


class UnknownQueryError(UnknownNameError):
    """No query has this name."""

    def __init__(self, name: str, close: Sequence[str], count: int) -> None:
        super().__init__("query", name, close)
        if not close:
            self.args = (
                f"{self.args[0]}; 'kg queries' lists all {count}, and a path to a .rq file works too",
            )


class UnknownParameterError(KGError):
    """A value was given for a parameter that the query does not have."""

    def __init__(self, query: str, name: str, existing: Sequence[str]) -> None:
        known = f"its parameters are {', '.join(existing)}" if existing else "it takes none"
        super().__init__(f"the query {query!r} has no parameter {name!r}; {known}")


class MissingParameterError(KGError):
    """A parameter without which the query says nothing."""

    def __init__(self, query: str, name: str, description: str) -> None:
        super().__init__(f"the query {query!r} needs {name!r} ({description}); give {name}=VALUE")


class BadParameterError(KGError):
    """A value that is not of the parameter's kind."""

    def __init__(self, name: str, value: object, expected: str) -> None:
        super().__init__(f"{name}={value!s} does not fit: give {expected}")


class QueryRefusedError(KGError):
    """A query of the user's own that would reach out, change something, or break the engine."""

    def __init__(self, query: str, line: int, problem: str, way_out: str) -> None:
        super().__init__(f"{query}: line {line}: {problem}; {way_out}")


class QueryFailedError(KGError):
    """A query of the user's own that does not parse, or ended the process that ran it."""

    def __init__(self, query: str, problem: str) -> None:
        super().__init__(f"{query}: {problem}")


class QueryTimeoutError(KGError):
    """A query that was ended because its time was up."""

    exit_code = 124

    def __init__(self, query: str, seconds: float) -> None:
        super().__init__(
            f"{query}: ended after the limit of {seconds:g} seconds; "
            "make the query more selective, or raise the time limit"
        )


class QueryMemoryError(KGError):
    """A query that was ended because it wanted more memory than it may have."""

    def __init__(self, query: str, megabytes: int) -> None:
        super().__init__(
            f"{query}: ended at the limit of {megabytes} MB of memory; "
            "make the query more selective, or raise the memory limit"
        )
