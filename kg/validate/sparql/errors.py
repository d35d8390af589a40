"""What the compiled constraints leave to another engine: when they are compiled, and when they run."""

from __future__ import annotations

from kg.errors import KGError


class UnsupportedError(KGError):
    """A shape or a query asks for something that is not compiled; the message names it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is not compiled; pySHACL judges such a shape")
        self.what = what


class UnsureError(Exception):
    """Two values that only another engine can compare, such as times with time zones."""


class FailureError(Exception):
    """An expression that has no value in SPARQL (section 17.2); a filter takes it for false."""
