"""What one request sees: the store as it stands at one moment."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection

from kg.query.claim_index import ClaimIndex
from kg.query.claims import Claims, GraphClaims
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
    index: Path | None = None
    """Where the index of claims of this state is, or will be; ``None`` where there will be none."""
    naming: Naming = field(init=False)
    """Whom a typed name means, and the labels to show."""
    _opened: list[Claims] = field(init=False, default_factory=list, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "naming", Naming(self.store))

    @property
    def claims(self) -> Claims:
        """What is said, in short: from the index of claims once that is there, else from the graph."""
        if not self._opened and self.index is not None and self.index.exists():
            try:
                self._opened.append(ClaimIndex(self.index, self.store))
            except sqlite3.Error:
                self._opened.append(GraphClaims(self.store))
        return self._opened[0] if self._opened else GraphClaims(self.store)


async def current_view(connection: HTTPConnection) -> AsyncIterator[View]:
    """The view of a request, to be had by ``Depends(current_view)``."""
    views: Views = connection.app.state.views
    async with views.view() as view:
        yield view
