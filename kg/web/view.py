"""What one request sees: the store as it stands at one moment."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection

from kg.query.naming import Naming
from kg.store import Store

if TYPE_CHECKING:
    from kg.web.views import Views


@dataclass(frozen=True, slots=True)
class View:
    """The store as one request sees it, whatever is written meanwhile. One thread at a time uses it."""

    store: Store
    revision: str
    """What differs after each load, and is the same for the same content of the same store."""
    data: Path | None = None
    """Oxigraph's files, for other processes to read while this view lasts; ``None`` where there are none."""
    naming: Naming = field(init=False)
    """Whom a typed name means, and the labels to show."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "naming", Naming(self.store))


async def current_view(connection: HTTPConnection) -> AsyncIterator[View]:
    """The view of a request, to be had by ``Depends(current_view)``."""
    views: Views = connection.app.state.views
    async with views.view() as view:
        yield view
