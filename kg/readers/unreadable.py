"""An input that could not be read: a value, so that the inputs after it still are."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import KGError


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One refused input: which, why, and what to do about it."""

    name: str
    """The path as the user gave it or as a folder holds it; ``-`` for standard input."""
    problem: str
    way_out: str
    line: int | None = None
    """Line of a JSON Lines file, counted from 1; None where the whole input is refused."""

    def __str__(self) -> str:
        place = self.name if self.line is None else f"{self.name}, line {self.line}"
        return f"{place}: {self.problem}; {self.way_out}"


class RefusedError(KGError):
    """Carries a problem and its way out to the reader that knows the input's name.

    ``kind`` is the problem without what differs from one input to the next, so that problems can be counted.
    ``about`` names another file than the input, where the fault lies there.
    """

    def __init__(
        self, problem: str, way_out: str, *, kind: str | None = None, about: str | None = None
    ) -> None:
        super().__init__(f"{problem}; {way_out}")
        self.problem = problem
        self.way_out = way_out
        self.kind = kind or problem
        self.about = about

    def of(self, name: str, line: int | None = None) -> Unreadable:
        """The refusal as a value, for the input ``name``."""
        return Unreadable(self.about or name, self.problem, self.way_out, line)
