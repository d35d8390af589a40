"""Where a store is: a folder, or the address of a server. Says so without loading either."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias, TypeGuard

Place: TypeAlias = Path | str
"""A folder, or an address with ``https://`` or ``http://``."""


def is_address(place: Place) -> TypeGuard[str]:
    """Whether this is the address of a server, and no folder."""
    return isinstance(place, str) and place.lower().startswith(("http://", "https://"))


def location(typed: str) -> Place:
    """What a user typed as the place of a store."""
    return typed if is_address(typed) else Path(typed)
