"""Where the values of a solution stand while a query runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Row: TypeAlias = tuple[Any, ...]
"""The values of a solution, by the places that ``Layout`` gives to variables; ``None`` where there is no value."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each variable stands in a row, and which of them surely have a value."""

    places: Mapping[str, int]
    certain: frozenset[str]

    def with_(self, *names: str, certain: bool = True) -> Layout:
        """The layout with ``names`` behind the others."""
        places = dict(self.places)
        for name in names:
            places[name] = len(places)
        return Layout(places, self.certain | frozenset(names) if certain else self.certain)
